import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Ferry</title>
  </head>
  <body>
    <h1>Ferry</h1>
    <p>The service runs. Its console was not built: run <code>npm run build</code>, then start again.</p>
    <p><a href="/docs">API documentation</a></p>
  </body>
</html>
`;

/** Names that the build gave a hash of eight characters: such a file never changes. */
const HASHED = /-(?=[\w-]*[A-Z\d])[\w-]{8}\.[a-z\d]+$/;

/**
 * Serves the files of the built console, compressed beforehand where the build did so. Without a build, the start page
 * says what is missing.
 */
export function serveConsole(fastify: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) {
    for (const url of ['/', '/index.html']) {
      fastify.get(url, (_request, reply) => reply.type('text/html; charset=utf-8').send(NOT_BUILT));
    }
    return;
  }
  void fastify.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const forEver = HASHED.test(basename(path).replace(/\.(?:br|gz)$/, ''));
      reply.header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
