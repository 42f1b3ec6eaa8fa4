import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import { catalogueError } from '../errors/catalogue-error';
import { hasPassed, type ActionDecision, type JobSituation } from './job-actions';
import { nextJobStatus } from './job-lifecycle';
import { isSettled } from './service-lifecycle';

/** Where a person of a job stands. */
export interface PersonSituation {
  /** One status for each workload of the job. */
  statuses: readonly ServiceStatus[];
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

function tellingStatus({ statuses, removed }: PersonSituation): ServiceStatus {
  if (removed) return ServiceStatus.Cancelled;
  return TELLING.find((status) => statuses.includes(status)) ?? statuses[0] ?? ServiceStatus.NotStarted;
}

/** While a job validates, `inProgress` is a check that runs; later on it is content that moves. */
function hasBegunCutover(status: ServiceStatus, job: JobSituation): boolean {
  if (status === ServiceStatus.InProgress) return job.status !== JobStatus.ValidateInProgress;
  return status === ServiceStatus.Finalizing || status === ServiceStatus.Completed;
}

/**
 * Decides whether a person may be taken out of a job now: until that person's cutover begins, and only while
 * `completeAfterDateTime` has not passed (contract page 1.3.12 and 1.4; OPEN-18). A job that cannot be cancelled lets
 * nobody go either, and somebody who is finished, leaving or gone cannot leave.
 */
export function decidePersonCancel(person: PersonSituation, job: JobSituation, now: Date): ActionDecision {
  const { statuses, removed } = person;
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
 * is while the job waits in `submitted` for it (contract page 3.4). A job that was created to migrate waits for nobody.
 */
export function decidePersonAdd(job: JobSituation): ActionDecision {
  if (job.status === JobStatus.Submitted && job.createdAs !== JobType.Migrate) return { allowed: true };
  return { allowed: false, ...catalogueError('personAddNotAllowed', [job.status]) };
}
