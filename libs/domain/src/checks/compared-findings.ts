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

/** A run of the checks as it is remembered: what it looked at, and what it found. */
export interface EarlierRun<T> {
  readonly at: Date;
  readonly personIds: readonly string[];
  readonly workloads: readonly string[];
  readonly findings: readonly T[];
}

/** What earlier runs say about some people, and when the latest of those runs was; null for none. */
export interface EarlierFindings<T> {
  readonly at: Date | null;
  readonly findings: readonly T[];
}

/**
 * What is known from before about some people: of each person and workload, the findings of the latest run that looked at
 * both. A large crowd is checked in several runs, none of which knows everybody.
 *
 * @param runs the runs, latest first
 */
export function latestFindings<T extends FindingIdentity>(
  runs: readonly EarlierRun<T>[],
  personIds: readonly string[],
  workloads: readonly string[],
): EarlierFindings<T> {
  const open = new Map(personIds.map((id) => [id, new Set(workloads)]));
  const findings: T[] = [];
  let at: Date | null = null;
  for (const run of runs) {
    const answers = (id: string, service: string): boolean => open.get(id)?.has(service) ?? false;
    findings.push(...run.findings.filter(({ personId, service }) => answers(personId, service)));
    for (const id of run.personIds) {
      const services = open.get(id);
      if (!services || !run.workloads.some((workload) => services.has(workload))) continue;
      for (const workload of run.workloads) services.delete(workload);
      at ??= run.at;
    }
  }
  return { at, findings };
}

function keyOf({ personId, service, check, code }: FindingIdentity): string {
  return JSON.stringify([personId, service, check, code]);
}
