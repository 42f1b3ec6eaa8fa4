/** @returns {number} the middle of the values; of an even count the mean of the middle two */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @returns {[number, number]} the least and the greatest */
export const spreadOf = (values) => [Math.min(...values), Math.max(...values)];

/** Three significant digits, and no more than three decimals: what a noisy machine can tell. */
export const rounded = (value) => Number(Math.abs(value) >= 1000 ? value.toFixed(0) : value.toPrecision(3));

/**
 * Measures the subject and its baseline in turns, so that whatever else the machine does hits both. Each round begins
 * with the other one.
 *
 * @param {number} rounds
 * @param {{ subject: () => Promise<number>, baseline: () => Promise<number> }} measures
 * @returns {Promise<{ subject: number, baseline: number }[]>} one pair a round
 */
export async function inTurns(rounds, { subject, baseline }) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) {
      const first = await baseline();
      pairs.push({ baseline: first, subject: await subject() });
    } else {
      const first = await subject();
      pairs.push({ subject: first, baseline: await baseline() });
    }
  }
  return pairs;
}
