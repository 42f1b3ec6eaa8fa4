const COUNT = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** A number with separators between thousands. */
export function count(value: number): string {
  return COUNT.format(value);
}

/** Bytes in the largest unit of which there is at least one, in powers of 1,000. */
export function size(bytes: number): string {
  let [value, unit] = [bytes, 0];
  while (value >= 999.95 && unit < UNITS.length - 1) [value, unit] = [value / 1_000, unit + 1];
  return `${COUNT.format(value)} ${UNITS[unit] ?? ''}`;
}

/** A moment to the minute, in UTC; a dash where there is none. */
export function moment(date: Date | null | undefined): string {
  return date ? `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC` : '-';
}
