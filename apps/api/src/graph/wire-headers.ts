import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isContractPath } from './contract-path';

const ODATA_JSON = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';
const LONGEST_CLIENT_REQUEST_ID = 200;

/** The identifier that the client gave to its request, or ours where it gave none. */
export function clientRequestIdOf(request: FastifyRequest): string {
  const given = request.headers['client-request-id'];
  return typeof given === 'string' && given.length <= LONGEST_CLIENT_REQUEST_ID ? given : request.id;
}

/** Puts the headers on answers that Graph puts there (contract page 5.6), and no content type on an empty one. */
export function writeWireHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('request-id', request.id);
    reply.header('client-request-id', clientRequestIdOf(request));
    reply.header('x-content-type-options', 'nosniff');
    if (isContractPath(request.url)) {
      reply.header('odata-version', '4.0');
      reply.header('cache-control', 'no-store');
      reply.header('content-type', ODATA_JSON);
    } else if (request.url.startsWith('/api/')) {
      reply.header('cache-control', 'no-store');
    }
    done();
  });
  // A client that sees a JSON content type parses the body, and fails on none.
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (payload === undefined || payload === null || payload === '') reply.removeHeader('content-type');
    done(null, payload);
  });
}
