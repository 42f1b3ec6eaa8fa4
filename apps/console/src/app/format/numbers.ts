import { LOCALE } from './locale';

const COUNT = new Intl.NumberFormat(LOCALE);
const COMPACT = new Intl.NumberFormat(LOCALE, { maximumSignificantDigits: 3 });
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];

/** 48212 -> "48,212". */
export function formatCount(value: number): string {
  return COUNT.format(value);
}

/** 42600000 -> "42.6 MB": decimal units, three significant digits. */
export function formatBytes(bytes: number): string {
  const exponent = bytes < 1000 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), BYTE_UNITS.length - 1);
  return `${COMPACT.format(bytes / 1000 ** exponent)} ${BYTE_UNITS[exponent] ?? 'B'}`;
}

/** 12.345 -> "12.3/s", 48212 -> "48,200/s": so many a second, three significant digits. */
export function formatRate(rate: number): string {
  return `${COMPACT.format(rate)}/s`;
}

/** 0.714 -> "71 %"; rounded down, because 100 % is only said when nothing is left. */
export function formatPercent(ratio: number): string {
  return `${Math.floor(ratio * 100)} %`;
}

/** (1, 'person', 'people') -> "1 person"; (1200, 'person', 'people') -> "1,200 people". */
export function formatQuantity(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}
