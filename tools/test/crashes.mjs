import { bundleCrashProcess } from '../crash/bundle.mjs';
import { pglite, postgres } from '../crash/databases.mjs';
import { atEachPoint, atRandom, make, SEED } from '../crash/tries.mjs';

/** A tenth of what `npm run test:crash` does. */
const TIMES = 10;

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPglite = () => crashesOn(pglite);

/** @returns {Promise<import('./counts.mjs').Counts>} */
export const crashesOnPostgres = () => crashesOn(postgres);

async function crashesOn(open) {
  await bundleCrashProcess();
  const database = await open();
  try {
    return await make(database, [atEachPoint(1), atRandom(TIMES, SEED)]);
  } finally {
    await database.close();
  }
}
