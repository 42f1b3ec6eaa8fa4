import { sectionOf } from '../checks/check';
import { SECTIONS } from '../checks/sections';
import type { Outcome } from '../run/outcome';
import { sourcesText } from './sources-text';
import { table } from './table';

/** How many checks came to each end. */
export interface Score {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Counts the ends. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const count = (wanted: Outcome['result']): number => outcomes.filter(({ result }) => result === wanted).length;
  return { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
}

/** A table for each section, what was not met, and the score alone on the last line. */
export function resultLines(outcomes: readonly Outcome[]): string[] {
  const sections = Object.entries(SECTIONS).flatMap(([section, title]) => {
    const own = outcomes.filter(({ check }) => sectionOf(check) === section);
    return own.length === 0 ? [] : [title, ...table(['', 'check', 'source', 'result'], own.map(rowOf)), ''];
  });
  const { passed, failed } = scoreOf(outcomes);
  return [...sections, ...outcomes.flatMap(failureLines), `${passed} passed, ${failed} failed`];
}

function rowOf(outcome: Outcome): string[] {
  const { check, result, reason } = outcome;
  const told = result === 'skipped' ? `skipped: ${reason ?? ''}` : result;
  return [MARKS[result], nameOf(outcome), sourcesText(check), told];
}

const MARKS: Readonly<Record<Outcome['result'], string>> = { passed: '✔', failed: '✖', skipped: '-' };

/** The id, with the version where it matters. */
export function nameOf({ check, version }: Pick<Outcome, 'check' | 'version'>): string {
  if (version === null) return check.id;
  return `${check.id} (${version === '' ? 'no version' : version})`;
}

function failureLines(outcome: Outcome): string[] {
  if (outcome.result !== 'failed') return [];
  return [
    `✖ ${nameOf(outcome)}: ${outcome.check.sentence}`,
    `    ${outcome.reason ?? ''}`,
    `    source: ${sourcesText(outcome.check)}`,
    ...outcome.exchanges.map((exchange) => `    ${exchange}`),
    '',
  ];
}
