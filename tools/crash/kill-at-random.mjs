import { Chance } from '../fuzz/chance.mjs';
import { differencesOf } from './differences.mjs';
import { runPlan } from './run-plan.mjs';

const JOURNEYS = ['forty'];
/** Part of the way that is gone again and again: what a process did since its last record is done once more by the next. */
const LASTING = 0.6;

/**
 * Kills the service so many times during one job of forty people. The moments are numbers of points passed, drawn from
 * a seed.
 *
 * @param {{ place: () => Promise<import('./place.mjs').Place> }} database
 * @param {{ times: number, seed: number }} options
 * @returns {Promise<import('./kill-each.mjs').Killed>}
 */
export async function killAtRandom(database, { times, seed }) {
  const [calm, place] = [await database.place(), await database.place()];
  try {
    const undisturbed = await runPlan(calm, { journeys: JOURNEYS, kills: { at: 'never' } });
    const longest = Math.floor((2 * LASTING * undisturbed.passed) / times);
    const chance = new Chance(seed);
    const counts = Array.from({ length: times }, () => 1 + chance.below(longest));
    const told = await runPlan(place, { journeys: JOURNEYS, kills: { at: 'counts', counts } });
    const few = told.kills.length < times ? [`only ${told.kills.length} of ${times} kills before the end`] : [];
    return {
      kills: told.kills.length,
      starts: told.starts,
      problems: [
        ...undisturbed.problems.map((problem) => `undisturbed: ${problem}`),
        ...told.problems,
        ...differencesOf(undisturbed.outcomes, told.outcomes),
        ...few,
      ],
    };
  } finally {
    await calm.remove();
    await place.remove();
  }
}
