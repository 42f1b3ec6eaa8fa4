/** What a workload of a person has skipped, and what it may skip. */
export interface SkippedItems {
  /** Items that the target does not take, so far. */
  skipped: number;
  /** How many were accepted by an administrator already; 0 when nobody was asked. */
  accepted: number;
  /** How many one workload of one person may skip without anybody being asked. */
  allowed: number;
}

/**
 * Whether a workload has skipped so much that somebody has to decide. What was accepted once is not asked about again,
 * what is skipped afterwards is.
 */
export function needsDecision({ skipped, accepted, allowed }: SkippedItems): boolean {
  return skipped > Math.max(allowed, accepted);
}
