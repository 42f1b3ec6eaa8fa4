import { createHash } from 'node:crypto';

/**
 * A part of all points, the same one each time: the points are dealt out by their names.
 *
 * @typedef {{ number: number, of: number }} Share `number` from 0
 */

/** Every point. @type {Share} */
export const EVERY = { number: 0, of: 1 };

/**
 * @param {string} point
 * @param {Share} share
 */
export function isIn(point, { number, of }) {
  return createHash('sha256').update(point).digest()[0] % of === number;
}
