import type { ImportedPerson } from '@ferry/contracts';

/** How the cell of a column becomes a value, and what the template shows for it. */
interface Column {
  readonly kind: 'text' | 'nullable' | 'secret' | 'flag';
  readonly example: string;
}

/** The columns of a CSV file of people, in the order of the template. */
export const IMPORT_COLUMNS: Readonly<Record<keyof ImportedPerson, Column>> = {
  id: { kind: 'text', example: '22222222-0000-4000-8000-000000000001' },
  displayName: { kind: 'text', example: 'Ann Beebe' },
  mail: { kind: 'text', example: 'ann.beebe@fabrikam.example' },
  sourceMail: { kind: 'nullable', example: 'ann.beebe@contoso.example' },
  sourceId: { kind: 'nullable', example: '' },
  sourceLogin: { kind: 'nullable', example: '' },
  sourcePassword: { kind: 'secret', example: '' },
  targetLogin: { kind: 'nullable', example: '' },
  targetPassword: { kind: 'secret', example: '' },
  identityMapping: { kind: 'text', example: 'completed' },
  inScopeGroup: { kind: 'flag', example: 'true' },
  scopeGroup: { kind: 'text', example: '' },
  exchangePlanAtSource: { kind: 'flag', example: 'true' },
  exchangePlanAtTarget: { kind: 'flag', example: 'true' },
  teamsLicenceAtSource: { kind: 'flag', example: 'true' },
  teamsLicenceAtTarget: { kind: 'flag', example: 'true' },
  oneDriveLicence: { kind: 'flag', example: 'true' },
  sipAddress: { kind: 'flag', example: 'true' },
};

/** Whether a column holds yes or no. */
export function isFlag(title: string): boolean {
  const column = columnOf(title);
  return column !== undefined && IMPORT_COLUMNS[column].kind === 'flag';
}

const WORDS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  false: false,
  no: false,
  '0': false,
};

/** The column that a title means, in any letter case; undefined for none. */
export function columnOf(title: string): keyof ImportedPerson | undefined {
  const wanted = title.trim().toLowerCase();
  return (Object.keys(IMPORT_COLUMNS) as (keyof ImportedPerson)[]).find((name) => name.toLowerCase() === wanted);
}

/**
 * The value of a cell. An empty one leaves the value as it is, except where it can be null: then it takes it away. A word
 * that is no flag stays a text, which the rules of the column refuse.
 */
export function valueOfCell(column: keyof ImportedPerson, cell: string): string | boolean | null | undefined {
  const { kind } = IMPORT_COLUMNS[column];
  const text = kind === 'secret' ? cell : cell.trim();
  if (text === '') return kind === 'nullable' ? null : undefined;
  return kind === 'flag' ? (WORDS[text.toLowerCase()] ?? text) : text;
}

/** A CSV file with the title of each column and one row to be replaced (RFC 4180). */
export function importTemplate(): string {
  const columns = Object.entries(IMPORT_COLUMNS);
  const lines = [columns.map(([name]) => name), columns.map(([, { example }]) => example)];
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}
