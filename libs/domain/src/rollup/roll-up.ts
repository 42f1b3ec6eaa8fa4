import { JobStatus, ServiceStatus, Workload, WORKLOADS } from '@ferry/contracts';
import type { JobTrigger } from '../lifecycle/job-lifecycle';

/** How many people stand where; removed people are left out (OPEN-21). */
export type ServiceCounts = Partial<Record<ServiceStatus, number>>;

/** What the people say about a job that validates. */
export type ValidationRollUp =
  JobStatus.ValidateInProgress | JobStatus.ValidatePassed | JobStatus.ValidateFailed | JobStatus.Cancelled;

/** What the people say about a job that migrates. */
export type MigrationRollUp =
  | JobStatus.InProgress
  | JobStatus.AdminActionRequired
  | JobStatus.CuttingOver
  | JobStatus.Completed
  | JobStatus.CompletedWithErrors
  | JobStatus.Failed
  | JobStatus.Cancelled;

/** What a status means for the verdict of a validation. */
const VALIDATION: Readonly<Record<ServiceStatus, 'pending' | 'passed' | 'found' | 'gone'>> = {
  [ServiceStatus.NotStarted]: 'pending',
  [ServiceStatus.InProgress]: 'pending',
  [ServiceStatus.Valid]: 'passed',
  [ServiceStatus.Invalid]: 'found',
  [ServiceStatus.Error]: 'found',
  [ServiceStatus.Cancelled]: 'gone',
  [ServiceStatus.PendingCancel]: 'pending',
  [ServiceStatus.Completed]: 'passed',
  [ServiceStatus.ForceComplete]: 'passed',
  [ServiceStatus.Failed]: 'found',
  [ServiceStatus.Syncing]: 'pending',
  [ServiceStatus.Synced]: 'pending',
  [ServiceStatus.Finalizing]: 'pending',
  [ServiceStatus.UnknownFutureValue]: 'pending',
};

/** What a status means for a job that migrates. */
const MIGRATION: Readonly<Record<ServiceStatus, 'beforeCutover' | 'atCutover' | 'completed' | 'failed' | 'gone'>> = {
  [ServiceStatus.NotStarted]: 'beforeCutover',
  [ServiceStatus.Valid]: 'beforeCutover',
  [ServiceStatus.Invalid]: 'beforeCutover',
  [ServiceStatus.Error]: 'beforeCutover',
  [ServiceStatus.Syncing]: 'beforeCutover',
  [ServiceStatus.Synced]: 'atCutover',
  [ServiceStatus.InProgress]: 'atCutover',
  [ServiceStatus.Finalizing]: 'atCutover',
  [ServiceStatus.PendingCancel]: 'atCutover',
  [ServiceStatus.Completed]: 'completed',
  [ServiceStatus.ForceComplete]: 'completed',
  [ServiceStatus.Failed]: 'failed',
  [ServiceStatus.Cancelled]: 'gone',
  [ServiceStatus.UnknownFutureValue]: 'beforeCutover',
};

/** How many there are of each meaning. */
function tally<Meaning extends string>(
  meanings: Readonly<Record<ServiceStatus, Meaning>>,
  ...counts: readonly ServiceCounts[]
): (meaning: Meaning) => number {
  return (meaning) => {
    const statuses = Object.values(ServiceStatus).filter((status) => meanings[status] === meaning);
    return counts.flatMap((one) => statuses.map((status) => one[status] ?? 0)).reduce((sum, count) => sum + count, 0);
  };
}

/**
 * The verdict of a validation: passed only if every workload of every person passed, and none before all are through
 * (contract page 3.4). Nobody left: cancelled.
 */
export function rollUpValidation(counts: ServiceCounts): ValidationRollUp {
  const count = tally(VALIDATION, counts);
  if (count('pending') > 0) return JobStatus.ValidateInProgress;
  if (count('found') > 0) return JobStatus.ValidateFailed;
  return count('passed') > 0 ? JobStatus.ValidatePassed : JobStatus.Cancelled;
}

/**
 * The status of a job that migrates, from where its people stand in each workload (contract page 3.6). Cancelled
 * workloads count for nothing; nobody left: cancelled. While something is unsettled the job is `cuttingOver` as soon as
 * the date is reached and no mailbox has to sync any more, and `inProgress` before that. As long as somebody has to
 * decide about skipped items it is `adminActionRequired`, while everybody else goes on (ADR 0027).
 */
export function rollUpMigration(
  byService: Partial<Record<Workload, ServiceCounts>>,
  dateReached: boolean,
  held: number,
): MigrationRollUp {
  const count = tally(MIGRATION, ...Object.values(byService));
  if (count('beforeCutover') + count('atCutover') > 0) {
    if (held > 0) return JobStatus.AdminActionRequired;
    const mailboxesToSync = tally(MIGRATION, byService[Workload.Exchange] ?? {})('beforeCutover');
    return dateReached && mailboxesToSync === 0 ? JobStatus.CuttingOver : JobStatus.InProgress;
  }
  const completed = count('completed');
  const failed = count('failed');
  if (completed + failed === 0) return JobStatus.Cancelled;
  if (failed === 0) return JobStatus.Completed;
  return completed === 0 ? JobStatus.Failed : JobStatus.CompletedWithErrors;
}

const BEFORE_CUTOVER = Object.values(ServiceStatus).filter((status) => MIGRATION[status] === 'beforeCutover');
const UNSETTLED = Object.values(ServiceStatus).filter(
  (status) => MIGRATION[status] === 'beforeCutover' || MIGRATION[status] === 'atCutover',
);

/** Workloads in some statuses, one of which is enough to keep a job in its own. */
export interface KeepingWorkloads {
  readonly services: readonly Workload[];
  readonly statuses: readonly ServiceStatus[];
}

/**
 * Which workloads keep a job where {@link rollUpMigration} has brought it: as long as there is one of them, and nobody has
 * to decide about skipped items, the roll-up leads nowhere else. To find one is cheaper than to count all. Null where only
 * the counts tell.
 */
export function keptBy(status: JobStatus, dateReached: boolean): KeepingWorkloads | null {
  if (status === JobStatus.InProgress && dateReached) {
    return { services: [Workload.Exchange], statuses: BEFORE_CUTOVER };
  }
  if (status !== JobStatus.InProgress && status !== JobStatus.CuttingOver) return null;
  return { services: WORKLOADS, statuses: UNSETTLED };
}

const TRIGGERS: Readonly<Record<ValidationRollUp | MigrationRollUp, JobTrigger | null>> = {
  [JobStatus.ValidateInProgress]: null,
  [JobStatus.ValidatePassed]: 'passValidation',
  [JobStatus.ValidateFailed]: 'failValidation',
  [JobStatus.InProgress]: 'adminAccept',
  [JobStatus.AdminActionRequired]: 'requireAdmin',
  [JobStatus.CuttingOver]: 'cutOver',
  [JobStatus.Completed]: 'complete',
  [JobStatus.CompletedWithErrors]: 'completeWithErrors',
  [JobStatus.Failed]: 'fail',
  [JobStatus.Cancelled]: 'finishCancel',
};

/**
 * The trigger that brings a job to where its people are; null while the job simply goes on. The lifecycle knows from
 * where it is possible: a job that never left `inProgress` is not brought back to it.
 */
export function rollUpTrigger(rolledUp: ValidationRollUp | MigrationRollUp): JobTrigger | null {
  return TRIGGERS[rolledUp];
}
