import { build } from 'esbuild';
import { inWorkspace } from '../workspace/paths.mjs';
import { compileWithSwc } from './compile-with-swc.mjs';

/**
 * What stays in node_modules: packages with files of their own that they look for at run time (WebAssembly, pages,
 * worker scripts), and what Nest asks for only to find out whether somebody installed it.
 */
const OUTSIDE = [
  '@electric-sql/pglite',
  '@fastify/*',
  '@grpc/*',
  '@nestjs/microservices*',
  '@nestjs/platform-express',
  '@nestjs/websockets*',
  '@opentelemetry/api',
  'class-transformer/storage',
  'fontkit',
  'pdfkit',
  'pg-native',
  'pino',
  'selfsigned',
  'swagger-ui-dist',
];

/** Bundled CommonJS packages ask for `require` and `__dirname`, which modules do not have. */
const COMMONJS_NAMES = `
import { createRequire as ferryRequire } from 'node:module';
const require = ferryRequire(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;
`;

/**
 * Bundles the service, or what is made of its parts, with nearly all npm packages: opening thousands of small files took
 * a third of the start.
 *
 * @param {Pick<import('esbuild').BuildOptions, 'entryPoints' | 'outdir' | 'outfile' | 'splitting' | 'sourcemap'>} options
 */
export async function bundleService(options) {
  await build({
    bundle: true,
    external: OUTSIDE,
    banner: { js: COMMONJS_NAMES.trim() },
    format: 'esm',
    platform: 'node',
    target: 'node24',
    keepNames: true,
    tsconfig: inWorkspace('tsconfig.base.json'),
    plugins: [compileWithSwc],
    logLevel: 'warning',
    ...options,
  });
}
