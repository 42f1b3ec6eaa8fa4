import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundleService } from '../build/service-bundle.mjs';
import { inWorkspace } from '../workspace/paths.mjs';

const inFolder = (name) => inWorkspace('tmp', 'crash', name);

/** The process that is killed. */
export const crashProcess = inFolder('crash-process.mjs');

/** Where compiled code is kept from one process to the next. */
export const compileCache = inFolder('compile-cache');

/** Bundles the process. Beside it, as beside the built service: the migrations, and the database that a first start copies. */
export async function bundleCrashProcess() {
  rmSync(inWorkspace('tmp', 'crash'), { recursive: true, force: true });
  await bundleService({
    entryPoints: [inWorkspace('apps', 'api', 'test', 'crash', 'crash-process.ts')],
    outfile: crashProcess,
  });
  writeFileSync(inFolder('modules.json'), JSON.stringify(modulesIn(readFileSync(crashProcess, 'utf8'))));
  for (const [from, name] of [
    [inWorkspace('apps', 'api', 'migrations'), 'migrations'],
    [inWorkspace('dist', 'apps', 'api', 'pgdata-template'), 'pgdata-template'],
  ]) {
    cpSync(from, inFolder(name), { recursive: true });
  }
}

/**
 * At which line of the bundle each module begins, so that a stack tells the functions of the service from those of
 * packages; esbuild writes the name of a module in a comment before it.
 *
 * @returns {[line: number, module: string][]}
 */
function modulesIn(bundle) {
  return bundle.split('\n').flatMap((line, index) => {
    const module = /^\/\/ ((?:apps|libs|node_modules)\/\S+)$/.exec(line)?.[1];
    return module ? [[index + 1, module]] : [];
  });
}
