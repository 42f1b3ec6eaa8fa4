import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { whileRunning } from '../../test/at-end.mjs';
import { root, toolEnvironment } from '../../workspace/paths.mjs';

const START_SECONDS = 60;
const LOOK_AGAIN_MS = 5;

/**
 * Starts a server in a process of its own and waits until an address answers 200.
 *
 * @param {string[]} args of Node
 * @param {{ env: NodeJS.ProcessEnv, ready: string }} options `ready` is the address
 * @returns {Promise<{ pid: number, seconds: number, stop: () => Promise<void> }>} `seconds` it took to be ready
 */
export async function startProcess(args, { env, ready }) {
  const started = performance.now();
  const child = spawn('node', args, { cwd: root, env: toolEnvironment(env), stdio: ['ignore', 'ignore', 'inherit'] });
  child.once('exit', whileRunning(child));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  while (!(await answers(ready))) {
    const late = performance.now() - started > START_SECONDS * 1000;
    if (late || child.exitCode !== null) {
      await stop();
      throw new Error(`${args.at(-1)} ${late ? `did not answer within ${START_SECONDS} s` : 'ended at once'}.`);
    }
    await delay(LOOK_AGAIN_MS);
  }
  return { pid: child.pid, seconds: (performance.now() - started) / 1000, stop };
}

async function answers(address) {
  try {
    const { ok } = await fetch(address);
    return ok;
  } catch {
    return false;
  }
}
