import type { Setting } from './setting';
import { SETTINGS } from './settings';

const INTRODUCTION = `# Settings

Ferry reads its settings from environment variables, all of them optional. An empty variable counts as absent; a value
that is not allowed keeps the service from starting, with a sentence that says what is.
`;

/** The page docs/settings.md, made from the declarations; `npm run gen` writes it. */
export function settingsPage(): string {
  const settings: readonly Setting<unknown>[] = Object.values(SETTINGS);
  const rows = settings.map((setting) => [
    `\`${setting.name}\``,
    setting.allowed,
    setting.defaultText,
    setting.description,
  ]);
  return `${INTRODUCTION}\n${table(['variable', 'allowed', 'default', 'meaning'], rows)}`;
}

/** A Markdown table with aligned columns, as the formatter of the repository writes it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' '): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |\n`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.map((row) => line(row)),
  ].join('');
}
