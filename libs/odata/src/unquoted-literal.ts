import type { Literal } from './ast';
import { errorAt, quote } from './errors';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const INTEGER = /^[-+]?\d+$/;
const DECIMAL = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d{1,3})?$/i;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,12})?)?(Z|[-+]\d{2}:\d{2})?$/i;
const MAX_OFFSET_MINUTES = 14 * 60;

/**
 * Reads a literal that begins with a digit or a sign, or that is a GUID (OData ABNF: guidValue, int64Value,
 * decimalValue, dateValue, dateTimeOffsetValue). Throws `invalidLiteral` or `literalOutOfRange`.
 */
export function parseUnquotedLiteral(option: string, text: string, position: number): Literal {
  if (GUID.test(text)) return { kind: 'guid', value: text.toLowerCase(), position };
  if (INTEGER.test(text)) {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) {
      throw errorAt('literalOutOfRange', option, position, `the integer ${quote(text)} is too large`);
    }
    return { kind: 'integer', value: value === 0 ? 0 : value, position };
  }
  if (DECIMAL.test(text)) {
    if (!Number.isFinite(Number(text))) {
      throw errorAt('literalOutOfRange', option, position, `the number ${quote(text)} is too large`);
    }
    return { kind: 'decimal', value: text.startsWith('+') ? text.slice(1) : text, position };
  }
  if (DATE.test(text)) {
    if (!isDay(text)) throw errorAt('literalOutOfRange', option, position, `there is no day ${quote(text)}`);
    return { kind: 'date', value: text, position };
  }
  const dateTime = DATE_TIME.exec(text);
  if (dateTime) return dateTimeOffset(option, dateTime, position);
  throw errorAt('invalidLiteral', option, position, `${quote(text)} is neither a number, a date nor a GUID`);
}

function dateTimeOffset(option: string, match: RegExpExecArray, position: number): Literal {
  const [text, day = '', hour, minute, second = '00', offset] = match;
  if (offset === undefined) {
    const problem = `${quote(text)} has no offset; end it with Z or +hh:mm, and write + as %2B in a URL`;
    throw errorAt('invalidLiteral', option, position, problem);
  }
  const exists = isDay(day) && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60 && isOffset(offset);
  if (!exists) throw errorAt('literalOutOfRange', option, position, `there is no instant ${quote(text)}`);
  return { kind: 'dateTimeOffset', value: text.toUpperCase(), position };
}

function isDay(text: string): boolean {
  const [, year, month, day] = (DATE.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  // The year 0000 is legal ISO 8601 that PostgreSQL has no date for.
  return year > 0 && days !== undefined && day >= 1 && day <= days;
}

function isOffset(text: string): boolean {
  if (text.length === 1) return true;
  const minutes = Number(text.slice(4));
  return minutes < 60 && Number(text.slice(1, 3)) * 60 + minutes <= MAX_OFFSET_MINUTES;
}
