import { bundleCrashProcess } from '../crash/bundle.mjs';
import { pglite, postgres } from '../crash/databases.mjs';
import { atEachPoint, atRandom, make, SEED } from '../crash/tries.mjs';

/** A tenth of what `npm run test:crash` does. */
const TIMES = 10;

/** Each point is killed at on one of the databases; `npm run test:crash` does it on both. */
const [HALF, OTHER_HALF] = [0, 1].map((number) => ({ number, of: 2 }));

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPglite = () => crashesOn(pglite, HALF);

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPostgres = () => crashesOn(postgres, OTHER_HALF);

async function crashesOn(open, share) {
  await bundleCrashProcess();
  const database = await open();
  try {
    return await make(database, [atEachPoint(1, share), atRandom(TIMES, SEED)]);
  } finally {
    await database.close();
  }
}
