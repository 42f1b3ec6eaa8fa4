/**
 * Builds the command into dist/apps/cli, or into the folder that is named: one file with everything in it, so that it
 * runs wherever there is Node 20 or newer, without an installation. esbuild alone is enough, because nothing here asks
 * for decorator metadata.
 */
import { build } from 'esbuild';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const workspace = join(import.meta.dirname, '..', '..');
const [target = join(workspace, 'dist', 'apps', 'cli')] = process.argv.slice(2);

rmSync(target, { recursive: true, force: true });
await build({
  entryPoints: [join(import.meta.dirname, 'src', 'main.ts')],
  outdir: target,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  mainFields: ['module', 'main'],
  banner: { js: '#!/usr/bin/env node' },
  sourcemap: true,
  tsconfig: join(workspace, 'tsconfig.base.json'),
  logLevel: 'warning',
});
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
chmodSync(join(target, 'main.js'), 0o755);
