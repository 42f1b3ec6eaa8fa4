/**
 * Builds the service into dist/apps/api: SWC compiles our own files (esbuild emits no decorator metadata, which injection
 * needs) and esbuild bundles them with nearly all npm packages, because opening thousands of small files took a third of
 * the start. The SQL migrations and an empty database made from them lie beside it.
 */
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileWithSwc } from './build/compile-with-swc.mjs';
import { inWorkspace, toolEnvironment } from './workspace/paths.mjs';

const source = inWorkspace('apps', 'api');
const target = inWorkspace('dist', 'apps', 'api');

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

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints: ['main', 'print-document', 'prepare-template'].map((name) => join(source, 'src', `${name}.ts`)),
  outdir: target,
  bundle: true,
  splitting: true,
  external: OUTSIDE,
  banner: { js: COMMONJS_NAMES.trim() },
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  keepNames: true,
  tsconfig: inWorkspace('tsconfig.base.json'),
  plugins: [compileWithSwc],
  logLevel: 'warning',
});
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
cpSync(join(source, 'migrations'), join(target, 'migrations'), { recursive: true });

// A first start copies this empty database instead of waiting for PostgreSQL to make one. `node` by name: the one of
// node_modules is first on PATH.
const prepared = spawnSync('node', [join(target, 'prepare-template.js')], { stdio: 'inherit', env: toolEnvironment() });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);
