import { bundle, startChild } from '../engine/child.mjs';
import { seedPeople } from '../engine/seed.mjs';
import { inTurns } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { postgres } from '../service/databases.mjs';
import { serviceEnvironment } from '../service/service.mjs';
import { inWorkspace } from '../../workspace/paths.mjs';

const GOAL = 1.8;
/** Five jobs of 20 people with four workloads each: enough that the last round of a worker is a small part of all. */
const RUNS = 400;
const PEOPLE = 100;

const source = inWorkspace('tools', 'bench', 'workers', 'workers-process.ts');
const bundled = inWorkspace('tmp', 'bench', 'workers-process.mjs');

/** Workload runs settled a second by two worker processes, between stores that take 20 ms an item, against one. */
export async function workers({ quick }) {
  await bundle(source, bundled);
  const server = await postgres();
  const [rounds, runs] = quick ? [1, 80] : [3, RUNS];
  try {
    const place = await server.place();
    await place.fill([seedPeople(PEOPLE)]);
    const start = async (role) => startChild(bundled, { ...(await serviceEnvironment(place)).env, FERRY_ROLE: role });
    const asking = await start('api');
    const settledBy = async (count) => {
      const working = await Promise.all(Array.from({ length: count }, () => start('worker')));
      try {
        return runs / (await asking.ask({ runs })).seconds;
      } finally {
        await Promise.all(working.map((worker) => worker.stop()));
      }
    };
    try {
      const pairs = await inTurns(rounds, { subject: () => settledBy(2), baseline: () => settledBy(1) });
      const details = { measure: 'workload runs a second by two processes, and by one', runs };
      return [comparison({ name: 'workers', goal: GOAL, better: 'higher', details }, pairs)];
    } finally {
      await asking.stop();
      await place.remove();
    }
  } finally {
    await server.close();
  }
}
