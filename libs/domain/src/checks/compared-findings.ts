/** By what a finding is known again: whom and what it concerns, and what it says. */
export interface FindingIdentity {
  readonly personId: string;
  readonly service: string;
  readonly check: string;
  readonly code: string;
}

/** The findings of two runs of the checks beside each other. */
export interface ComparedFindings<T> {
  readonly new: readonly T[];
  readonly unchanged: readonly T[];
  /** Those of the earlier run that the later one does not have. */
  readonly gone: readonly T[];
}

/**
 * Compares the findings of a run with those of the one before. Words and evidence may differ: a finding is the same when
 * person, workload, check and code are. Of the earlier findings only those count that the later run looked at.
 *
 * @param isLookedAt whether the later run looked at the person and the workload of an earlier finding
 */
export function comparedFindings<T extends FindingIdentity>(
  before: readonly T[],
  after: readonly T[],
  isLookedAt: (finding: T) => boolean,
): ComparedFindings<T> {
  const earlier = new Set(before.map(keyOf));
  const later = new Set(after.map(keyOf));
  return {
    new: after.filter((finding) => !earlier.has(keyOf(finding))),
    unchanged: after.filter((finding) => earlier.has(keyOf(finding))),
    gone: before.filter((finding) => !later.has(keyOf(finding)) && isLookedAt(finding)),
  };
}

function keyOf({ personId, service, check, code }: FindingIdentity): string {
  return JSON.stringify([personId, service, check, code]);
}
