import { build } from 'esbuild';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { compileWithSwc } from '../build/compile-with-swc.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

const folder = inWorkspace('tmp', 'crash');

/** The process that is killed. */
export const crashProcess = inWorkspace('tmp', 'crash', 'crash-process.mjs');

/** Packages stay where they are: what is in the bundle is ours, so a stack tells our functions from theirs. */
export async function bundleCrashProcess() {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [inWorkspace('apps', 'api', 'test', 'crash', 'crash-process.ts')],
    outfile: crashProcess,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    keepNames: true,
    tsconfig: inWorkspace('tsconfig.base.json'),
    plugins: [compileWithSwc],
    logLevel: 'warning',
  });
  // Beside the bundle, as beside the built service: the migrations, and the database that a first start copies.
  cpSync(inWorkspace('apps', 'api', 'migrations'), inWorkspace('tmp', 'crash', 'migrations'), { recursive: true });
  const template = inWorkspace('dist', 'apps', 'api', 'pgdata-template');
  if (existsSync(template)) cpSync(template, inWorkspace('tmp', 'crash', 'pgdata-template'), { recursive: true });
}
