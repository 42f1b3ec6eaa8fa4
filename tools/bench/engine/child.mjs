import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileWithSwc } from '../../build/compile-with-swc.mjs';
import { whileRunning } from '../../test/at-end.mjs';
import { inWorkspace, root, toolEnvironment } from '../../workspace/paths.mjs';
import { SERVICE_ENVIRONMENT, SERVICE_NODE_OPTIONS } from '../../workspace/service-node.mjs';

/**
 * Bundles an entry with the sources of the service, as its build compiles them; packages stay where they are.
 *
 * @param {string} source
 * @param {string} bundled below the workspace, where the packages and the migrations are found
 */
export async function bundle(source, bundled) {
  await build({
    entryPoints: [source],
    outfile: bundled,
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
}

/**
 * Starts a bundled entry in a process of its own, and waits until it says that it is ready.
 *
 * @param {string} bundled
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ ask: (question: object) => Promise<{ seconds: number }>, stop: () => Promise<void> }>}
 */
export async function startChild(bundled, env) {
  const child = spawn('node', [...SERVICE_NODE_OPTIONS, bundled], {
    cwd: root,
    env: toolEnvironment({ ...SERVICE_ENVIRONMENT, ...env }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.once('exit', whileRunning(child));
  const exited = once(child, 'exit');
  const answer = async () => {
    const [message] = await Promise.race([
      once(child, 'message'),
      exited.then(([code]) => Promise.reject(new Error(`The process ended with ${code}.`))),
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
