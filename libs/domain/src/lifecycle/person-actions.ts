import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import { catalogueError } from '../errors/catalogue-error';
import { hasPassed, type ActionDecision, type JobSituation } from './job-actions';
import { nextJobStatus } from './job-lifecycle';
import { isSettled } from './service-lifecycle';

/** Where one workload of a person stands. */
export interface WorkloadSituation {
  status: ServiceStatus;
  /** Whether it has skipped more items than the job allows and waits until somebody accepts them. */
  held: boolean;
}

/** Where a person of a job stands. */
export interface PersonSituation {
  /** One entry for each workload of the job. */
  workloads: readonly WorkloadSituation[];
  /** Whether the person has already been taken out of the job. */
  removed: boolean;
}

/** Statuses from the one that says most about a person to the one that says least. */
const TELLING: readonly ServiceStatus[] = [
  ServiceStatus.Finalizing,
  ServiceStatus.InProgress,
  ServiceStatus.PendingCancel,
  ServiceStatus.Completed,
  ServiceStatus.Failed,
  ServiceStatus.Syncing,
  ServiceStatus.Synced,
  ServiceStatus.Invalid,
  ServiceStatus.Error,
  ServiceStatus.Valid,
  ServiceStatus.NotStarted,
];

function tellingStatus({ workloads, removed }: PersonSituation): ServiceStatus {
  if (removed) return ServiceStatus.Cancelled;
  const statuses = workloads.map(({ status }) => status);
  return TELLING.find((status) => statuses.includes(status)) ?? statuses[0] ?? ServiceStatus.NotStarted;
}

/** While a job validates, `inProgress` is a check that runs; later on it is content that moves. */
function hasBegunCutover(status: ServiceStatus, job: JobSituation): boolean {
  if (status === ServiceStatus.InProgress) return job.status !== JobStatus.ValidateInProgress;
  return status === ServiceStatus.Finalizing || status === ServiceStatus.Completed;
}

/** Whether nothing moves for the person but what waits for a decision, so that nobody is left half moved by leaving. */
function onlyWaitsForDecision(workloads: readonly WorkloadSituation[], job: JobSituation): boolean {
  const moves = ({ status }: WorkloadSituation): boolean =>
    status !== ServiceStatus.Completed && hasBegunCutover(status, job);
  return workloads.some(({ held }) => held) && !workloads.some((workload) => !workload.held && moves(workload));
}

/**
 * Decides whether a person may be taken out of a job now: until that person's cutover begins, and only while
 * `completeAfterDateTime` has not passed (contract page 1.3.12 and 1.4; OPEN-18). A job that cannot be cancelled lets
 * nobody go either, and somebody who is finished, leaving or gone cannot leave.
 *
 * Somebody of whom skipped items wait for a decision may leave whatever the date, because whoever has to decide must be
 * able to say no (ADR 0027).
 */
export function decidePersonCancel(person: PersonSituation, job: JobSituation, now: Date): ActionDecision {
  const { workloads, removed } = person;
  const statuses = workloads.map(({ status }) => status);
  if (!removed && job.status === JobStatus.AdminActionRequired && onlyWaitsForDecision(workloads, job)) {
    return { allowed: true };
  }
  const mayLeave =
    !removed &&
    nextJobStatus(job.status, 'cancel') !== undefined &&
    !hasPassed(job.completeAfter, now) &&
    !statuses.every(isSettled) &&
    !statuses.includes(ServiceStatus.PendingCancel) &&
    !statuses.some((status) => hasBegunCutover(status, job));
  if (mayLeave) return { allowed: true };
  return { allowed: false, ...catalogueError('personCancelNotAllowed', [tellingStatus(person)]) };
}

/**
 * Decides whether somebody may be added to a job now. No source says when; validation speaks of everybody in a job, so it
 * is while the job waits in `submitted` for it (contract page 3.4). One that was submitted to migrate takes nobody.
 */
export function decidePersonAdd(job: JobSituation): ActionDecision {
  if (job.status === JobStatus.Submitted && job.jobType !== JobType.Migrate) return { allowed: true };
  return { allowed: false, ...catalogueError('personAddNotAllowed', [job.status]) };
}

/**
 * Decides whether the skipped items of a person may be accepted now: while at least one workload waits for it. What waits
 * goes on afterwards, and asks again only when more is skipped.
 */
export function decideSkippedItemsAccept(person: PersonSituation): ActionDecision {
  if (!person.removed && person.workloads.some(({ held }) => held)) return { allowed: true };
  return { allowed: false, ...catalogueError('acceptSkippedItemsNotAllowed', [tellingStatus(person)]) };
}
