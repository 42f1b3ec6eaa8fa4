const COLUMNS = [
  ['benchmark', ({ name }) => name],
  ['measured', ({ ratio, unit }) => withUnit(ratio, unit)],
  ['goal', ({ goal, unit, better }) => `${better === 'higher' ? '≥' : '≤'} ${withUnit(goal, unit)}`],
  ['spread', ({ spread: [least, greatest] }) => `${least} to ${greatest}`],
  ['', ({ pass }) => (pass ? 'reached' : 'MISSED')],
];
/** Already shown in columns. */
const SHOWN = new Set(['name', 'ratio', 'goal', 'pass', 'better', 'unit', 'spread']);

/** @param {import('./result.mjs').Result[]} results */
export function printTable(results) {
  const rows = [COLUMNS.map(([title]) => title), ...results.map((result) => COLUMNS.map(([, cell]) => cell(result)))];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  for (const [index, row] of rows.entries()) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    );
    if (index > 0)
      console.log(
        detailsOf(results[index - 1])
          .map((detail) => `    ${detail}`)
          .join('\n'),
      );
  }
}

const withUnit = (value, unit) => (unit === 'ratio' ? String(value) : `${value} ${unit}`);

function detailsOf(result) {
  return Object.entries(result)
    .filter(([name]) => !SHOWN.has(name))
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`);
}
