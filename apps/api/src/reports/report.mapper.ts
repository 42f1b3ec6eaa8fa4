import {
  type FolderReport,
  ItemOutcome,
  type ReportHead,
  type ReportTotals,
  type ServiceReport,
  type VerificationCounts,
  WORKLOADS,
} from '@ferry/contracts';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { runMessage } from '../jobs/run-message';
import { foundItems } from '../progress/found-items';
import { phasesOf } from './phases';
import type { PlacedPerson } from './report';
import type { FolderItems, ReportedPerson, RunTransition, VerifiedFolder, WorkloadSums } from './report.repository';

/** What is known of some people of a job. */
export interface PeopleFacts {
  readonly runs: readonly RunRecord[];
  readonly folderItems: readonly FolderItems[];
  readonly verifiedFolders: readonly VerifiedFolder[];
  readonly transitions: readonly RunTransition[];
}

/** Names of the tenants of a job, where they are known. */
export interface TenantNames {
  readonly source: string | null;
  readonly target: string | null;
}

/** The job as a whole. */
export function toReportHead(job: JobRecord, sums: readonly WorkloadSums[], names: TenantNames, now: Date): ReportHead {
  return {
    id: job.id,
    displayName: job.displayName,
    status: job.status,
    createdDateTime: now,
    jobCreatedDateTime: job.createdAt,
    createdBy: job.createdBy,
    sourceTenant: names.source ?? job.sourceTenantId,
    targetTenant: names.target ?? job.tenantId,
    completeAfterDateTime: job.completeAfter,
    migrationStartedDateTime: job.migrationStartedAt,
    cutoverStartedDateTime: job.cutoverStartedAt,
    finishedDateTime: job.finishedAt,
    totals: WORKLOADS.flatMap((workload) => sums.filter(({ service }) => service === workload)).map(toTotals),
  };
}

function toTotals(sums: WorkloadSums): ReportTotals {
  return {
    service: sums.service,
    people: sums.people,
    verifiedPeople: sums.verified_people,
    verifyingPeople: sums.verifying,
    found: foundItems({ ...sums, alreadyThere: sums.already_there }),
    copied: sums.copied,
    alreadyThere: sums.already_there,
    skipped: sums.skipped,
    failed: sums.failed,
    bytes: sums.bytes,
    compared: sums.compared,
    atTarget: sums.at_target,
    missing: sums.missing,
    different: sums.different,
    sampled: sums.sampled,
    sampledDifferent: sums.sampled_different,
  };
}

/** Some people of a job, each with the workloads in their usual order. */
export function toPersonReports(job: JobRecord, people: readonly ReportedPerson[], facts: PeopleFacts): PlacedPerson[] {
  const runsOf = Map.groupBy(facts.runs, ({ personId }) => personId);
  const itemsOf = Map.groupBy(facts.folderItems, ({ runId }) => runId);
  const verifiedOf = Map.groupBy(facts.verifiedFolders, ({ runId }) => runId);
  const transitionsOf = Map.groupBy(facts.transitions, ({ personId, service }) => `${personId} ${service}`);
  return people.map(({ personId, position, displayName, mail, removedAt }) => {
    const runs = runsOf.get(personId) ?? [];
    const ordered = WORKLOADS.flatMap((workload) => runs.filter(({ service }) => service === workload));
    const services = ordered.map((run) => {
      const folders = toFolders(itemsOf.get(run.id) ?? [], verifiedOf.get(run.id) ?? []);
      const transitions = transitionsOf.get(`${personId} ${run.service}`) ?? [];
      return toServiceReport(run, job, folders, transitions);
    });
    return { position, person: { id: personId, displayName, mail, removed: removedAt !== null, services } };
  });
}

function toServiceReport(
  run: RunRecord,
  job: JobRecord,
  folders: FolderReport[],
  transitions: readonly RunTransition[],
): ServiceReport {
  const { service, status, errors, copied, alreadyThere, skipped, failed, bytes, workedMs } = run;
  const perSecond = (amount: number) => (workedMs > 0 ? Math.round((amount * 100_000) / workedMs) / 100 : null);
  return {
    service,
    status,
    message: runMessage(run, job),
    errors: errors.map(({ code, message }) => ({ code, message })),
    found: foundItems(run),
    copied,
    alreadyThere,
    skipped,
    failed,
    bytes,
    itemsPerSecond: perSecond(copied + alreadyThere + skipped + failed),
    bytesPerSecond: perSecond(bytes),
    phases: phasesOf(transitions, run),
    verification: toVerification(run, folders),
    verificationProblem: run.verificationProblem,
    folders,
  };
}

function toVerification(run: RunRecord, folders: readonly FolderReport[]): ServiceReport['verification'] {
  const { verificationStartedAt, verifiedAt } = run;
  if (verificationStartedAt === null || verifiedAt === null) return null;
  const sum = folders.reduce((total, { verification }) => (verification ? add(total, verification) : total), NOTHING);
  return { ...sum, startDateTime: verificationStartedAt, endDateTime: verifiedAt };
}

const NOTHING: VerificationCounts = {
  compared: 0,
  atTarget: 0,
  missing: 0,
  different: 0,
  sampled: 0,
  sampledDifferent: 0,
};

function add(one: VerificationCounts, other: VerificationCounts): VerificationCounts {
  return {
    compared: one.compared + other.compared,
    atTarget: one.atTarget + other.atTarget,
    missing: one.missing + other.missing,
    different: one.different + other.different,
    sampled: one.sampled + other.sampled,
    sampledDifferent: one.sampledDifferent + other.sampledDifferent,
  };
}

/** Every folder in which something was found or compared, by its path. */
function toFolders(items: readonly FolderItems[], verified: readonly VerifiedFolder[]): FolderReport[] {
  const itemsOf = Map.groupBy(items, ({ path }) => path);
  const verifiedOf = new Map(verified.map((row) => [row.container, row]));
  const paths = [...new Set([...itemsOf.keys(), ...verifiedOf.keys()])].sort();
  return paths.map((path) => toFolder(path, itemsOf.get(path) ?? [], verifiedOf.get(path)));
}

function toFolder(path: string, rows: readonly FolderItems[], verified: VerifiedFolder | undefined): FolderReport {
  const sum = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((total, { items }) => total + items, 0);
  return {
    path,
    found: rows.reduce((total, { items }) => total + items, 0),
    copied: sum('copied'),
    alreadyThere: sum('alreadyThere'),
    skipped: sum('skipped'),
    failed: sum('failed'),
    missing: sum('missing'),
    removed: sum('removed'),
    bytes: rows.reduce((total, { bytes }) => total + bytes, 0),
    reasons: Object.values(ItemOutcome).flatMap((outcome) =>
      rows
        .filter(({ state }) => state === (outcome as string))
        .map(({ code, message, items }) => ({ outcome, code: code ?? '', message: message ?? '', items })),
    ),
    verification: verified ? toCounts(verified) : null,
  };
}

function toCounts({ runId: _runId, container: _container, ...counts }: VerifiedFolder): VerificationCounts {
  return counts;
}
