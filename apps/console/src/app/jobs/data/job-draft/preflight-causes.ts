import { FindingChange, type Preflight, type PreflightCheck, type PreflightFinding, Workload } from '@ferry/contracts';
import { type CatalogueEntry, catalogueEntry } from '@ferry/domain';

/** What a pre-flight found for one person by one cause. */
export interface PersonFinding {
  readonly id: string;
  readonly workloads: readonly Workload[];
  readonly evidence: string;
  /** Whether it was there in the run before, for all of the workloads. */
  readonly isNew: boolean;
}

/** Everybody for whom a pre-flight found the same. */
export interface PreflightCause {
  readonly code: string;
  readonly title: string;
  readonly entry: CatalogueEntry | null;
  readonly people: readonly PersonFinding[];
}

/** What several runs found that together look at everybody. */
export interface PreflightResult {
  readonly at: Date;
  readonly previousAt: Date | null;
  readonly people: number;
  readonly checks: readonly PreflightCheck[];
  readonly findings: readonly PreflightFinding[];
  readonly gone: readonly PreflightFinding[];
}

/** Runs about different people as one; null for none. */
export function joinedRuns(runs: readonly Preflight[]): PreflightResult | null {
  const [first] = runs;
  if (first === undefined) return null;
  const previous = runs.flatMap(({ previousDateTime }) =>
    previousDateTime === null ? [] : previousDateTime.getTime(),
  );
  const checks = new Map<string, PreflightCheck>();
  for (const check of runs.flatMap((run) => run.checks)) {
    const known = checks.get(check.check);
    const [passed, failed] = [(known?.passed ?? 0) + check.passed, (known?.failed ?? 0) + check.failed];
    checks.set(check.check, { ...check, passed, failed });
  }
  return {
    at: runs.at(-1)?.createdDateTime ?? first.createdDateTime,
    previousAt: previous.length === 0 ? null : new Date(Math.max(...previous)),
    people: runs.reduce((sum, run) => sum + run.people, 0),
    checks: [...checks.values()],
    findings: runs.flatMap((run) => run.findings),
    gone: runs.flatMap((run) => run.gone),
  };
}

/** Findings by cause, the one that concerns most people first. */
export function causesOf(findings: readonly PreflightFinding[]): PreflightCause[] {
  const byCode = Map.groupBy(findings, ({ code, service }) => `${code} ${service === Workload.Meeting ? 'm' : ''}`);
  const byTitle = new Map<string, PreflightCause>();
  for (const group of byCode.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const { code, service, message } = first;
    const entry = catalogueEntry(code, service === Workload.Meeting ? 'meeting' : undefined) ?? null;
    const title = entry?.title ?? message;
    const known = byTitle.get(`${code} ${title}`);
    byTitle.set(`${code} ${title}`, { code, title, entry, people: merged(known?.people ?? [], group) });
  }
  return [...byTitle.values()].sort((one, other) => other.people.length - one.people.length);
}

function merged(known: readonly PersonFinding[], findings: readonly PreflightFinding[]): PersonFinding[] {
  const people = new Map(known.map((person) => [person.id, person]));
  for (const { personId, service, evidence, change } of findings) {
    const before = people.get(personId);
    people.set(personId, {
      id: personId,
      workloads: [...(before?.workloads ?? []), service],
      evidence: before?.evidence ?? evidence,
      isNew: change === FindingChange.New && (before?.isNew ?? true),
    });
  }
  return [...people.values()];
}
