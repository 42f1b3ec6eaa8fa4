import { inWorkspace } from '../../workspace/paths.mjs';
import { bundle, startChild } from '../engine/child.mjs';
import { seedPeople } from '../engine/seed.mjs';
import { median } from '../measure/figures.mjs';
import { comparison } from '../measure/result.mjs';
import { postgres } from '../service/databases.mjs';
import { serviceEnvironment } from '../service/service.mjs';

/** Of 20 people with four workloads each. */
const JOBS = 2_000;
const PEOPLE_OF_JOB = 20;
/** Enough that the engine never waits for jobs to come. */
const ABREAST = 10;
/** What may grow by no more than the noise of a machine. */
const GOAL = 1.2;

const source = inWorkspace('tools', 'bench', 'soak', 'soak-process.ts');
const bundled = inWorkspace('tmp', 'bench', 'soak-process.mjs');

/**
 * Thousands of jobs, one after another, on PostgreSQL and between stores that hold nothing: what the last tenth costs, against
 * the second one. In the first tenth the process is still warming up, and nothing is old enough to be cleared away.
 */
export async function soak({ quick }) {
  const jobs = quick ? 40 : JOBS;
  await bundle(source, bundled);
  const database = await postgres();
  try {
    const place = await database.place();
    await place.fill([seedPeople(ABREAST * PEOPLE_OF_JOB)]);
    const measured = await startChild(bundled, (await serviceEnvironment(place)).env);
    try {
      const started = performance.now();
      const { samples } = await measured.ask({ jobs, abreast: ABREAST });
      return resultsOf(samples, { jobs, seconds: Math.round((performance.now() - started) / 1000) });
    } finally {
      await measured.stop();
      await place.remove();
    }
  } finally {
    await database.close();
  }
}

function resultsOf(samples, details) {
  const tenth = Math.ceil(samples.length / 10);
  const [early, late] = [samples.slice(tenth, 2 * tenth), samples.slice(-tenth)];
  const grown = (name, measure, valueOf, typical) => {
    const [baseline, subject] = [early, late].map((some) => typical(some.map(valueOf)));
    const what = { name: `soak-${name}`, goal: GOAL, better: 'lower', details: { measure, ...details } };
    return comparison(what, [{ baseline, subject }]);
  };
  const greatest = (values) => Math.max(...values);
  return [
    grown('cost', 'processor milliseconds for each run', (sample) => sample.processorSecondsPerRun * 1000, median),
    grown('time', 'milliseconds for each run', (sample) => sample.secondsPerRun * 1000, median),
    grown('memory', 'megabytes in use', (sample) => sample.heapMegabytes, median),
    grown('resident', 'megabytes resident', (sample) => sample.residentMegabytes, median),
    grown('queue', 'most messages in the queue', (sample) => sample.messages, greatest),
  ];
}
