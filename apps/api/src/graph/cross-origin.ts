import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AllowedMethods } from './allowed-methods';
import { isContractPath } from './contract-path';

/** What pages elsewhere may read of an answer (contract page 5.6). */
const EXPOSED = [
  'ETag',
  'Location',
  'Preference-Applied',
  'Content-Range',
  'request-id',
  'client-request-id',
  'ReadWriteConsistencyToken',
  'SdkVersion',
  'WWW-Authenticate',
  'x-ms-client-gcc-tenant',
  'Retry-After',
  'OData-Version',
  'OData-EntityId',
].join(', ');
const REMEMBERED_SECONDS = '600';
/** Header names that a page may ask to send; anything else is no header name. */
const HEADER_NAMES = /^[\w-]+(?:\s*,\s*[\w-]+)*$/;

/**
 * Lets pages of any origin call the contract, as Graph does: a request needs a bearer token, which no browser adds by
 * itself (Fetch standard, section 3.2). OPTIONS also tells a client without an origin which methods an address has.
 */
export function answerOtherOrigins(fastify: FastifyInstance, allowedMethods: AllowedMethods): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isContractPath(request.url)) {
      done();
      return;
    }
    if (request.headers.origin !== undefined) {
      reply.headers({ 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED });
    }
    const methods = request.method === 'OPTIONS' ? allowedMethods.of(request.url) : [];
    if (methods.length === 0) {
      done();
      return;
    }
    reply.header('allow', methods.join(', '));
    if (isPreflight(request)) reply.headers(permissionsFor(request, methods));
    void reply.code(204).send();
  });
}

function isPreflight({ headers }: FastifyRequest): boolean {
  return headers.origin !== undefined && headers['access-control-request-method'] !== undefined;
}

function permissionsFor({ headers }: FastifyRequest, methods: readonly string[]): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  return {
    'access-control-allow-methods': methods.join(', '),
    'access-control-max-age': REMEMBERED_SECONDS,
    ...(typeof asked === 'string' && HEADER_NAMES.test(asked) ? { 'access-control-allow-headers': asked } : {}),
    vary: 'Access-Control-Request-Headers',
  };
}
