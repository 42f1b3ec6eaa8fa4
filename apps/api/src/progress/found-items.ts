import type { RunRecord } from '../jobs/job.record';

/** Items seen at the source; one that arrived, was lost and then failed is one item, though it counts in two numbers. */
export function foundItems(counts: Pick<RunRecord, 'copied' | 'alreadyThere' | 'skipped' | 'failed' | 'lost'>): number {
  return counts.copied + counts.alreadyThere + counts.skipped + counts.failed - counts.lost;
}
