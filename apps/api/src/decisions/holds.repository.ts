import { JobStatus, ServiceStatus, type Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { eventTime } from '../events/event-time.sql';
import type { RunPhase } from '../jobs/job.record';
import type { Cause, MovedRun } from '../jobs/workload-runs.repository';

/** A person of a job of whom something is held. */
export interface HeldPerson {
  readonly job_id: string;
  readonly person_id: string;
}

/** A run that waited for a decision, and whether it moves again at once. */
export interface ReleasedRun extends MovedRun {
  readonly moves: boolean;
}

/** Every statement about what is held: who waits, and who is let go. */
@Injectable()
export class HoldsRepository {
  constructor(private readonly database: Database) {}

  /** The people of a tenant's jobs of whom something is held, longest first. A job of such people says so (ADR 0027). */
  async ofTenant(tenantId: string, limit: number): Promise<HeldPerson[]> {
    const result = await this.database.orm.execute(sql`
      select run.job_id, run.person_id
      from jobs job
      join workload_runs run on run.job_id = job.id and run.held_at is not null
      join job_people person
        on person.job_id = run.job_id and person.person_id = run.person_id and person.removed_at is null
      where job.tenant_id = ${tenantId} and job.status = ${JobStatus.AdminActionRequired}
      group by run.job_id, run.person_id
      order by min(run.held_at), run.person_id
      limit ${limit}`);
    return rowsOf<HeldPerson>(result);
  }

  /**
   * Lets runs of a job go on that waited for a decision about their skipped items, and writes an event for each. What has
   * begun its cutover is compared next; a mailbox before it waits for it again. Answers the runs that were let go.
   */
  async release(
    tx: Orm,
    selection: { readonly jobId: string; readonly personId?: string; readonly skippedAtMost?: number },
    cause: Cause,
  ): Promise<ReleasedRun[]> {
    const at = cause.at.toISOString();
    const conditions = [sql`job_id = ${selection.jobId}`, sql`held_at is not null`];
    if (selection.personId !== undefined) conditions.push(sql`person_id = ${selection.personId}`);
    if (selection.skippedAtMost !== undefined) conditions.push(sql`skipped <= ${selection.skippedAtMost}`);
    const result = await tx.execute(sql`
      with released as (
        update workload_runs set held_at = null, accepted_skipped = skipped, message = '', errors = '[]',
          phase = case when status = ${ServiceStatus.Synced} then null else 'verify' end, checkpoint = null,
          updated_at = ${at}
        where ${sql.join(conditions, sql` and `)}
        returning id, person_id, service, status, phase
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select ${selection.jobId}::uuid, person_id, service, status, status, ${cause.cause}, ${cause.actor},
          ${eventTime(sql`${selection.jobId}::uuid`, at)}
        from released
      )
      select id, person_id, service, phase from released`);
    return rowsOf<{ id: string; person_id: string; service: Workload; phase: RunPhase | null }>(result).map((row) => ({
      id: Number(row.id),
      personId: row.person_id,
      service: row.service,
      moves: row.phase !== null,
    }));
  }
}
