import { ServiceStatus, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { workloadRuns } from '../database/schema';
import type { RunError, RunPhase, RunRecord } from './job.record';

type RunRow = typeof workloadRuns.$inferSelect;

/** A row with its words typed; the words were checked when they were written. */
export function runRecord(row: RunRow): RunRecord {
  return {
    ...row,
    service: row.service as Workload,
    status: row.status as ServiceStatus,
    phase: row.phase as RunPhase | null,
    errors: row.errors as RunError[],
    checkpoint: row.checkpoint ?? null,
  };
}

/** Which runs of a job a bulk move is about; every condition that is given must hold. */
export interface RunSelection {
  readonly jobId: string;
  readonly statuses: readonly ServiceStatus[];
  readonly personIds?: readonly string[];
  readonly services?: readonly Workload[];
  readonly ids?: readonly number[];
}

/** What a bulk move writes beside the status. */
export interface RunPatch {
  readonly message?: string;
  readonly errors?: readonly RunError[];
  readonly phase?: RunPhase | null;
  readonly startedAt?: Date | null;
  readonly finishedAt?: Date | null;
}

/** Why a transition happened and who asked for it; it goes into the event log. */
export interface Cause {
  readonly cause: string;
  readonly actor: string;
  readonly at: Date;
}

/** A run that was moved. */
export interface MovedRun {
  readonly id: number;
  readonly personId: string;
  readonly service: Workload;
}

/** How many people have a workload in a status. */
export interface RunCount {
  readonly service: Workload;
  readonly status: ServiceStatus;
  readonly people: number;
}

/** Every statement about workload runs that is not a slice of the engine. */
@Injectable()
export class WorkloadRunsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Moves every selected run to a status and writes one event for each, in one statement. Clears the owner, so whoever
   * worked on one of them can save nothing more. Answers the runs that were moved.
   */
  async moveAll(
    tx: Orm,
    selection: RunSelection,
    to: ServiceStatus,
    cause: Cause,
    patch: RunPatch = {},
  ): Promise<MovedRun[]> {
    const at = cause.at.toISOString();
    const sets: SQL[] = [sql`status = ${to}`, sql`owner = null`, sql`waits_until = null`, sql`updated_at = ${at}`];
    if (patch.message !== undefined) sets.push(sql`message = ${patch.message}`);
    if (patch.errors !== undefined) sets.push(sql`errors = ${JSON.stringify(patch.errors)}::jsonb`);
    if (patch.phase !== undefined) sets.push(sql`phase = ${patch.phase}, checkpoint = null`);
    if (patch.startedAt !== undefined) sets.push(sql`started_at = ${patch.startedAt?.toISOString() ?? null}`);
    if (patch.finishedAt !== undefined) sets.push(sql`finished_at = ${patch.finishedAt?.toISOString() ?? null}`);
    const result = await tx.execute(sql`
      with before as (
        select id, status from workload_runs where ${this.matches(selection)} for update
      ), moved as (
        update workload_runs run set ${sql.join(sets, sql`, `)} from before where run.id = before.id
        returning run.id, run.person_id, run.service, before.status as from_status
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select ${selection.jobId}::uuid, person_id, service, from_status, ${to}, ${cause.cause}, ${cause.actor},
          ${at}::timestamptz
        from moved
      )
      select id, person_id, service from moved`);
    return rowsOf<{ id: string; person_id: string; service: Workload }>(result).map((row) => ({
      id: Number(row.id),
      personId: row.person_id,
      service: row.service,
    }));
  }

  /**
   * Clears the traces of an earlier attempt from every run that is not finished: errors, findings, failed items of the
   * ledger. What was copied stays counted, and completed and cancelled runs stay as they are.
   */
  async reset(tx: Orm, jobId: string, attempt: number, cause: Cause): Promise<void> {
    const at = cause.at.toISOString();
    await tx.execute(sql`
      with run as (
        update workload_runs set status = ${ServiceStatus.NotStarted}, message = '', errors = '[]', attempt = ${attempt},
          owner = null, phase = null, checkpoint = null, findings = null, failures = 0, waits_until = null, failed = 0,
          finished_at = null, updated_at = ${at}
        where job_id = ${jobId}
          and status not in (${ServiceStatus.Completed}, ${ServiceStatus.Cancelled}, ${ServiceStatus.PendingCancel})
        returning id
      )
      delete from ledger_entries using run where run_id = run.id and state = 'failed'`);
  }

  /** How many people have each workload in each status. */
  async countByStatus(orm: Orm, jobId: string): Promise<RunCount[]> {
    const rows = await orm
      .select({
        service: sql<Workload>`${workloadRuns.service}`,
        status: sql<ServiceStatus>`${workloadRuns.status}`,
        people: sql<number>`count(*)::int`,
      })
      .from(workloadRuns)
      .where(eq(workloadRuns.jobId, jobId))
      .groupBy(workloadRuns.service, workloadRuns.status);
    return rows;
  }

  /** How many people have at least one workload in one of the statuses. */
  async countPeopleIn(orm: Orm, jobId: string, statuses: readonly ServiceStatus[]): Promise<number> {
    const [row] = await orm
      .select({ people: sql<number>`count(distinct ${workloadRuns.personId})::int` })
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), inArray(workloadRuns.status, [...statuses])));
    return row?.people ?? 0;
  }

  /** The runs of one person of a job. */
  async ofPerson(orm: Orm, jobId: string, personId: string): Promise<RunRecord[]> {
    const rows = await orm
      .select()
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), eq(workloadRuns.personId, personId)));
    return rows.map(runRecord);
  }

  /** The runs of some people of a job. */
  async ofPeople(orm: Orm, jobId: string, personIds: readonly string[]): Promise<RunRecord[]> {
    if (personIds.length === 0) return [];
    const rows = await orm
      .select()
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), inArray(workloadRuns.personId, [...personIds])));
    return rows.map(runRecord);
  }

  /** The runs of some people of each of several jobs, in one statement. */
  async ofPeopleInJobs(
    jobs: readonly { readonly id: string; readonly resources: readonly string[] }[],
  ): Promise<RunRecord[]> {
    const jobIds = jobs.flatMap(({ id, resources }) => resources.map(() => id));
    const personIds = jobs.flatMap(({ resources }) => resources);
    if (personIds.length === 0) return [];
    const rows = await this.database.orm
      .select()
      .from(workloadRuns)
      .where(
        sql`(${workloadRuns.jobId}, ${workloadRuns.personId}) in
          (select * from unnest(${sql.param(jobIds)}::uuid[], ${sql.param(personIds)}::uuid[]))`,
      );
    return rows.map(runRecord);
  }

  /** The runs of everybody in a job who has a workload that waits for the cutover. */
  async ofPeopleWaiting(orm: Orm, jobId: string): Promise<RunRecord[]> {
    const rows = await orm
      .select()
      .from(workloadRuns)
      .where(
        and(
          eq(workloadRuns.jobId, jobId),
          sql`${workloadRuns.personId} in (
            select person_id from workload_runs where job_id = ${jobId} and status = ${ServiceStatus.Synced})`,
        ),
      );
    return rows.map(runRecord);
  }

  /** Every run of a job. */
  async ofJob(jobId: string): Promise<RunRecord[]> {
    const rows = await this.database.orm.select().from(workloadRuns).where(eq(workloadRuns.jobId, jobId));
    return rows.map(runRecord);
  }

  private matches(selection: RunSelection): SQL {
    const conditions = [
      sql`job_id = ${selection.jobId}`,
      sql`status = any(${sql.param([...selection.statuses])}::text[])`,
    ];
    if (selection.personIds) conditions.push(sql`person_id = any(${sql.param([...selection.personIds])}::uuid[])`);
    if (selection.services) conditions.push(sql`service = any(${sql.param([...selection.services])}::text[])`);
    if (selection.ids) conditions.push(sql`id = any(${sql.param([...selection.ids])}::bigint[])`);
    return sql.join(conditions, sql` and `);
  }
}
