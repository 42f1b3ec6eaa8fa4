import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config';

/**
 * What a page of ours may load and whom it may talk to: itself alone, and the issuer that people sign in at. Styles may
 * stand in the page, because Angular and the API documentation put them there; scripts may not.
 */
export function pagePolicy(config: Pick<Config, 'authIssuer'>): string {
  const issuer = config.authIssuer === null ? '' : ` ${new URL(config.authIssuer).origin}`;
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${issuer}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the policy on every page, and on every answer that it is not to be framed or guessed at. */
export function writePagePolicy(fastify: FastifyInstance, config: Pick<Config, 'authIssuer'>): void {
  const policy = pagePolicy(config);
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    const type = reply.getHeader('content-type');
    if (typeof type === 'string' && type.startsWith('text/html')) {
      reply.header('content-security-policy', policy);
      reply.header('referrer-policy', 'no-referrer');
      reply.header('x-frame-options', 'DENY');
    }
    done(null, payload);
  });
}
