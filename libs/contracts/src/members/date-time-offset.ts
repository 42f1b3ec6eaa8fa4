import { Transform } from 'class-transformer';
import { IsDate } from 'class-validator';

/** `YYYY-MM-DDThh:mm[:ss[.fraction]]` with `Z` or an offset; the pattern of the published schema (contract page 5.7). */
const DATE_TIME_OFFSET =
  /^(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,12})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/i;

/**
 * Reads an OData `Edm.DateTimeOffset` literal. A text without a zone, a date that the calendar does not have (30
 * February) and anything that is no text give `undefined`. Fractions beyond a millisecond are cut off.
 */
export function parseDateTimeOffset(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const match = DATE_TIME_OFFSET.exec(value);
  if (!match) return undefined;
  const [, year, month, day] = match.map(Number);
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day > daysInMonth) return undefined;
  const date = new Date(value.toUpperCase());
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * A point in time: ISO 8601 with a zone on the wire, `Date` in code. Whatever cannot be read stays as it came, so that
 * validation can name the member instead of seeing an invalid date.
 */
export function DateTimeOffset(): PropertyDecorator {
  const transform = Transform(({ value }: { value: unknown }) => parseDateTimeOffset(value) ?? value, {
    toClassOnly: true,
  });
  const isDate = IsDate({ message: '$property must be a date and time with a zone, such as 2027-03-01T18:00:00Z' });
  return (target, propertyKey) => {
    transform(target, propertyKey);
    isDate(target, propertyKey);
  };
}
