import { differencesOf } from './differences.mjs';
import { runPlan } from './run-plan.mjs';
import { isIn } from './share.mjs';

/**
 * Together they pass every point that the service has. Lanes, each on a place of its own and with settings of its own, go
 * their ways at the same time.
 *
 * @typedef {{ journeys: string[], settings: Record<string, string> }} Lane
 * @type {Lane[]}
 */
const LANES = [
  {
    journeys: ['wholeLife', 'held'],
    settings: { FERRY_REQUIRE_APPROVAL: 'true', FERRY_SKIPPED_ITEMS_ALLOWED: '2' },
  },
  { journeys: ['takenOut', 'dateComes', 'cancelled', 'refused'], settings: {} },
];
/** What is done every quarter of a minute: a process that is killed soon does not come by. */
const BY_TIMER = /Reconciler\.reconcile < Engine\.reconcile$/;
/** A point that a kill made unreachable, because the deed was done already, is reached in another round. */
const MOST_ROUNDS = 4;

/**
 * @typedef {object} Killed
 * @property {number} kills
 * @property {number} starts
 * @property {string[]} problems
 */

/** @typedef {import('./run-plan.mjs').Told} Told */

/**
 * Kills the service at each of its points, or at those of a share, one after another, at the given pass; each start goes on from where the last
 * process died.
 *
 * @param {import('./databases.mjs').Database} database
 * @param {{ pass: number, share: import('./share.mjs').Share }} options
 * @returns {Promise<Killed>}
 */
export async function killEach(database, { pass, share }) {
  const undisturbed = await Promise.all(LANES.map((lane) => watch(database, lane)));
  const results = await Promise.all(
    LANES.map((lane, index) => {
      const { ours, leave } = businessOf(index, undisturbed, share);
      // At a later pass not every process comes by often enough.
      const wanted = pass === 1 ? ours.filter(({ point }) => !BY_TIMER.test(point)) : [];
      return inRounds(database, lane, { at: 'each', pass, leave }, wanted, undisturbed[index]);
    }),
  );
  return {
    kills: results.reduce((sum, { kills }) => sum + kills, 0),
    starts: results.reduce((sum, { starts }) => sum + starts, 0),
    problems: [
      ...undisturbed.flatMap(({ problems }) => problems.map((problem) => `undisturbed: ${problem}`)),
      ...results.flatMap(({ problems }) => problems),
    ],
  };
}

/**
 * Kills the service once, at one point.
 *
 * @param {import('./databases.mjs').Database} database
 * @param {{ point: string, pass: number }} options
 * @returns {Promise<Killed>}
 */
export async function killAt(database, { point, pass }) {
  for (const lane of LANES) {
    const undisturbed = await watch(database, lane);
    const passed = undisturbed.points.find((one) => one.point === point);
    if (!passed) continue;
    const journeys = [passed.journey ?? lane.journeys[0]];
    return inRounds(database, { ...lane, journeys }, { at: 'point', point, pass }, [passed], undisturbed);
  }
  return { kills: 0, starts: 0, problems: [`nobody passes "${point}" in an undisturbed run`] };
}

/**
 * A point that several lanes pass is the business of the first of them, one of the start that of the last. Not every point
 * of the start is ours to reach: the queue tidies up when its time has come.
 *
 * @param {number} index of the lane
 * @param {Told[]} undisturbed of all lanes
 * @param {import('./share.mjs').Share} share
 */
function businessOf(index, undisturbed, share) {
  const isLast = index === undisturbed.length - 1;
  const earlier = undisturbed.slice(0, index).flatMap(({ points }) => points.filter(({ journey }) => journey !== null));
  const starts = undisturbed.flatMap(({ points }) => points.filter(({ journey }) => journey === null));
  const others = undisturbed[index].points.filter(({ point }) => !isIn(point, share));
  const leave = [...earlier, ...others, ...(isLast ? [] : starts)].map(({ point }) => point);
  const ours = undisturbed[index].points.filter(({ point, journey }) => journey !== null && !leave.includes(point));
  return { ours, leave };
}

async function watch(database, { journeys, settings }) {
  const place = await database.place();
  try {
    return await runPlan(place, { journeys, settings, kills: { at: 'never' }, stops: true });
  } finally {
    await place.remove();
  }
}

async function inRounds(database, { journeys, settings }, kills, wanted, undisturbed) {
  const place = await database.place();
  try {
    let told = await runPlan(place, { journeys, settings, kills, stops: true });
    const missed = () => wanted.filter(({ point }) => !told.kills.some((kill) => kill.point === point));
    for (let round = 2; missed().length > 0 && told.problems.length === 0 && round <= MOST_ROUNDS; round += 1) {
      const again = [...new Set(missed().map(({ journey }) => `${journey}#${round}`))];
      told = await runPlan(place, { journeys: again, settings, kills, stops: true });
    }
    const expected = Object.fromEntries(journeys.map((journey) => [journey, undisturbed.outcomes[journey]]));
    return {
      kills: told.kills.length,
      starts: told.starts,
      problems: [
        ...told.problems,
        ...differencesOf(expected, told.outcomes),
        ...missed().map(({ point, journey }) => `never killed at "${point}" (${journey})`),
      ],
    };
  } finally {
    await place.remove();
  }
}
