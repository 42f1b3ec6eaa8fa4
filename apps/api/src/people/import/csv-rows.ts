import type { ImportedPerson } from '@ferry/contracts';
import { type CsvError, parse } from 'csv-parse';
import type { Readable } from 'node:stream';
import { BadRequestError } from '../../graph/graph-http-error';
import { columnOf, valueOfCell } from './import-columns';
import { ImportDamagedError, LARGEST_ROW_BYTES, type RawRow } from './import-row';

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The rows of a CSV file (RFC 4180) as they come, in UTF-8, with commas, semicolons or tabs. The first line has the
 * titles of the columns, in any order.
 *
 * @throws BadRequestError for titles that are no columns, ImportDamagedError where the rest cannot be read
 */
export async function* csvRows(content: Readable): AsyncGenerator<RawRow> {
  // The stream would drop the rows that it has read together with the damaged one.
  const damage: { first: ImportDamagedError | null } = { first: null };
  const parser = parse({
    skip_records_with_error: true,
    on_skip: (error) => {
      damage.first ??= damagedAt(error);
      return undefined;
    },
    bom: true,
    delimiter: [',', ';', '\t'],
    info: true,
    max_record_size: LARGEST_ROW_BYTES,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  content.on('error', (error: Error) => parser.destroy(error));
  content.pipe(parser);
  let columns: readonly (keyof ImportedPerson)[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      if (damage.first && info.lines > damage.first.line) break;
      if (columns === null) columns = columnsOf(record);
      else yield { line: info.lines, values: valuesOf(columns, record) };
    }
    if (damage.first) throw damage.first;
  } finally {
    content.unpipe(parser);
    parser.destroy();
  }
  if (columns === null) throw new BadRequestError('The file is empty. Its first line must have the titles of columns.');
}

function damagedAt(error: CsvError | undefined): ImportDamagedError {
  const lines: unknown = error?.['lines'];
  const reason = error?.message ?? 'A row is damaged.';
  const message = `The file cannot be read from here on: ${reason} Mend it, and import it again.`;
  return new ImportDamagedError(typeof lines === 'number' ? Math.max(lines, 1) : 1, message, { cause: error });
}

function columnsOf(titles: readonly string[]): (keyof ImportedPerson)[] {
  const columns = titles.map((title) => ({ title, column: columnOf(title) }));
  const details = columns.flatMap(({ title, column }, index) => {
    const target = title.slice(0, 100);
    if (column === undefined) {
      const message = `There is no column '${target}'. GET .../people:template shows those that there are.`;
      return [{ code: 'unknownColumn', message, target }];
    }
    const isDouble = columns.slice(0, index).some((other) => other.column === column);
    return isDouble ? [{ code: 'doubleColumn', message: `The column '${column}' is there twice.`, target }] : [];
  });
  const known = columns.flatMap(({ column }) => column ?? []);
  if (!known.includes('id')) {
    details.push({ code: 'missingColumn', message: "The column 'id' is missing.", target: 'id' });
  }
  const [first] = details;
  if (first)
    throw new BadRequestError(details.map(({ message }) => message).join(' '), { details, target: first.target });
  return known;
}

function valuesOf(columns: readonly (keyof ImportedPerson)[], cells: readonly string[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const value = valueOfCell(column, cells[index] ?? '');
    if (value !== undefined) values[column] = value;
  }
  // A cell too many would make the ones before it wrong, too: most likely a comma without quotes.
  if (cells.length > columns.length) values[''] = cells.length - columns.length;
  return values;
}
