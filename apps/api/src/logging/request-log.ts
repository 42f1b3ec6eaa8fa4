import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from './log';

/** What nobody looks for in a log: probes, pages and their files. */
const QUIET = /^\/(?:health|metrics|docs)(?:\/|$)|\.[a-z0-9]+$|^\/$/i;

/** Writes a line for each request that was answered. Never a header, a query or a body: they hold tokens and names. */
export function logRequests(fastify: FastifyInstance, log: Log): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = QUIET.test(pathOf(request)) ? 'debug' : 'info';
    if (log.writes(level)) {
      log[level]('request', {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      });
    }
    done();
  });
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
