import { LOCALE } from './locale';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UTC = { timeZone: 'UTC' } as const;
const DAY_PARTS = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const EXACT = new Intl.DateTimeFormat(LOCALE, { ...UTC, dateStyle: 'full', timeStyle: 'medium' });
const MOMENT_DAY = new Intl.DateTimeFormat(LOCALE, { ...UTC, ...DAY_PARTS });
const MOMENT_DAY_AND_YEAR = new Intl.DateTimeFormat(LOCALE, { ...UTC, ...DAY_PARTS, year: 'numeric' });
const TIME = new Intl.DateTimeFormat(LOCALE, { ...UTC, hour: '2-digit', minute: '2-digit', hour12: false });
const TIME_WITH_SECONDS = new Intl.DateTimeFormat(LOCALE, { ...UTC, timeStyle: 'medium', hour12: false });

/** "Friday 27 November 2026 at 18:00:00 UTC": what a tooltip says. */
export function formatExact(date: Date): string {
  return `${EXACT.format(date)} UTC`;
}

/** "Fri 27 Nov 18:00 UTC", with the year when it is not the one of `now`. */
export function formatMoment(date: Date, now: Date): string {
  const format = date.getUTCFullYear() === now.getUTCFullYear() ? MOMENT_DAY : MOMENT_DAY_AND_YEAR;
  return `${format.format(date).replace(',', '')} ${TIME.format(date)} UTC`;
}

/** "09:41:07" in UTC. */
export function formatTimeOfDay(date: Date): string {
  return TIME_WITH_SECONDS.format(date);
}

/** The two largest units of a span: "6 d 21 h", "2 h 10 min", "3 min", "45 s". */
export function formatSpan(milliseconds: number): string {
  const span = Math.abs(milliseconds);
  if (span < MINUTE) return `${Math.floor(span / SECOND)} s`;
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`;
  const [large, largeUnit, small, smallUnit] = span < DAY ? [HOUR, 'h', MINUTE, 'min'] : [DAY, 'd', HOUR, 'h'];
  const rest = Math.floor((span % large) / small);
  return `${Math.floor(span / large)} ${largeUnit}${rest === 0 ? '' : ` ${rest} ${smallUnit}`}`;
}

/** "in 2 h 10 min", "3 s ago"; "now" within a second. */
export function formatRelative(date: Date, now: Date): string {
  const span = date.getTime() - now.getTime();
  if (Math.abs(span) < SECOND) return 'now';
  return span > 0 ? `in ${formatSpan(span)}` : `${formatSpan(span)} ago`;
}
