import { JobStatus, JobType } from '@ferry/contracts';
import { isActive, type JobSituation } from '../lifecycle/job-actions';

/** A job that wants people, as far as another one that wants them too has to know. */
export interface ClaimingJob extends Pick<JobSituation, 'status' | 'createdAs'> {
  id: string;
  displayName: string;
  createdAt: Date;
  /** How often the job has begun to migrate. */
  attempt: number;
  /** When the current attempt began; null before the first one. */
  migrationStartedAt: Date | null;
}

/** What counts of a job that asks whether another one keeps a person from it; a pre-flight asks like a job that is new. */
export type Claim = Omit<ClaimingJob, 'status' | 'displayName'>;

/** Another job that wants a person, and how far it has got with that person. */
export interface RivalJob extends ClaimingJob {
  /** Whether the person has passed the checks before the migration in the current attempt. */
  hasPassed: boolean;
}

/** Statuses in which the checks before the migration are over: whoever passed them moves now. */
const PAST_ITS_CHECKS: ReadonlySet<JobStatus> = new Set([
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
]);

/**
 * Since when a job has held its people without a break: since its creation, or, where it had let them go in between
 * (it had ended, or had the verdict that it was created for), since it began to migrate.
 */
function heldSince(job: Claim): Date {
  const attemptsSinceCreation = job.createdAs === JobType.Validate ? 0 : 1;
  return job.attempt > attemptsSinceCreation ? (job.migrationStartedAt ?? job.createdAt) : job.createdAt;
}

/**
 * Whether another job keeps a person from a job (CTM-002; contract page 3.7): one that moves the person or is about to, or
 * an active one that has held the person for longer. Of two jobs that look at each other at once, exactly one is kept
 * back.
 */
export function holdsAgainst(other: RivalJob, job: Claim): boolean {
  if (!isActive(other)) return false;
  if (PAST_ITS_CHECKS.has(other.status) || (other.status === JobStatus.Processing && other.hasPassed)) return true;
  const [others, own] = [heldSince(other).getTime(), heldSince(job).getTime()];
  return others < own || (others === own && other.id < job.id);
}
