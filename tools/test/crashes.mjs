import { bundleCrashProcess } from '../crash/bundle.mjs';
import { pglite, postgres } from '../crash/databases.mjs';
import { atEachPoint, atRandom, make, SEED } from '../crash/tries.mjs';

/** A twentieth of what `npm run test:crash` does. */
const TIMES = 5;

/** An eighth of the points on each database, another one on the other; `npm run test:crash` takes all of them on both. */
const [EIGHTH, ANOTHER] = [0, 1].map((number) => ({ number, of: 8 }));

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPglite = () => crashesOn(pglite, EIGHTH);

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPostgres = () => crashesOn(postgres, ANOTHER);

async function crashesOn(open, share) {
  await bundleCrashProcess();
  const database = await open();
  try {
    return await make(database, [atEachPoint(1, share), atRandom(TIMES, SEED)]);
  } finally {
    await database.close();
  }
}
