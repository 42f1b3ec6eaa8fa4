import { differencesOf } from './differences.mjs';
import { runPlan } from './run-plan.mjs';

/**
 * Together they pass every point that the service has. Two lanes, each on a place of its own, go their ways at the same
 * time; a point that both pass is the business of the lane that passes it first, one of the start that of the second.
 */
const LANES = [['wholeLife'], ['takenOut', 'dateComes', 'cancelled', 'refused']];
/** A point that a kill made unreachable, because the deed was done already, is reached in another round. */
const MOST_ROUNDS = 4;

/**
 * @typedef {object} Killed
 * @property {number} kills
 * @property {number} starts
 * @property {string[]} problems
 */

/**
 * Kills the service at each of its points, one after another, at the given pass; each start goes on from where the last
 * process died.
 *
 * @param {{ place: () => Promise<import('./place.mjs').Place> }} database
 * @param {{ pass: number }} options
 * @returns {Promise<Killed>}
 */
export async function killEach(database, { pass }) {
  const undisturbed = await watch(database);
  const lanes = LANES.map((journeys, lane) => {
    const isOurs = ({ journey }) => (journey === null ? lane === LANES.length - 1 : journeys.includes(journey));
    const leave = undisturbed.points.filter((one) => !isOurs(one)).map(({ point }) => point);
    // At a later pass not every process comes by often enough; and the queue tidies up at a start only now and then.
    const wanted = undisturbed.points.filter((one) => pass === 1 && one.journey !== null && isOurs(one));
    return inRounds(database, journeys, { at: 'each', pass, leave }, wanted, undisturbed);
  });
  const results = await Promise.all(lanes);
  return {
    kills: results.reduce((sum, { kills }) => sum + kills, 0),
    starts: results.reduce((sum, { starts }) => sum + starts, 0),
    problems: [
      ...undisturbed.problems.map((problem) => `undisturbed: ${problem}`),
      ...results.flatMap(({ problems }) => problems),
    ],
  };
}

/**
 * Kills the service once, at one point.
 *
 * @param {{ place: () => Promise<import('./place.mjs').Place> }} database
 * @param {{ point: string, pass: number }} options
 * @returns {Promise<Killed>}
 */
export async function killAt(database, { point, pass }) {
  const undisturbed = await watch(database);
  const journey = undisturbed.points.find((one) => one.point === point)?.journey ?? LANES[0][0];
  return inRounds(database, [journey], { at: 'point', point, pass }, [{ point, journey }], undisturbed);
}

async function watch(database) {
  const place = await database.place();
  try {
    return await runPlan(place, { journeys: LANES.flat(), kills: { at: 'never' }, stops: true });
  } finally {
    await place.remove();
  }
}

async function inRounds(database, journeys, kills, wanted, undisturbed) {
  const place = await database.place();
  try {
    let told = await runPlan(place, { journeys, kills, stops: true });
    const missed = () => wanted.filter(({ point }) => !told.kills.some((kill) => kill.point === point));
    for (let round = 2; missed().length > 0 && told.problems.length === 0 && round <= MOST_ROUNDS; round += 1) {
      const again = [...new Set(missed().map(({ journey }) => `${journey}#${round}`))];
      told = await runPlan(place, { journeys: again, kills, stops: true });
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
