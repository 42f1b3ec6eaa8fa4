import type { ItemCounts, JobProgress } from '@ferry/contracts';

/** Items that have an outcome: copied, already there, skipped or failed. */
export function settledItems(counts: ItemCounts): number {
  return counts.copied + counts.alreadyThere + counts.skipped + counts.failed;
}

/** The denominator: what the source announced, or what was found where that is more. */
export function expectedItems(counts: ItemCounts): number {
  return Math.max(counts.expected, counts.found);
}

/** The share that is settled, 0 to 1; null where nothing is expected. */
export function settledRatio(settled: number, expected: number): number | null {
  return expected === 0 ? null : Math.min(settled / expected, 1);
}

/** Items and bytes over all workloads of a job. */
export function jobItems(progress: JobProgress): { settled: number; expected: number; bytes: number } {
  const sum = (value: (counts: ItemCounts) => number) =>
    progress.totals.reduce((total, counts) => total + value(counts), 0);
  return { settled: sum(settledItems), expected: sum(expectedItems), bytes: sum(({ bytes }) => bytes) };
}
