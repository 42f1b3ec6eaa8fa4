import { inWorkspace } from '../../workspace/paths.mjs';
import { inTurns } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { onEachDatabase } from '../service/databases.mjs';
import { serviceEnvironment } from '../service/service.mjs';
import { bundle, startChild } from './child.mjs';
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
  await bundle(source, bundled);
  return onEachDatabase((database) => measure(database, quick));
}

async function measure(database, quick) {
  const [rounds, runs] = quick ? [1, 80] : [3, RUNS];
  const place = await database.place();
  await place.fill([seedPeople(PEOPLE)]);
  const measured = await startChild(bundled, (await serviceEnvironment(place)).env);
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
