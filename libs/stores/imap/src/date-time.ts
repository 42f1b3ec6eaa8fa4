const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const DATE_TIME = /^ ?(\d{1,2})-(\w{3})-(\d{4}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d)$/;

/** The time that a server spells as RFC 3501, section 9, wants it: `17-Jul-1996 02:44:25 -0700`. 1970 where it is none. */
export function dateTimeIn(text: string): Date {
  const [, day, name, year, hour, minute, second, sign, hours, minutes] = DATE_TIME.exec(text) ?? [];
  const month = MONTHS.findIndex((known) => known.toLowerCase() === name?.toLowerCase());
  if (month === -1) return new Date(0);
  const date = new Date(0);
  // Not by `Date.UTC`, which takes the years up to 99 for those of another century.
  date.setUTCFullYear(Number(year), month, Number(day));
  date.setUTCHours(Number(hour), Number(minute), Number(second));
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(sign === '-' ? date.getTime() + ahead : date.getTime() - ahead);
}

/** Spells a time for a server, with a space for the first digit of a day. */
export function dateTimeOf(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, ' ');
  const time = date.toISOString().slice(-13, -5);
  return `${day}-${MONTHS[date.getUTCMonth()] ?? 'Jan'}-${String(date.getUTCFullYear()).padStart(4, '0')} ${time} +0000`;
}
