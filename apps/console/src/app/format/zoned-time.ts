/** A date and a time as they are written in a time zone (IANA), to the minute. */
export interface ZonedTime {
  /** `2026-11-27`; empty while it is not given. */
  readonly date: string;
  /** `18:00`; empty while it is not given. */
  readonly time: string;
  readonly zone: string;
}

/** The moment that a zoned time means. */
export interface ZonedMoment {
  /** Null while a part is missing or wrong, and for a time that clocks skip. */
  readonly moment: Date | null;
  /** Whether clocks are set forward over that time, so that it does not exist, or back, so that it comes twice. */
  readonly change: 'skipped' | 'twice' | null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const NO_MOMENT: ZonedMoment = { moment: null, change: null };

/** The moment of a zoned time. Of two, when clocks are set back, the first one, which is not later than anybody expects. */
export function momentOf({ date, time, zone }: ZonedTime): ZonedMoment {
  const wall = time === '' ? Number.NaN : Date.parse(`${date}T${time}Z`);
  // Some days do not exist, and are taken for later ones.
  if (Number.isNaN(wall) || !new Date(wall).toISOString().startsWith(date) || !isZone(zone)) return NO_MOMENT;
  // The offset is asked for around the time: whatever change is near, one of the two is right.
  const offsets = new Set([-DAY, DAY].map((around) => offsetAt(wall + around, zone)));
  const fitting = [...offsets].map((offset) => wall - offset).filter((at) => at + offsetAt(at, zone) === wall);
  const [first, second] = fitting.sort((one, other) => one - other);
  if (first === undefined) return { moment: null, change: 'skipped' };
  return { moment: new Date(first), change: second === undefined ? null : 'twice' };
}

/** How a moment is written in a zone. */
export function zonedTimeOf(moment: Date, zone: string): ZonedTime {
  const wall = new Date(moment.getTime() + offsetAt(moment.getTime(), zone)).toISOString();
  return { date: wall.slice(0, -14), time: wall.slice(-13, -8), zone };
}

/** The zone of the browser. */
export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Every zone that the browser knows, by name, with UTC, which some leave out. */
export function allZones(): readonly string[] {
  return [...new Set(['UTC', ownZone(), ...Intl.supportedValuesOf('timeZone')])].sort();
}

/** "Fri, 27 Nov 2026, 18:00" in a zone, with the name of its offset. */
export function formatInZone(moment: Date, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(moment);
}

function isZone(zone: string): boolean {
  if (zone === '') return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** How far a zone is ahead of UTC at a moment, in milliseconds, to the minute. */
function offsetAt(at: number, zone: string): number {
  const parts = new Map(
    new Intl.DateTimeFormat('en-u-ca-gregory', {
      timeZone: zone,
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      hourCycle: 'h23',
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wall - Math.floor(at / MINUTE) * MINUTE;
}
