import { median, rounded } from '../measure/figures.mjs';
import { comparison, ratiosOf } from '../measure/result.mjs';
import { Connection } from '../service/connection.mjs';
import { onEachDatabase } from '../service/databases.mjs';
import { startService } from '../service/service.mjs';
import { pagesOf, readPage } from './pages.mjs';
import { seedJobs } from './seed.mjs';

const GOAL = 1.3;
const MANY = 100_000;
const FEW = 1_000;

/** Time of a page of 20 of many jobs, against the same page of few. Of several pages the slowest one counts. */
export const list = ({ quick }) => onEachDatabase((database) => measure(database, quick));

async function measure(database, quick) {
  const [rounds, reads] = quick ? [1, 10] : [5, 25];
  const many = await startOn(database, MANY);
  const few = await startOn(database, FEW);
  try {
    const results = [];
    for (const [page, path] of many.pages) {
      const read = () => readInTurns({ ...many, path }, { ...few, path: few.pages.get(page) }, reads);
      await read();
      const pairs = [];
      for (let round = 0; round < rounds; round += 1) pairs.push(await read());
      results.push({ page, pairs, ratio: median(ratiosOf(pairs)) });
    }
    const slowest = results.reduce((worst, result) => (result.ratio > worst.ratio ? result : worst));
    const pages = Object.fromEntries(results.map(({ page, ratio }) => [page, rounded(ratio)]));
    const details = { measure: 'milliseconds', slowest: slowest.page, pages };
    return comparison({ name: `list-${database.name}`, goal: GOAL, better: 'lower', details }, slowest.pairs);
  } finally {
    await Promise.all([many.end(), few.end()]);
  }
}

async function startOn(database, jobs) {
  const place = await database.place();
  await place.fill([seedJobs(jobs)]);
  const service = await startService(place);
  const connection = new Connection(service.address, { headers: { authorization: `Bearer ${await service.token()}` } });
  const end = async () => {
    connection.close();
    await service.stop();
    await place.remove();
  };
  return { connection, pages: await pagesOf(connection), end };
}

/** Milliseconds of a page here and there, read in turns one by one: the median of many reads. */
async function readInTurns(subject, baseline, reads) {
  const times = { subject: [], baseline: [] };
  for (let read = 0; read < reads; read += 1) {
    times.baseline.push(await timeOf(baseline));
    times.subject.push(await timeOf(subject));
  }
  return { subject: median(times.subject), baseline: median(times.baseline) };
}

async function timeOf({ connection, path }) {
  const started = performance.now();
  await readPage(connection, path);
  return performance.now() - started;
}
