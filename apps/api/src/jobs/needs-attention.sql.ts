import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import { type ActionPolicy, HIDING_STATUSES, TROUBLED_STATUSES } from '@ferry/domain';
import { type SQL, sql } from 'drizzle-orm';
import { jobs } from '../database/schema';

/** The setting that decides whether a submitted migration waits for somebody. */
export type AttentionPolicy = Pick<ActionPolicy, 'requireApproval'>;

/** Statuses of a workload that say that something went wrong. */
export const FAILED_SERVICE_STATUSES: readonly ServiceStatus[] = [
  ServiceStatus.Failed,
  ServiceStatus.Invalid,
  ServiceStatus.Error,
];

/** A list of texts as a parameter. */
export const textArray = (words: readonly string[]): SQL => sql`${sql.param([...words])}::text[]`;

/**
 * Whether a job needs a person, as `jobHealth` of the domain judges it, except for what is stuck: that is a judgement about
 * a moment. People are only looked at in jobs that go on, of which there are few, however many have ended.
 */
export function needsAttention({ requireApproval }: AttentionPolicy): SQL {
  const awaits = sql`${jobs.status} = ${JobStatus.Submitted} and ${jobs.jobType} = ${JobType.Migrate}`;
  return sql`(${jobs.status} = any(${textArray(TROUBLED_STATUSES)})
    or (${requireApproval}::boolean and ${awaits})
    or (${jobs.status} = any(${textArray(HIDING_STATUSES)}) and exists (
      select 1 from workload_runs run
      join job_people person on person.job_id = run.job_id and person.person_id = run.person_id
      where run.job_id = ${jobs.id} and person.removed_at is null
        and run.status = any(${textArray(FAILED_SERVICE_STATUSES)}))))`;
}
