import type { JobDraft } from './job-draft';

/** A job that is to be created. */
export interface PlannedJob {
  readonly displayName: string;
  readonly people: readonly string[];
}

/** Where the number stands in a name for several jobs; without it, at the end. */
export const NUMBER_MARK = '{n}';

/**
 * Divides people into jobs of about the same size, none larger than allowed, in the order of the list. Their names are the
 * one of the draft with a number, unless one was given by hand.
 */
export function planJobs(
  { displayName, names, peoplePerJob }: Pick<JobDraft, 'displayName' | 'names' | 'peoplePerJob'>,
  people: readonly string[],
  most: number,
): PlannedJob[] {
  const size = Math.max(1, Math.min(most, peoplePerJob ?? most));
  const count = Math.max(1, Math.ceil(people.length / size));
  const starts = Array.from({ length: count + 1 }, (_, index) => Math.round((index * people.length) / count));
  return Array.from({ length: count }, (_, index) => ({
    displayName: names[index] ?? numberedName(displayName.trim(), index + 1, count),
    people: people.slice(starts[index], starts[index + 1]),
  }));
}

/** "wave" of 12 becomes "wave-03"; "wave {n} of Berlin" becomes "wave 03 of Berlin". One job alone needs no number. */
export function numberedName(pattern: string, number: number, count: number): string {
  const digits = String(number).padStart(String(count).length, '0');
  if (pattern.includes(NUMBER_MARK)) return pattern.replaceAll(NUMBER_MARK, digits);
  return count === 1 || pattern === '' ? pattern : `${pattern}-${digits}`;
}
