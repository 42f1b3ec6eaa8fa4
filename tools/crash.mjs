/**
 * `npm run test:crash`: kills the service at each of its points, at several passes, and a hundred times at random during
 * one job of forty people; on both databases. `npm test` has a shorter form of it. Options: `--database
 * pglite|postgres`, and one of `--pass 2`, `--point 'name of a point' --pass 1`, `--times 100 --seed 7`.
 */
import { parseArgs } from 'node:util';
import { buildAll } from './bench/builds.mjs';
import { bundleCrashProcess } from './crash/bundle.mjs';
import { pglite, postgres } from './crash/databases.mjs';
import { atEachPoint, atPoint, atRandom, make, SEED } from './crash/tries.mjs';
import { cleanUpAll, cleanUpOnSignals } from './test/at-end.mjs';
import { closingLine, sum } from './test/counts.mjs';

const PASSES = [1, 2, 5];
const TIMES = 100;

const { values } = parseArgs({
  options: {
    database: { type: 'string' },
    pass: { type: 'string' },
    point: { type: 'string' },
    times: { type: 'string' },
    seed: { type: 'string' },
  },
});

cleanUpOnSignals();
await buildAll();
await bundleCrashProcess();
const counts = [];
for (const [name, open] of Object.entries({ pglite, postgres })) {
  if (values.database && values.database !== name) continue;
  const database = await open();
  try {
    for (const one of tries()) counts.push(await make(database, [one]));
  } finally {
    await database.close();
  }
}
await cleanUpAll();
const total = sum(counts);
console.log(`\n${closingLine(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function tries() {
  if (values.point) return [atPoint(values.point, Number(values.pass ?? 1))];
  if (values.pass) return [atEachPoint(Number(values.pass))];
  if (values.times || values.seed) return [atRandom(Number(values.times ?? TIMES), Number(values.seed ?? SEED))];
  return [...PASSES.map(atEachPoint), atRandom(TIMES, SEED)];
}
