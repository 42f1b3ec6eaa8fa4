import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../config/config';
import { isContractPath } from './contract-path';

const LONGEST_CLIENT_REQUEST_ID = 200;

/** The identifier that the client gave to its request, or ours where it gave none. */
export function clientRequestIdOf(request: FastifyRequest): string {
  const given = request.headers['client-request-id'];
  return typeof given === 'string' && given.length <= LONGEST_CLIENT_REQUEST_ID ? given : request.id;
}

/**
 * Puts the headers on answers that Graph puts there (contract page 5.6), and no content type on an empty one.
 * `Strict-Transport-Security` only where a certificate was configured: on a machine of one's own it would close every other
 * server of that machine to browsers (RFC 6797, section 8.3).
 */
export function writeWireHeaders(fastify: FastifyInstance, config: Pick<Config, 'tlsCert'>): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header('request-id', request.id);
    reply.header('client-request-id', clientRequestIdOf(request));
    reply.header('x-content-type-options', 'nosniff');
    if (config.tlsCert !== null && request.protocol === 'https') {
      reply.header('strict-transport-security', 'max-age=31536000');
    }
    if (isContractPath(request.url)) {
      reply.header('odata-version', '4.0');
      reply.header('cache-control', 'no-store');
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
