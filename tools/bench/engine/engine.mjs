import { build } from 'esbuild';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { compileWithSwc } from '../../build/compile-with-swc.mjs';
import { whileRunning } from '../../test/at-end.mjs';
import { inWorkspace, root, toolEnvironment } from '../../workspace/paths.mjs';
import { inTurns } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { onEachDatabase } from '../service/databases.mjs';
import { serviceEnvironment } from '../service/service.mjs';
import { seedPeople } from './seed.mjs';

const GOAL = 0.5;
/** Ten jobs of 20 people with four workloads each. */
const RUNS = 800;
const PEOPLE = 200;

const source = inWorkspace('tools', 'bench', 'engine', 'engine-process.ts');
/** Below the workspace, where the packages and the migrations are found. */
const bundled = inWorkspace('tmp', 'bench', 'engine-process.mjs');

/** Workload runs settled a second between stores that hold nothing, against the queue alone. */
export async function engine({ quick }) {
  await bundle();
  return onEachDatabase((database) => measure(database, quick));
}

/** The sources of the service as its build compiles them; packages stay where they are. */
async function bundle() {
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

async function measure(database, quick) {
  const [rounds, runs] = quick ? [1, 80] : [3, RUNS];
  const place = await database.place();
  await place.fill([seedPeople(PEOPLE)]);
  const measured = await startEngine(place);
  const settled = async (settle) => runs / (await measured.ask({ settle, count: runs })).seconds;
  try {
    for (const settle of ['messages', 'runs']) await settled(settle);
    const pairs = await inTurns(rounds, { subject: () => settled('runs'), baseline: () => settled('messages') });
    const details = { measure: 'workload runs, or messages, a second', runs };
    return comparison({ name: `engine-${database.name}`, goal: GOAL, better: 'higher', details }, pairs);
  } finally {
    await measured.stop();
    await place.remove();
  }
}

async function startEngine(place) {
  const { env } = await serviceEnvironment(place);
  const child = spawn('node', ['--enable-source-maps', bundled], {
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
