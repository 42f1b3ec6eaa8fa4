/**
 * Builds the service into dist/apps/api: SWC compiles our own files (esbuild emits no decorator metadata, which injection
 * needs) and esbuild bundles them (build/service-bundle.mjs). The SQL migrations and an empty database made from them lie beside it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleService } from './build/service-bundle.mjs';
import { inWorkspace, toolEnvironment } from './workspace/paths.mjs';

const source = inWorkspace('apps', 'api');
const target = inWorkspace('dist', 'apps', 'api');

rmSync(target, { recursive: true, force: true });
await bundleService({
  entryPoints: ['main', 'print-document', 'prepare-template'].map((name) => join(source, 'src', `${name}.ts`)),
  outdir: target,
  splitting: true,
  sourcemap: true,
});
writeFileSync(join(target, 'package.json'), '{ "type": "module" }\n');
cpSync(join(source, 'migrations'), join(target, 'migrations'), { recursive: true });

// A first start copies this empty database instead of waiting for PostgreSQL to make one. `node` by name: the one of
// node_modules is first on PATH.
const prepared = spawnSync('node', [join(target, 'prepare-template.js')], { stdio: 'inherit', env: toolEnvironment() });
if (prepared.status !== 0) process.exit(prepared.status ?? 1);
