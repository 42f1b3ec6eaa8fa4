import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { acceptedIssuers } from '../auth/issuer/entra';
import type { Config } from '../config/config';

const INLINE_SCRIPT = /<script>(.*?)<\/script>/gs;

/**
 * What a page of ours may load and whom it may talk to: itself alone, and the issuer that people sign in at. Styles may
 * stand in the page, because Angular and the API documentation put them there; of scripts only those that are given.
 */
export function pagePolicy(config: Pick<Config, 'authIssuer'>, inlineScripts: readonly string[]): string {
  const issuer = config.authIssuer === null ? '' : ` ${new URL(acceptedIssuers(config.authIssuer)[0].issuer).origin}`;
  const hashes = inlineScripts.map((script) => ` 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return [
    "default-src 'self'",
    `script-src 'self'${hashes.join('')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self'${issuer}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Puts the policy on every page, and that it is not to be framed. The console's build may put scripts into its page. */
export function writePagePolicy(
  fastify: FastifyInstance,
  config: Pick<Config, 'authIssuer'>,
  consoleFolder: string,
): void {
  const index = join(consoleFolder, 'index.html');
  const html = existsSync(index) ? readFileSync(index, 'utf8') : '';
  const policy = pagePolicy(
    config,
    [...html.matchAll(INLINE_SCRIPT)].map(([, script = '']) => script),
  );
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
