import { ServiceStatus, type WaitKind } from '@ferry/contracts';
import type { CatalogueCode } from '@ferry/domain';
import type { Checkpoint, LedgerEntry } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { eventTime } from '../events/event-time.sql';
import { finishTime } from '../jobs/finish-time.sql';
import type { Notification } from '../changes/changes';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobs, ledgerEntries, workloadRuns } from '../database/schema';
import type { JobRecord, RunError, RunPhase, RunRecord } from '../jobs/job.record';
import { jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';
import { ENGINE } from './actor';
import { endpointOf } from './endpoint';
import type { RunWakeUp } from './run-wake-ups';
import type { OwnPace } from './endpoint-limits';

/** The statuses in which content moves; outside of them nobody may write for a run. */
export const MOVING: readonly ServiceStatus[] = [
  ServiceStatus.Syncing,
  ServiceStatus.Finalizing,
  ServiceStatus.InProgress,
];

/** State of a ledger row whose item had arrived and is not at the target any more. */
const MISSING = 'missing';

/** A longer step tells of a stop, of the service or of a moved clock, and not of the pace. */
const LONGEST_STEP_MS = 600_000;

/** What a step writes into a run: when it was, and how long it took since the one before if that is the longest yet. */
function stepTo(run: SQL, at: string): SQL {
  const since = sql`(extract(epoch from ${at}::timestamptz - ${run}.moved_at) * 1000)::bigint`;
  const took = sql`least(greatest(coalesce(${since}, 0), 0), ${LONGEST_STEP_MS}::bigint)::integer`;
  return sql`longest_step_ms = greatest(${run}.longest_step_ms, ${took}), moved_at = ${at}`;
}

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
}

/** What the mover has settled since the last time. */
export interface RecordedBatch {
  readonly entries: readonly LedgerEntry[];
  readonly checkpoint: Checkpoint;
  /** How many items the source announces; null when it was not asked. */
  readonly expected: number | null;
  /** How long the slice has worked on this since the batch before, in milliseconds. */
  readonly workedMs: number;
}

/** The end of a slice as it is saved. */
export interface EndedSlice {
  readonly claimed: ClaimedRun;
  readonly end: SliceEnd;
  /** Why it ended so, for the event log. */
  readonly cause: string;
  /** Whether the slice reached its endpoint and did its work there. */
  readonly succeeded: boolean;
}

function entryOf({ claimed: { run, job, owner, slot }, end, cause, succeeded }: EndedSlice): Record<string, unknown> {
  const { tenantId, endpoint } = endpointOf(job);
  return {
    tenant_id: tenantId,
    endpoint,
    slot,
    succeeded,
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
    cause,
    is_event: end.status !== run.status || end.heldAt !== undefined,
  };
}

/** By how much the clocks of processes may differ before what another one wrote is taken for written in the future. */
const CLOCKS_DIFFER_MS = 60_000;

/** From when on a time is taken for written in the future, by a clock that has been set back since. */
export function futureOf(now: Date): Date {
  return new Date(now.getTime() + CLOCKS_DIFFER_MS);
}

/** What became of the items of one container, for the quality rule of chats. */
export interface ContainerOutcome {
  readonly container: string;
  readonly arrived: number;
  readonly failed: number;
}

/** Every statement about slices of workload runs and their ledger. */
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
  async lockMoving(tx: Orm, runIds: readonly number[]): Promise<RunWakeUp[]> {
    const rows = await tx
      .select({ run: workloadRuns, job: jobs })
      .from(workloadRuns)
      .innerJoin(jobs, eq(jobs.id, workloadRuns.jobId))
      .where(sql`${workloadRuns.id} = any(${sql.param([...runIds])}::bigint[])`)
      .orderBy(workloadRuns.id)
      .for('update', { of: workloadRuns });
    return rows.flatMap((row) => {
      const run = runRecord(row.run);
      if (!MOVING.includes(run.status) || run.phase === null) return [];
      return [{ job: jobRecord(row.job), runId: run.id, at: run.waitsUntil }];
    });
  }

  /** Which of the keys the ledger of a run has already, without those that are missing at the target. */
  async settled(runId: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.orm
      .select({ key: ledgerEntries.itemKey })
      .from(ledgerEntries)
      .where(
        and(
          eq(ledgerEntries.runId, runId),
          ne(ledgerEntries.state, MISSING),
          sql`${ledgerEntries.itemKey} = any(${sql.param([...keys])}::text[])`,
        ),
      );
    return new Set(rows.map((row) => row.key));
  }

  /**
   * Adds ledger rows, moves the checkpoint and the numbers, and tells the consoles, in one statement. What had arrived
   * before and was missing is not counted as arrived again. False when the run belongs to somebody else by now; nothing
   * was written then.
   */
  async record(
    claimed: ClaimedRun,
    { entries, checkpoint, expected, workedMs }: RecordedBatch,
    now: Date,
    notification: Notification,
  ): Promise<boolean> {
    const rows = JSON.stringify(entries.map(({ key, ...entry }) => ({ item_key: key, ...entry })));
    const keys = sql.param(entries.map((entry) => entry.key));
    const at = now.toISOString();
    const result = await this.database.orm.execute(sql`
      with mine as (
        select id from workload_runs
        where id = ${claimed.run.id} and owner = ${claimed.owner}
          and status = any(${sql.param([...MOVING])}::text[])
        for update
      ), again as (
        select ledger.item_key from mine, ledger_entries ledger
        where ledger.run_id = mine.id and ledger.item_key = any(${keys}::text[]) and ledger.state = ${MISSING}
      ), added as (
        insert into ledger_entries as ledger (run_id, item_key, container, state, bytes, code, message, recorded_at)
        select mine.id, entry.item_key, entry.container, entry.state, entry.bytes, entry.code, entry.message,
          ${at}::timestamptz
        from mine, jsonb_to_recordset(${rows}::jsonb)
          as entry (item_key text, container text, state text, bytes bigint, code text, message text)
        on conflict (run_id, item_key) do update set state = excluded.state, bytes = excluded.bytes,
          code = excluded.code, message = excluded.message, recorded_at = excluded.recorded_at,
          counted = excluded.state in ('skipped', 'failed')
        where ledger.state = ${MISSING}
        returning item_key, state, bytes
      ), sums as (
        select count(*) filter (where state = 'copied' and again.item_key is null) as copied,
          count(*) filter (where state = 'alreadyThere' and again.item_key is null) as already_there,
          count(*) filter (where state = 'skipped') as skipped,
          count(*) filter (where state = 'failed') as failed,
          count(*) filter (where state in ('skipped', 'failed') and again.item_key is not null) as lost,
          coalesce(sum(bytes) filter (where again.item_key is null), 0) as bytes
        from added left join again using (item_key)
      ), counted as (
        update workload_runs run set checkpoint = ${JSON.stringify(checkpoint)}::jsonb, failures = 0,
          expected = coalesce(${expected}::integer, run.expected),
          copied = run.copied + sums.copied, already_there = run.already_there + sums.already_there,
          skipped = run.skipped + sums.skipped, failed = run.failed + sums.failed, bytes = run.bytes + sums.bytes,
          lost = run.lost + sums.lost, worked_ms = run.worked_ms + ${Math.round(workedMs)}, ${stepTo(sql`run`, at)},
          updated_at = ${at}
        from mine, sums where run.id = mine.id
        returning run.id
      )
      select pg_notify(${notification.channel}, ${notification.payload}) from counted`);
    return rowsOf(result).length === 1;
  }

  /**
   * Saves the ends of slices whose runs are still their owners', with an event for each that moved or was held. Answers
   * which runs these were. Their slots are given back in any case. A success also says that the endpoint can be reached:
   * lost connections are counted from none again.
   */
  async endAll(tx: Orm, slices: readonly EndedSlice[], now: Date): Promise<ReadonlySet<number>> {
    const at = now.toISOString();
    const rows = JSON.stringify(slices.map(entryOf));
    const result = await tx.execute(sql`
      with entry as (
        select * from jsonb_to_recordset(${rows}::jsonb) as entry (tenant_id uuid, endpoint text, slot integer,
          succeeded boolean, id bigint, owner uuid, from_status text, status text,
          phase text, keeps_checkpoint boolean, checkpoint jsonb, message text, errors jsonb, failures integer,
          waits_until timestamptz, wait_reason text, is_step boolean, held_at timestamptz, finished_at timestamptz, cause text, is_event boolean)
      ), mine as (
        select run.id from workload_runs run join entry on entry.id = run.id
        where run.owner = entry.owner and run.status = entry.from_status
        order by run.id for update of run
      ), freed as (
        update endpoint_slots slot set run_id = null, owner = null
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
          finished_at = ${finishTime(sql`entry.finished_at`)}, owner = null, updated_at = ${at}
        from mine, entry where run.id = mine.id and entry.id = mine.id
        returning run.id, run.job_id, run.person_id, run.service, entry.from_status, entry.status, entry.cause,
          entry.is_event
      ), event as (
        insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
        select job_id, person_id, service, from_status, status, cause, ${ENGINE}, ${eventTime(sql`ended.job_id`, at)}
        from ended where is_event order by id
      )
      select id from ended`);
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

  /** The keys that were skipped or failed: nobody expects them at the target. */
  async acceptedKeys(runId: number): Promise<ReadonlySet<string>> {
    const rows = await this.database.orm
      .select({ key: ledgerEntries.itemKey })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.runId, runId), inArray(ledgerEntries.state, ['skipped', 'failed'])));
    return new Set(rows.map((row) => row.key));
  }

  /** What arrived and what failed in each container of a run. */
  async byContainer(runId: number): Promise<ContainerOutcome[]> {
    return this.database.orm
      .select({
        container: ledgerEntries.container,
        arrived: sql<number>`count(*) filter (where ${ledgerEntries.state} in ('copied', 'alreadyThere'))::int`,
        failed: sql<number>`count(*) filter (where ${ledgerEntries.state} = 'failed')::int`,
      })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.runId, runId))
      .groupBy(ledgerEntries.container);
  }

  /** Why items were skipped or failed, most frequent first. */
  async reasons(runId: number): Promise<(RunError & { state: string; items: number })[]> {
    return this.database.orm
      .select({
        state: ledgerEntries.state,
        code: sql<CatalogueCode>`${ledgerEntries.code}`,
        message: sql<string>`coalesce(min(${ledgerEntries.message}), '')`,
        items: sql<number>`count(*)::int`,
      })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.runId, runId), inArray(ledgerEntries.state, ['skipped', 'failed'])))
      .groupBy(ledgerEntries.state, ledgerEntries.code)
      .orderBy(sql`count(*) desc`);
  }

  /**
   * Marks keys that were counted as arrived but are not at the target, so that the next pass copies them. They stay
   * counted: numbers that people have seen only grow.
   */
  async markMissing(claimed: ClaimedRun, keys: readonly string[]): Promise<void> {
    await this.database.orm.execute(sql`
      with mine as (
        select id from workload_runs where id = ${claimed.run.id} and owner = ${claimed.owner} for update
      )
      update ledger_entries set state = ${MISSING}, counted = true from mine
      where run_id = mine.id and item_key = any(${sql.param([...keys])}::text[])
        and state in ('copied', 'alreadyThere')`);
  }

  /** Runs of a job that move: whether they wait for a time, and whether that time has come. */
  async movingRuns(orm: Orm, jobId: string, now: Date): Promise<{ id: number; waits: boolean; isDue: boolean }[]> {
    const rows = await orm
      .select({ id: workloadRuns.id, waitsUntil: workloadRuns.waitsUntil, updatedAt: workloadRuns.updatedAt })
      .from(workloadRuns)
      .where(
        and(
          eq(workloadRuns.jobId, jobId),
          inArray(workloadRuns.status, [...MOVING]),
          sql`${workloadRuns.phase} is not null`,
        ),
      );
    return rows.map(({ id, waitsUntil, updatedAt }) => ({
      id,
      waits: waitsUntil !== null,
      isDue: waitsUntil === null || waitsUntil <= now || updatedAt > futureOf(now),
    }));
  }
}
