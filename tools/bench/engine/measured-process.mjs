import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';
import { compileWithSwc } from '../../build/compile-with-swc.mjs';
import { whileRunning } from '../../test/at-end.mjs';
import { inWorkspace, root, toolEnvironment } from '../../workspace/paths.mjs';
import { serviceEnvironment } from '../service/service.mjs';

/**
 * Compiles the sources of a process as the build of the service compiles them; packages stay where they are.
 *
 * @param {string} source
 * @returns {Promise<string>} the file to run; it lies below the workspace, where packages and migrations are found
 */
export async function bundleProcess(source) {
  const outfile = inWorkspace('tmp', 'bench', basename(source).replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    sourcemap: true,
    keepNames: true,
    tsconfig: inWorkspace('tsconfig.base.json'),
    plugins: [compileWithSwc],
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Starts a bundled process on a place. It says when it is ready, then answers one message for each question.
 *
 * @param {string} bundled
 * @param {import('../service/databases.mjs').Place} place
 * @param {string[]} [flags] for Node
 */
export async function startProcess(bundled, place, flags = []) {
  const { env } = await serviceEnvironment(place);
  const child = spawn('node', ['--enable-source-maps', ...flags, bundled], {
    cwd: root,
    env: toolEnvironment(env),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.once('exit', whileRunning(child));
  const exited = once(child, 'exit');
  const answer = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      exited.then(([code]) => Promise.reject(new Error(`The engine ended with ${code}.`))),
    ]);
    if (message.error) throw new Error(message.error);
    return message;
  };
  await answer();
  return {
    ask(question) {
      child.send(question);
      return answer();
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
