/** Lines of a table with titles; the last column is as wide as it gets. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = titles.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(widthOf)),
  );
  return [titles, ...rows].map((cells) =>
    cells
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** A table of Markdown, laid out as Prettier lays it out. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = titles.map((title, column) =>
    Math.max(3, ...[title, ...escaped.map((row) => row[column] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[], fill: string): string =>
    `| ${cells.map((cell, column) => cell + fill.repeat((widths[column] ?? 0) - widthOf(cell))).join(' | ')} |`;
  return [
    line(titles, ' '),
    line(
      titles.map(() => ''),
      '-',
    ),
    ...escaped.map((row) => line(row, ' ')),
  ];
}

/** Letters, not the code units of which some letters take two. */
function widthOf(cell: string): number {
  return [...cell].length;
}
