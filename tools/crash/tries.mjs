import { killAt, killEach } from './kill-each.mjs';
import { EVERY } from './share.mjs';
import { killAtRandom } from './kill-at-random.mjs';

/** The seed of `npm test`: each run of it draws the same moments. */
export const SEED = 4;

/**
 * @typedef {object} Try
 * @property {string} name
 * @property {string} repeat the arguments of `npm run test:crash` that do it once more
 * @property {(database: import('./databases.mjs').Database) => Promise<import('./kill-each.mjs').Killed>} run
 */

/** @returns {Try} */
export const atEachPoint = (pass, share = EVERY) => ({
  name: `killed at each point${share.of === 1 ? '' : ` of a share (1 of ${share.of})`}, pass ${pass}`,
  repeat: `--pass ${pass}`,
  run: (database) => killEach(database, { pass, share }),
});

/** @returns {Try} */
export const atPoint = (point, pass) => ({
  name: `killed at "${point}", pass ${pass}`,
  repeat: `--point '${point}' --pass ${pass}`,
  run: (database) => killAt(database, { point, pass }),
});

/** @returns {Try} */
export const atRandom = (times, seed) => ({
  name: `forty people, killed ${times} times at random, seed ${seed}`,
  repeat: `--times ${times} --seed ${seed}`,
  run: (database) => killAtRandom(database, { times, seed }),
});

/**
 * Makes the tries side by side and says how they went: each kill that was survived has passed, each problem has failed.
 *
 * @param {import('./databases.mjs').Database} database
 * @param {Try[]} tries
 * @returns {Promise<import('../test/counts.mjs').Counts>}
 */
export async function make(database, tries) {
  const results = await Promise.all(tries.map((one) => makeOne(database, one)));
  return {
    passed: results.reduce((total, { survived }) => total + survived, 0),
    failed: results.reduce((total, { problems }) => total + problems, 0),
    skippedNames: [],
  };
}

async function makeOne(database, { name, repeat, run }) {
  const started = performance.now();
  const { kills, starts, problems } = await run(database);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${problems.length === 0 ? '✔' : '✖'} ${database.name}: ${name}: ${kills} kills, ${starts} starts, ${seconds} s`,
  );
  for (const problem of problems) console.error(`    ${problem}`);
  if (problems.length > 0) {
    console.error(`    Once more: npm run test:crash -- --database ${database.name} ${repeat}`);
    console.error(`    One kill alone: npm run test:crash -- --database ${database.name} --point 'name of the point'`);
  }
  return { survived: Math.max(kills - problems.length, 0), problems: problems.length };
}
