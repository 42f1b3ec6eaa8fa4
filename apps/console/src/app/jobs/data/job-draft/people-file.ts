import { type CsvRecord, readCsv } from './csv-reader';

/** What somebody decided about a row that is at fault: it does not move, or it moves all the same. */
export type RowDecision = 'leftOut' | 'kept';

/** A row of a list of people. */
export interface FileRow {
  /** Line of the file, from 1. */
  readonly line: number;
  /** Object id or address of the person, as it is written. */
  readonly person: string;
  /** The address beside an object id, to see whether both mean the same person; null for none. */
  readonly mail: string | null;
  /** Whether the row has more cells than there are titles, so that they may stand under the wrong ones. */
  readonly isTooLong: boolean;
  readonly decision: RowDecision | null;
}

/** A list of people that was read. */
export interface PeopleFile {
  /** Name of the file; null for a pasted list. */
  readonly name: string | null;
  readonly rows: readonly FileRow[];
  /** Titles of columns that say nothing about whom a row means. */
  readonly ignoredColumns: readonly string[];
}

/** Why nothing could be read of a list. */
export type FileFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'noColumn'; readonly titles: readonly string[] }
  | { readonly kind: 'openQuote'; readonly line: number }
  | { readonly kind: 'tooLong'; readonly rows: number };

export type FileReading = { readonly file: PeopleFile } | { readonly fault: FileFault };

/** More rows than this do not fit into what a browser keeps of a draft. */
export const MOST_ROWS = 20_000;

type Column = 'id' | 'mail' | 'sourceMail';

/** Titles without blanks, points and case: those of our own template, of Exchange batches, and of exports of Entra. */
const TITLES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'objectid', 'userid', 'personid', 'targetid', 'targetuserid', 'resource', 'resources'],
  mail: ['mail', 'email', 'emailaddress', 'userprincipalname', 'upn', 'primarysmtpaddress', 'targetmail', 'address'],
  sourceMail: ['sourcemail', 'sourceemail', 'sourceaddress', 'sourceuserprincipalname', 'sourceupn'],
};

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A file to be filled in: an address is enough, an object id is exact. */
export const PEOPLE_TEMPLATE = 'mail,id\r\nann.beebe@fabrikam.example,\r\n,22222222-0000-4000-8000-000000000002\r\n';

/** Reads a list of people: a CSV text with titles, or one id or address a line. */
export function readPeopleFile(text: string, name: string | null): FileReading {
  const { records, openQuoteLine } = readCsv(text);
  const [first] = records;
  if (openQuoteLine !== null) return { fault: { kind: 'openQuote', line: openQuoteLine } };
  if (first === undefined) return { fault: { kind: 'empty' } };
  const columns = first.cells.map(columnOf);
  const hasTitles = columns.some((column) => column !== null);
  if (!hasTitles && !first.cells.some(isName)) return { fault: { kind: 'noColumn', titles: first.cells } };
  const rows = hasTitles ? records.slice(1).map((record) => rowUnder(columns, record)) : records.flatMap(rowsWithout);
  if (rows.length === 0) return { fault: { kind: 'empty' } };
  if (rows.length > MOST_ROWS) return { fault: { kind: 'tooLong', rows: rows.length } };
  const ignoredColumns = hasTitles ? first.cells.filter((title, index) => title !== '' && columns[index] === null) : [];
  return { file: { name, rows, ignoredColumns } };
}

function columnOf(title: string): Column | null {
  const wanted = title.toLowerCase().replace(/[^a-z]/g, '');
  return (['id', 'mail', 'sourceMail'] as const).find((column) => TITLES[column].includes(wanted)) ?? null;
}

function isName(cell: string): boolean {
  return cell.includes('@') || GUID.test(cell);
}

function rowUnder(columns: readonly (Column | null)[], { line, cells }: CsvRecord): FileRow {
  const cellOf = (column: Column): string => cells[columns.indexOf(column)] ?? '';
  const [id, mail] = [cellOf('id'), cellOf('mail') || cellOf('sourceMail')];
  const isTooLong = cells.slice(columns.length).some((cell) => cell !== '');
  return { line, person: id || mail, mail: id !== '' && mail !== '' ? mail : null, isTooLong, decision: null };
}

/** Without titles every cell names somebody, as in an address field of a mail program. */
function rowsWithout({ line, cells }: CsvRecord): FileRow[] {
  return cells
    .filter((cell) => cell !== '')
    .map((person) => ({ line, person, mail: null, isTooLong: false, decision: null }));
}
