import { ServiceStatus, Workload } from '@ferry/contracts';
import type { CheckFinding } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { eventTime } from '../events/event-time.sql';
import { finishTime } from '../jobs/finish-time.sql';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { workloadRuns } from '../database/schema';
import type { Cause } from '../jobs/workload-runs.repository';

/** What the checks found for one run. */
export interface RunFindings {
  readonly runId: number;
  readonly findings: readonly CheckFinding[];
}

/** Which runs the outcome of the checks moves. */
export interface OutcomeSelection {
  readonly jobId: string;
  readonly status: ServiceStatus;
  readonly runIds?: readonly number[];
}

/** Where the outcome of the checks leads the runs of a service. */
export interface CheckOutcome {
  readonly found: 'nothing' | 'something';
  readonly service: Workload;
  readonly status: ServiceStatus;
  readonly phase: 'copy' | null;
  readonly finished: boolean;
}

/** A run that was moved by what the checks found, and what its next slice does. */
export interface ConcludedRun {
  readonly id: number;
  readonly phase: 'copy' | null;
}

/** Every statement about what the checks found. */
@Injectable()
export class FindingsRepository {
  /** Runs of some people that still have to be checked. */
  async pending(
    orm: Orm,
    jobId: string,
    statuses: readonly ServiceStatus[],
    personIds: readonly string[],
  ): Promise<{ id: number; personId: string; service: Workload }[]> {
    const rows = await orm
      .select({ id: workloadRuns.id, personId: workloadRuns.personId, service: workloadRuns.service })
      .from(workloadRuns)
      .where(
        and(
          eq(workloadRuns.jobId, jobId),
          inArray(workloadRuns.status, [...statuses]),
          isNull(workloadRuns.findings),
          sql`${workloadRuns.personId} = any(${sql.param([...personIds])}::uuid[])`,
        ),
      );
    return rows.map((row) => ({ ...row, service: row.service as Workload }));
  }

  /**
   * The people of a job who still have to be checked, in the order of the resources. Looks at the runs of one person after the
   * other: joined as sets, a server that takes the job for a small one reads all of its runs for each of its people.
   */
  async pendingPeople(orm: Orm, jobId: string, statuses: readonly ServiceStatus[]): Promise<string[]> {
    const result = await orm.execute(sql`
      select person.person_id from job_people person
      cross join lateral (
        select from workload_runs run
        where run.job_id = person.job_id and run.person_id = person.person_id and run.findings is null
          and run.status = any(${sql.param([...statuses])}::text[])
        limit 1) pending
      where person.job_id = ${jobId} and person.removed_at is null
      order by person.position`);
    return rowsOf<{ person_id: string }>(result).map((row) => row.person_id);
  }

  /** Keeps what was found; a run that was checked already, or moved on, keeps what it has. */
  async save(tx: Orm, statuses: readonly ServiceStatus[], found: readonly RunFindings[], at: Date): Promise<void> {
    const rows = JSON.stringify(found.map((run) => ({ id: run.runId, findings: run.findings })));
    // The keys once more as a list: the server would rather look at every run that was not checked, in all jobs.
    const ids = sql.param(found.map(({ runId }) => runId));
    await tx.execute(sql`
      update workload_runs run set findings = entry.findings, updated_at = ${at.toISOString()}
      from jsonb_to_recordset(${rows}::jsonb) as entry (id bigint, findings jsonb)
      where run.id = any(${ids}::bigint[]) and run.id = entry.id and run.findings is null
        and run.status = any(${sql.param([...statuses])}::text[])`);
  }

  /**
   * Moves runs to where their findings lead them, and writes an event for each, in one statement. Findings become the
   * errors that the contract shows, and their evidence its message. The caller holds the lock of the job.
   */
  async conclude(
    tx: Orm,
    { jobId, status, runIds }: OutcomeSelection,
    outcomes: readonly CheckOutcome[],
    cause: Cause,
  ): Promise<ConcludedRun[]> {
    const at = cause.at.toISOString();
    const conditions = [sql`run.job_id = ${jobId}`, sql`run.status = ${status}`];
    if (runIds) conditions.push(sql`run.id = any(${sql.param([...runIds])}::bigint[])`);
    const result = await tx.execute(sql`
      with before as (
        select run.id, run.status as from_status, outcome.*
        from workload_runs run join jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
          as outcome (found text, service text, status text, phase text, finished boolean)
          on outcome.service = run.service and outcome.found = case when run.findings = '[]' then 'nothing' else 'something' end
        where ${sql.join(conditions, sql` and `)} and run.findings is not null
        order by run.id for update of run
      ), moved as (
        update workload_runs run set status = before.status, phase = before.phase, checkpoint = null, owner = null,
          errors = coalesce((
            select jsonb_agg(jsonb_build_object('code', finding ->> 'code', 'message', finding ->> 'message'))
            from jsonb_array_elements(run.findings) as finding), '[]'::jsonb),
          message = coalesce((
            select string_agg(finding ->> 'evidence', ' ') from jsonb_array_elements(run.findings) as finding), ''),
          finished_at = ${finishTime(sql`case when before.finished then ${at}::timestamptz end`)},
          moved_at = ${at}, updated_at = ${at}
        from before where run.id = before.id
        returning run.id, run.person_id, run.service, before.from_status, run.status, run.phase, run.errors
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select ${jobId}::uuid, person_id, service, from_status, status,
          coalesce(errors -> 0 ->> 'code', ${cause.cause}), ${cause.actor}, ${eventTime(sql`${jobId}::uuid`, at)}
        from moved where from_status <> status order by id
      )
      select id, phase from moved`);
    return rowsOf<{ id: string; phase: 'copy' | null }>(result).map(({ id, phase }) => ({ id: Number(id), phase }));
  }
}
