/**
 * Builds the service into dist/apps/api: esbuild bundles our own code, SWC compiles each file of it (esbuild emits no
 * decorator metadata, which injection needs), and nearly all npm packages stay in node_modules. The SQL migrations lie
 * beside it.
 */
import { transform } from '@swc/core';
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import swcOptions from './swc-options.cjs';
import { inWorkspace, toolEnvironment } from './workspace/paths.mjs';

const source = inWorkspace('apps', 'api');
const target = inWorkspace('dist', 'apps', 'api');

const compileWithSwc = {
  name: 'compile-with-swc',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const options = { ...swcOptions, filename: path, module: { type: 'es6' } };
      const { code } = await transform(await readFile(path, 'utf8'), options);
      return { contents: code, loader: 'js' };
    });
  },
};

/** Packages of hundreds of small files, which take longer to open one by one than all the rest of the start. */
const BUNDLED = /^drizzle-orm(?:\/|$)/;

const keepPackagesOutside = {
  name: 'keep-packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@ferry/') || BUNDLED.test(path) ? undefined : { path, external: true },
    );
  },
};

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints: ['main', 'generate-openapi', 'generate-settings', 'prepare-template'].map((name) =>
    join(source, 'src', `${name}.ts`),
  ),
  outdir: target,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  sourcemap: true,
  keepNames: true,
  tsconfig: inWorkspace('tsconfig.base.json'),
  plugins: [keepPackagesOutside, compileWithSwc],
  logLevel: 'warning',
});
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
cpSync(join(source, 'migrations'), join(target, 'migrations'), { recursive: true });

// A first start copies this empty database instead of waiting for PostgreSQL to make one. `node` by name: the one of
// node_modules is first on PATH.
const prepared = spawnSync('node', [join(target, 'prepare-template.js')], { stdio: 'inherit', env: toolEnvironment() });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);
