import { ServiceStatus, type WaitKind, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { eventTime } from '../events/event-time.sql';
import { finishTime } from './finish-time.sql';
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
    waitReason: row.waitReason as WaitKind | null,
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

/** A run that is to be moved from where it was read to a status, and what is written beside it. */
export interface RunMove {
  readonly run: Pick<RunRecord, 'id' | 'jobId' | 'personId' | 'status'>;
  readonly to: ServiceStatus;
  readonly phase: RunPhase | null;
  readonly cause: string;
  readonly startedAt?: Date;
  readonly finishedAt?: Date;
  readonly errors?: readonly RunError[];
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

/** What another attempt takes up again. */
const RESETTABLE = Object.values(ServiceStatus).filter(
  (status) =>
    status !== ServiceStatus.Completed && status !== ServiceStatus.Cancelled && status !== ServiceStatus.PendingCancel,
);

/** Every statement about workload runs that is not a slice of the engine. */
@Injectable()
export class WorkloadRunsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Moves every selected run to a status and writes one event for each, in one statement; one that has the status already
   * gets none. Clears the owner, so whoever worked on one of them can save nothing more. Answers the runs that were moved.
   * The caller holds the lock of the job, so that events have their numbers in the order in which they are seen.
   */
  async moveAll(
    tx: Orm,
    selection: RunSelection,
    to: ServiceStatus,
    cause: Cause,
    patch: RunPatch = {},
  ): Promise<MovedRun[]> {
    const at = cause.at.toISOString();
    const sets: SQL[] = [
      sql`status = ${to}`,
      sql`owner = null`,
      sql`waits_until = null`,
      sql`wait_reason = null`,
      sql`held_at = null`,
      sql`moved_at = ${at}`,
      sql`updated_at = ${at}`,
    ];
    if (patch.message !== undefined) sets.push(sql`message = ${patch.message}`);
    if (patch.errors !== undefined) sets.push(sql`errors = ${JSON.stringify(patch.errors)}::jsonb`);
    if (patch.phase !== undefined) sets.push(sql`phase = ${patch.phase}, checkpoint = null`);
    if (patch.startedAt !== undefined) sets.push(sql`started_at = ${patch.startedAt?.toISOString() ?? null}`);
    if (patch.finishedAt !== undefined)
      sets.push(sql`finished_at = ${finishTime(patch.finishedAt?.toISOString() ?? null)}`);
    const result = await tx.execute(sql`
      with before as (
        select id, status from workload_runs where ${this.matches(selection)} order by id for update
      ), moved as (
        update workload_runs run set ${sql.join(sets, sql`, `)} from before where run.id = before.id
        returning run.id, run.person_id, run.service, before.status as from_status
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select ${selection.jobId}::uuid, person_id, service, from_status, ${to}, ${cause.cause}, ${cause.actor},
          ${eventTime(sql`${selection.jobId}::uuid`, at)}
        from moved where from_status <> ${to} order by id
      )
      select id, person_id, service from moved`);
    return rowsOf<{ id: string; person_id: string; service: Workload }>(result).map((row) => ({
      id: Number(row.id),
      personId: row.person_id,
      service: row.service,
    }));
  }

  /**
   * Moves runs, each to a status of its own, and writes one event for each, in one statement. A run that goes on knows what its
   * last pass has seen. A run that has left the
   * status in which it was read stays where it is. The caller holds the locks of the jobs.
   */
  async moveEach(tx: Orm, moves: readonly RunMove[], { actor, at: moment }: Omit<Cause, 'cause'>): Promise<void> {
    const at = moment.toISOString();
    const rows = moves.map(({ run, to, phase, startedAt, finishedAt, errors, cause }) => {
      const times = { started_at: startedAt, finished_at: finishedAt };
      return { id: run.id, from_status: run.status, to_status: to, phase, errors, cause, ...times };
    });
    // The keys once more as a list: the server would rather read every run than believe that the rows are few.
    const ids = sql.param(moves.map(({ run }) => run.id));
    await tx.execute(sql`
      with entry as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as entry (id bigint, from_status text,
          to_status text, phase text, errors jsonb, cause text, started_at timestamptz, finished_at timestamptz)
      ), before as (
        select run.id from workload_runs run join entry on entry.id = run.id and entry.from_status = run.status
        where run.id = any(${ids}::bigint[]) order by run.id for update of run
      ), moved as (
        update workload_runs run set status = entry.to_status, phase = entry.phase,
          checkpoint = case when entry.phase is not null then run.checkpoint end, owner = null,
          waits_until = null, wait_reason = null, held_at = null, moved_at = ${at}, errors = coalesce(entry.errors, run.errors),
          started_at = coalesce(entry.started_at, run.started_at),
          finished_at = coalesce(${finishTime(sql`entry.finished_at`)}, run.finished_at), updated_at = ${at}
        from before, entry where run.id = before.id and entry.id = before.id
        returning run.id, run.job_id, run.person_id, run.service, entry.from_status, entry.to_status, entry.cause
      )
      insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
      select job_id, person_id, service, from_status, to_status, cause, ${actor}, ${eventTime(sql`moved.job_id`, at)}
      from moved order by id`);
  }

  /**
   * Clears the traces of an earlier attempt from every run that is not finished: errors, findings, failed items of the
   * ledger. What was copied stays counted, also what the target has lost since, and completed and cancelled runs stay as
   * they are. Whatever has to begin again gets an event. The caller holds the lock of the job.
   *
   * @param among only these people, or only what stands in these statuses
   */
  async reset(
    tx: Orm,
    jobId: string,
    attempt: number,
    cause: Cause,
    among: Partial<Pick<RunSelection, 'personIds' | 'statuses'>> = {},
  ): Promise<void> {
    const at = cause.at.toISOString();
    const selection = { jobId, statuses: RESETTABLE, ...among };
    await tx.execute(sql`
      with before as (
        select id, status from workload_runs where ${this.matches(selection)}
        order by id for update
      ), again as (
        select run_id, count(*) as items from before join ledger_entries on run_id = before.id
        where state = 'failed' and counted group by run_id
      ), run as (
        update workload_runs reset set status = ${ServiceStatus.NotStarted}, message = '', errors = '[]', attempt = ${attempt},
          owner = null, phase = null, checkpoint = null, findings = null, failures = 0, waits_until = null, held_at = null,
          wait_reason = null, moved_at = null, failed = 0, lost = lost - coalesce(again.items, 0), finished_at = null,
          updated_at = ${at}
        from before left join again on again.run_id = before.id where reset.id = before.id
        returning reset.id, reset.job_id, reset.person_id, reset.service, before.status as from_status
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select job_id, person_id, service, from_status, ${ServiceStatus.NotStarted}, ${cause.cause}, ${cause.actor},
          ${eventTime(sql`${jobId}::uuid`, at)}
        from run where from_status <> ${ServiceStatus.NotStarted} order by id
      ), missing as (
        update ledger_entries set state = 'missing' from run where run_id = run.id and state = 'failed' and counted
      )
      delete from ledger_entries using run where run_id = run.id and state = 'failed' and not counted`);
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

  /** The runs of some people in any of several jobs. */
  async ofPeopleInAny(orm: Orm, jobIds: readonly string[], personIds: readonly string[]): Promise<RunRecord[]> {
    const rows = await orm
      .select()
      .from(workloadRuns)
      .where(
        and(
          sql`${workloadRuns.jobId} = any(${sql.param([...jobIds])}::uuid[])`,
          sql`${workloadRuns.personId} = any(${sql.param([...personIds])}::uuid[])`,
        ),
      );
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
