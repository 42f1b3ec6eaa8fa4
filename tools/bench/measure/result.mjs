import { median, rounded, spreadOf } from './figures.mjs';

/**
 * @typedef {object} Result
 * @property {string} name
 * @property {number} ratio subject to baseline; for a budget the measured value
 * @property {number} goal
 * @property {boolean} pass
 * @property {'higher' | 'lower'} better `higher`: the goal is the least that will do, `lower`: the most
 * @property {string} unit of ratio and goal; `ratio` where they have none
 * @property {[number, number]} spread least and greatest of the rounds
 */

/**
 * The result of rounds that compare a subject with its baseline.
 *
 * @param {{ name: string, goal: number, better: Result['better'], details?: object }} what
 * @param {{ subject: number, baseline: number }[]} pairs
 * @returns {Result}
 */
export function comparison({ name, goal, better, details = {} }, pairs) {
  return result({ name, goal, better, unit: 'ratio' }, ratiosOf(pairs), {
    subject: rounded(median(pairs.map(({ subject }) => subject))),
    baseline: rounded(median(pairs.map(({ baseline }) => baseline))),
    ...details,
  });
}

/**
 * The result of rounds against a limit.
 *
 * @param {{ name: string, goal: number, unit: string, details?: object }} what
 * @param {number[]} values
 * @returns {Result}
 */
export function budget({ name, goal, unit, details = {} }, values) {
  return result({ name, goal, better: 'lower', unit }, values, details);
}

/**
 * The result of rounds of which at least so much is wanted.
 *
 * @param {{ name: string, goal: number, unit: string, details?: object }} what
 * @param {number[]} values
 * @returns {Result}
 */
export function threshold({ name, goal, unit, details = {} }, values) {
  return result({ name, goal, better: 'higher', unit }, values, details);
}

/** @returns {number[]} */
export const ratiosOf = (pairs) => pairs.map(({ subject, baseline }) => subject / baseline);

function result({ name, goal, better, unit }, values, details) {
  const ratio = median(values);
  const pass = better === 'higher' ? ratio >= goal : ratio <= goal;
  const figures = { ratio: rounded(ratio), goal, pass, better, unit };
  return { name, ...figures, spread: spreadOf(values).map(rounded), rounds: values.length, ...details };
}
