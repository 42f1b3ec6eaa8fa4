const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const PLACE_IN_YEAR = new Map(MONTHS.map((name, month) => [name.toLowerCase(), month]));
const DATE_TIME = /^ ?\d{1,2}-\w{3}-\d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;
/** After so many years the calendar begins anew. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * 86_400_000;

/** The time that a server spells as RFC 3501, section 9, wants it: `17-Jul-1996 02:44:25 -0700`. 1970 where it is none. */
export function dateTimeIn(text: string): Date {
  if (!DATE_TIME.test(text)) return new Date(0);
  // Everything but the day has its place when it is counted from the end.
  const month = PLACE_IN_YEAR.get(text.slice(-23, -20).toLowerCase());
  if (month === undefined) return new Date(0);
  const [day, year] = [Number(text.slice(0, -24)), Number(text.slice(-19, -15))];
  const [hour, minute, second] = [
    Number(text.slice(-14, -12)),
    Number(text.slice(-11, -9)),
    Number(text.slice(-8, -6)),
  ];
  // `Date.UTC` takes the years up to 99 for those of another century.
  const time = Date.UTC(year + CYCLE_YEARS, month, day, hour, minute, second) - CYCLE_MS;
  const ahead = (Number(text.slice(-4, -2)) * 60 + Number(text.slice(-2))) * 60_000;
  return new Date(text.at(-5) === '-' ? time + ahead : time - ahead);
}

/** Spells a time for a server, with a space for the first digit of a day. */
export function dateTimeOf(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const time = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}:${twoDigits(date.getUTCSeconds())}`;
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${day}-${MONTHS[date.getUTCMonth()] ?? 'Jan'}-${year} ${time} +0000`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
