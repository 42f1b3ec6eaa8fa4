import { type Check, sectionOf } from '../checks/check';
import { DECISIONS } from '../checks/decisions';
import { SECTIONS } from '../checks/sections';
import { sourcesText } from './sources-text';
import { markdownTable, table } from './table';

/** The checks and what they rest on, for a terminal. */
export function listLines(checks: readonly Check[]): string[] {
  return bySection(checks).flatMap(([title, own]) => [
    title,
    ...table(
      ['check', 'sentence', 'source'],
      own.map((check) => [check.id, check.sentence, sourcesText(check)]),
    ),
    '',
  ]);
}

/** The same as the end of a page of Markdown, with the decisions that some of them rest on. */
export function listMarkdown(checks: readonly Check[]): string[] {
  const used = new Set(checks.flatMap(({ sources }) => sources.flatMap(({ decision }) => decision ?? [])));
  const decisions = Object.entries(DECISIONS).filter(([name]) => used.has(name as keyof typeof DECISIONS));
  return [
    `${checks.length} checks, each with what it rests on.`,
    '',
    ...bySection(checks).flatMap(([title, own]) => [
      `### ${title}`,
      '',
      ...markdownTable(
        ['check', 'what the server does', 'source'],
        own.map((check) => [`\`${check.id}\``, check.sentence, sourcesText(check)]),
      ),
      '',
    ]),
    '### Decisions',
    '',
    "Ferry's own, where Microsoft's texts are silent or contradict each other; `--skip-decisions` leaves out what rests on",
    'them.',
    '',
    ...markdownTable(
      ['decision', 'what was decided'],
      decisions.map(([name, text]) => [name, text]),
    ),
  ];
}

function bySection(checks: readonly Check[]): (readonly [string, readonly Check[]])[] {
  return Object.entries(SECTIONS).flatMap(([section, title]) => {
    const own = checks.filter((check) => sectionOf(check) === section);
    return own.length === 0 ? [] : [[title, own] as const];
  });
}
