import { printable } from './printable';

/** A column of a table; numbers stand on the right. */
export interface Column<Row> {
  readonly title: string;
  readonly value: (row: Row) => string | number | null;
}

const GAP = '  ';
const NOTHING = '-';

/** The lines of a table with its titles; only the titles when there are no rows. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  const printed = columns.map(({ title, value }) => {
    const values = rows.map(value);
    const isNumeric = values.length > 0 && values.every((cell) => typeof cell === 'number');
    const cells = [title.toUpperCase(), ...values.map(text)];
    const width = Math.max(...cells.map(widthOf));
    return cells.map((cell) => fill(cell, width, isNumeric));
  });
  return ['', ...rows].map((_row, line) =>
    printed
      .map((cells) => cells[line])
      .join(GAP)
      .trimEnd(),
  );
}

/** Names and values, one pair a line, the values below each other. */
export function fields(pairs: readonly (readonly [name: string, value: string | number | null])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => widthOf(name))) + 1;
  return pairs.map(([name, value]) => `${fill(`${name}:`, width, false)}${GAP}${text(value)}`);
}

function text(value: string | number | null): string {
  if (value === null || value === '') return NOTHING;
  return typeof value === 'number' ? String(value) : printable(value);
}

function fill(cell: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(width - widthOf(cell));
  return toTheRight ? space + cell : cell + space;
}

/** Letters, not the code units of which some letters take two. */
function widthOf(cell: string): number {
  return [...cell].length;
}
