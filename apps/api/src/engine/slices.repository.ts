import type { JobStatus, ServiceStatus, WaitKind } from '@ferry/contracts';
import type { Checkpoint } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, sql } from 'drizzle-orm';
import { eventTime } from '../events/event-time.sql';
import { finishTime } from '../jobs/finish-time.sql';
import { notificationOf } from '../changes/changes';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobs, workloadRuns } from '../database/schema';
import type { JobRecord, RunError, RunPhase, RunRecord } from '../jobs/job.record';
import { JOB_COLUMNS, jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';
import { ENGINE } from './actor';
import { endpointOf } from './endpoint';
import { SLOT_KEPT_SECONDS } from './endpoints.repository';
import { isToMove, waitOf } from './moving-runs';
import { canMove } from './moving-runs.sql';
import type { RunVerification } from './run-verification';
import type { RunWakeUp } from './run-wake-ups';
import type { OwnPace } from './endpoint-limits';

/** A run whose slice belongs to this worker, as long as nobody else claims it. */
export interface ClaimedRun {
  readonly run: RunRecord & { readonly phase: RunPhase };
  readonly job: JobRecord;
  readonly owner: string;
  /** Number of the slot at its endpoint. */
  readonly slot: number;
  /** The pace that its endpoint allows by itself. */
  readonly pace: OwnPace | null;
}

/** What the end of a slice writes into its run. */
export interface SliceEnd {
  readonly status: ServiceStatus;
  readonly phase: RunPhase | null;
  /** Absent when the one that the ledger moved last is to stay. */
  readonly checkpoint?: Checkpoint | null;
  readonly message?: string;
  readonly errors?: RunError[];
  readonly failures: number;
  readonly waitsUntil: Date | null;
  /** What it waits for; null when it does not wait. */
  readonly waitReason: WaitKind | null;
  /** Since when somebody has to decide about skipped items. */
  readonly heldAt?: Date;
  readonly finishedAt: Date | null;
  /** What a comparison of this slice found; it replaces the one before. */
  readonly verification?: RunVerification;
  /** Why a comparison that was asked for could not be made. */
  readonly verificationProblem?: string;
}

/** The end of a slice as it is saved. */
export interface EndedSlice {
  readonly claimed: ClaimedRun;
  readonly end: SliceEnd;
  /** Why it ended so, for the event log. */
  readonly cause: string;
  /** Whether the slice reached its endpoint and did its work there. */
  readonly succeeded: boolean;
  /** Whether its stores stay connected for the next slice. */
  readonly keepsSlot: boolean;
}

function entryOf({
  claimed: { run, job, owner, slot },
  end,
  cause,
  succeeded,
  keepsSlot,
}: EndedSlice): Record<string, unknown> {
  const { tenantId, endpoint } = endpointOf(job);
  return {
    tenant_id: tenantId,
    endpoint,
    slot,
    succeeded,
    keeps_slot: keepsSlot,
    id: run.id,
    owner,
    from_status: run.status,
    status: end.status,
    phase: end.phase,
    keeps_checkpoint: end.checkpoint === undefined,
    checkpoint: end.checkpoint,
    message: end.message,
    errors: end.errors,
    failures: end.failures,
    waits_until: end.waitsUntil,
    wait_reason: end.waitReason,
    is_step: end.waitsUntil === null,
    held_at: end.heldAt,
    finished_at: end.finishedAt,
    verification_started_at: end.verification?.startedAt,
    verified_at: end.verification?.madeAt,
    verified: end.verification?.folders.map(({ path, ...counts }) => ({ container: path, ...counts })),
    verification_problem: end.verificationProblem,
    cause,
    is_event: end.status !== run.status || end.heldAt !== undefined,
  };
}

/** Word for the consoles of each job of which slices have ended. */
function newsOf(slices: readonly EndedSlice[]): string {
  const ofJob = [...Map.groupBy(slices, ({ claimed }) => claimed.job.id)];
  const news = ofJob.map(([jobId, ended]) => {
    const tenantId = ended[0]?.claimed.job.tenantId ?? '';
    const personIds = [...new Set(ended.map(({ claimed }) => claimed.run.personId))];
    return { job_id: jobId, ...notificationOf({ jobId, tenantId, personIds }) };
  });
  return JSON.stringify(news);
}

/** Every statement about slices of workload runs. */
@Injectable()
export class SlicesRepository {
  constructor(private readonly database: Database) {}

  /** The jobs of some runs; a run never changes its job. */
  async jobsOf(orm: Orm, runIds: readonly number[]): Promise<string[]> {
    const rows = await orm
      .selectDistinct({ jobId: workloadRuns.jobId })
      .from(workloadRuns)
      .where(sql`${workloadRuns.id} = any(${sql.param([...runIds])}::bigint[])`);
    return rows.map(({ jobId }) => jobId);
  }

  /** Locks runs, behind whoever is changing them, and answers how to wake those that move. */
  async lockMoving(tx: Orm, runIds: readonly number[], now: Date): Promise<RunWakeUp[]> {
    const rows = await tx
      .select({ run: workloadRuns, job: JOB_COLUMNS })
      .from(workloadRuns)
      .innerJoin(jobs, eq(jobs.id, workloadRuns.jobId))
      .where(sql`${workloadRuns.id} = any(${sql.param([...runIds])}::bigint[])`)
      .orderBy(workloadRuns.id)
      .for('update', { of: workloadRuns });
    return rows.flatMap((row) => {
      const run = runRecord(row.run);
      if (!isToMove(run)) return [];
      return [{ job: jobRecord(row.job), runId: run.id, at: waitOf(run, now) }];
    });
  }

  /**
   * Saves the ends of slices whose runs are still their owners', with an event for each that moved or was held, and tells the
   * consoles. Answers which runs these were. Their slots are given back in any case, but for those that are kept. A success also says that the endpoint can be reached:
   * lost connections are counted from none again.
   */
  async endAll(tx: Orm, slices: readonly EndedSlice[], now: Date): Promise<ReadonlySet<number>> {
    const at = now.toISOString();
    const rows = JSON.stringify(slices.map(entryOf));
    // The keys once more as a list: the server would rather read every run than believe that the rows are few.
    const ids = sql.param(slices.map(({ claimed }) => claimed.run.id));
    const result = await tx.execute(sql`
      with entry as (
        select * from jsonb_to_recordset(${rows}::jsonb) as entry (tenant_id uuid, endpoint text, slot integer,
          succeeded boolean, keeps_slot boolean, id bigint, owner uuid, from_status text, status text,
          phase text, keeps_checkpoint boolean, checkpoint jsonb, message text, errors jsonb, failures integer,
          waits_until timestamptz, wait_reason text, is_step boolean, held_at timestamptz, finished_at timestamptz,
          verification_started_at timestamptz, verified_at timestamptz, verified jsonb, verification_problem text, cause text,
          is_event boolean)
      ), mine as (
        select run.id from workload_runs run join entry on entry.id = run.id
        where run.id = any(${ids}::bigint[]) and run.owner = entry.owner and run.status = entry.from_status
        order by run.id for update of run
      ), freed as (
        update endpoint_slots slot set run_id = case when entry.keeps_slot then slot.run_id end,
          owner = case when entry.keeps_slot then slot.owner end,
          kept_until = case when entry.keeps_slot then clock_timestamp() + make_interval(secs => ${SLOT_KEPT_SECONDS}) end
        from entry
        where slot.tenant_id = entry.tenant_id and slot.endpoint = entry.endpoint and slot.number = entry.slot
          and slot.owner = entry.owner
      ), reached as (
        update endpoint_states state set lost_connections = 0
        from (select distinct entry.tenant_id, entry.endpoint from entry join mine using (id) where succeeded) success
        where state.tenant_id = success.tenant_id and state.endpoint = success.endpoint and state.lost_connections > 0
      ), ended as (
        update workload_runs run set status = entry.status, phase = entry.phase,
          checkpoint = case when entry.keeps_checkpoint then run.checkpoint else entry.checkpoint end,
          message = coalesce(entry.message, run.message), errors = coalesce(entry.errors, run.errors),
          failures = entry.failures, waits_until = entry.waits_until, wait_reason = entry.wait_reason, held_at = entry.held_at,
          moved_at = case when entry.is_step then ${at} else run.moved_at end,
          finished_at = ${finishTime(sql`entry.finished_at`)}, owner = null, updated_at = ${at},
          verification_started_at = coalesce(entry.verification_started_at, run.verification_started_at),
          verified_at = coalesce(entry.verified_at, run.verified_at),
          verification_problem = case when entry.verified_at is null
            then coalesce(entry.verification_problem, run.verification_problem) end
        from mine, entry where run.id = mine.id and entry.id = mine.id
        returning run.id, run.job_id, run.person_id, run.service, entry.from_status, entry.status, entry.cause,
          entry.is_event
      ), folder as (
        select entry.id as run_id, folder.*
        from entry join mine using (id) cross join jsonb_to_recordset(entry.verified) as folder (container text,
          compared integer, "atTarget" integer, missing integer, different integer, sampled integer, "sampledDifferent" integer)
      ), forgotten as (
        delete from verified_folders old using entry, mine
        where old.run_id = entry.id and mine.id = entry.id and entry.verified is not null
          and not exists (select from folder where folder.run_id = old.run_id and folder.container = old.container)
      ), compared as (
        insert into verified_folders (run_id, container, compared, at_target, missing, different, sampled, sampled_different)
        select run_id, container, compared, "atTarget", missing, different, sampled, "sampledDifferent" from folder
        on conflict (run_id, container) do update set compared = excluded.compared, at_target = excluded.at_target,
          missing = excluded.missing, different = excluded.different, sampled = excluded.sampled,
          sampled_different = excluded.sampled_different
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select job_id, person_id, service, from_status, status, cause, ${ENGINE}, ${eventTime(sql`ended.job_id`, at)}
        from ended where is_event order by id
      ), told as (
        select pg_notify(news.channel, news.payload)
        from jsonb_to_recordset(${newsOf(slices)}::jsonb) as news (job_id uuid, channel text, payload text)
        where news.job_id in (select job_id from ended)
      )
      select id, (select count(*) from told) from ended`);
    return new Set(rowsOf<{ id: string }>(result).map((row) => Number(row.id)));
  }

  /** Gives a run up, if it is still the owner's. Answers whether it was. */
  async release(tx: Orm, claimed: ClaimedRun): Promise<boolean> {
    const rows = await tx
      .update(workloadRuns)
      .set({ owner: null })
      .where(and(eq(workloadRuns.id, claimed.run.id), eq(workloadRuns.owner, claimed.owner)))
      .returning({ id: workloadRuns.id });
    return rows.length === 1;
  }

  /** Jobs that are over and of which somebody asked to compare runs once more. */
  async jobsComparing(): Promise<Pick<JobRecord, 'id' | 'status' | 'completeAfter'>[]> {
    const rows = await this.database.orm
      .selectDistinct({ id: jobs.id, status: jobs.status, completeAfter: jobs.completeAfter })
      .from(workloadRuns)
      .innerJoin(jobs, eq(jobs.id, workloadRuns.jobId))
      .where(sql`${workloadRuns.phase} = 'recheck'`)
      .orderBy(jobs.id);
    return rows.map((row) => ({ ...row, status: row.status as JobStatus }));
  }

  /** Runs of a job that move: whether they wait for a time, and whether that time has come. */
  async movingRuns(orm: Orm, jobId: string, now: Date): Promise<{ id: number; waits: boolean; isDue: boolean }[]> {
    const rows = await orm
      .select({ id: workloadRuns.id, waitsUntil: workloadRuns.waitsUntil, updatedAt: workloadRuns.updatedAt })
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), canMove()));
    return rows.map((row) => ({ id: row.id, waits: row.waitsUntil !== null, isDue: waitOf(row, now) === null }));
  }
}
