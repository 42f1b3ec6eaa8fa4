import { dateLanguage } from './locale';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const UTC = { timeZone: 'UTC' } as const;
const DAY_PARTS = { weekday: 'short', day: 'numeric', month: 'short' } as const;
const HOURS = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** A format in the language of the moment; making one is slow, so each is kept. */
function formatOf(options: Intl.DateTimeFormatOptions): (date: Date) => string {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (date) => {
    const language = dateLanguage();
    const format = formats.get(language) ?? new Intl.DateTimeFormat(language, { ...UTC, ...options });
    formats.set(language, format);
    return format.format(date);
  };
}

const dateTime = formatOf({ ...DAY_PARTS, year: 'numeric', ...HOURS });
const exact = formatOf({ dateStyle: 'full', timeStyle: 'medium', hourCycle: 'h23' });
const momentDay = formatOf(DAY_PARTS);
const momentDayAndYear = formatOf({ ...DAY_PARTS, year: 'numeric' });
const weekday = formatOf({ weekday: 'narrow' });
const time = formatOf(HOURS);
const localTime = formatOf({ timeZone: undefined, ...HOURS });
const localMoment = formatOf({ timeZone: undefined, day: 'numeric', month: 'short', ...HOURS });
const timeWithSeconds = formatOf({ timeStyle: 'medium', hourCycle: 'h23' });

/** "Friday 27 November 2026 at 18:00:00 UTC": what a tooltip says. */
export function formatExact(date: Date): string {
  return `${exact(date)} UTC`;
}

/** "Fri, 27 Nov 2026, 18:00 UTC": for whoever plans. */
export function formatDateTime(date: Date): string {
  return `${dateTime(date)} UTC`;
}

/** "Fri 27 Nov 18:00 UTC", with the year when it is not the one of `now`. */
export function formatMoment(date: Date, now: Date): string {
  const day = date.getUTCFullYear() === now.getUTCFullYear() ? momentDay : momentDayAndYear;
  return `${day(date).replace(',', '')} ${time(date)} UTC`;
}

/** "Fri 27 Nov" in UTC. */
export function formatDay(date: Date): string {
  return momentDay(date).replace(',', '');
}

/** "F" for a Friday in UTC: what a column of a calendar says. */
export function formatWeekday(date: Date): string {
  return weekday(date);
}

/** "09:41 UTC". */
export function formatTime(date: Date): string {
  return `${time(date)} UTC`;
}

/** "18:00" in the time zone of whoever looks. */
export function formatLocalTime(date: Date): string {
  return localTime(date);
}

/** "27 Nov, 18:00" in the time zone of whoever looks. */
export function formatLocalMoment(date: Date): string {
  return localMoment(date);
}

/** "27 Nov, 19:00 your time", beside a moment in UTC; null where that is the same. */
export function formatYourTime(date: Date): string | null {
  return date.getTimezoneOffset() === 0 ? null : `${localMoment(date)} your time`;
}

/** "09:41:07" in UTC. */
export function formatTimeOfDay(date: Date): string {
  return timeWithSeconds(date);
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
