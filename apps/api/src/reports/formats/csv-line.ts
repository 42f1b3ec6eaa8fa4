/** A value of a cell; null is an empty cell. */
export type CsvValue = string | number | boolean | Date | null;

/**
 * With these a spreadsheet takes a text for a formula, also in their full-width forms (OWASP, CSV Injection). A line feed
 * is among them because some programs drop it and read on.
 */
const BEGINS_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One record with its line break (RFC 4180). A text that would be read as a formula gets an apostrophe in front, which
 * spreadsheets take for "this is text"; numbers and dates are ours and stay as they are.
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const harmless = BEGINS_FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
