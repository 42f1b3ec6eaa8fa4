import { formatSpan } from './dates';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units in which a range is told, largest first; a range begins in the first one that its end fills twice. */
const UNITS = [
  [DAY, 'days'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
] as const;

/** "about 10 to 25 min": rounded up, since nobody minds when it is done earlier; "less than a minute" below that. */
export function formatRange(leastSeconds: number, mostSeconds: number): string {
  if (mostSeconds < MINUTE) return 'less than a minute';
  const [size, unit] = UNITS.find(([seconds]) => mostSeconds >= 2 * seconds) ?? [MINUTE, 'min'];
  const [least, most] = [Math.ceil(leastSeconds / size), Math.ceil(mostSeconds / size)];
  if (least === most) return `about ${most} ${unit}`;
  return leastSeconds < size ? `up to ${formatSpan(most * size * 1_000)}` : `about ${least} to ${most} ${unit}`;
}
