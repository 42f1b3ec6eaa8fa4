/**
 * Builds the suite into dist/apps/conformance. The official clients stay in node_modules: they are what is tried, and are
 * to be tried as they are installed.
 */
import { build } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '..', '..');
const target = join(workspace, 'dist', 'apps', 'conformance');

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints: [join(import.meta.dirname, 'src', 'main.ts')],
  outdir: target,
  bundle: true,
  external: ['@microsoft/*'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: true,
  tsconfig: join(workspace, 'tsconfig.base.json'),
  logLevel: 'warning',
});
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
