import { ServiceStatus, type WaitKind } from '@ferry/contracts';
import type { Checkpoint, LedgerEntry } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Notification } from '../changes/changes';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobs, ledgerEntries, workloadRuns } from '../database/schema';
import type { JobRecord, RunPhase, RunRecord } from '../jobs/job.record';
import { jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';

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
}

/** What the end of a slice writes into its run. */
export interface SliceEnd {
  readonly status: ServiceStatus;
  readonly phase: RunPhase | null;
  /** Absent when the one that the ledger moved last is to stay. */
  readonly checkpoint?: Checkpoint | null;
  readonly message?: string;
  readonly errors?: { code: string; message: string }[];
  readonly failures: number;
  readonly waitsUntil: Date | null;
  /** What it waits for; absent when it does not wait. */
  readonly waitReason?: WaitKind;
  /** Since when somebody has to decide about skipped items. */
  readonly heldAt?: Date;
  readonly finishedAt: Date | null;
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

  /**
   * Takes the next slice of a run for an owner. Null when there is nothing to do: the run does not move, or it waits.
   * The clocks of queue and service may differ by a moment, so a wait that ends within a second counts as over.
   */
  async claim(runId: number, owner: string, now: Date): Promise<ClaimedRun | null> {
    const soon = new Date(now.getTime() + 1_000);
    const rows = await this.database.orm
      .update(workloadRuns)
      .set({
        owner,
        waitReason: null,
        startedAt: sql`coalesce(${workloadRuns.startedAt}, ${now.toISOString()})`,
        waitsUntil: null,
      })
      .from(jobs)
      .where(
        and(
          eq(workloadRuns.id, runId),
          eq(jobs.id, workloadRuns.jobId),
          inArray(workloadRuns.status, [...MOVING]),
          sql`${workloadRuns.phase} is not null`,
          sql`(${workloadRuns.waitsUntil} is null or ${workloadRuns.waitsUntil} <= ${soon.toISOString()})`,
        ),
      )
      .returning({ run: workloadRuns, job: jobs });
    const [row] = rows;
    if (!row) return null;
    const run = runRecord(row.run);
    if (!run.phase) return null;
    return { run: { ...run, phase: run.phase }, job: jobRecord(row.job), owner };
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
   *
   * @param workedMs how long the slice has worked on this since the batch before, in milliseconds
   */
  async record(
    claimed: ClaimedRun,
    entries: readonly LedgerEntry[],
    checkpoint: Checkpoint,
    workedMs: number,
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

  /** How many items a run has skipped so far. */
  async skipped(runId: number): Promise<number> {
    const [row] = await this.database.orm
      .select({ skipped: workloadRuns.skipped })
      .from(workloadRuns)
      .where(eq(workloadRuns.id, runId));
    return row?.skipped ?? 0;
  }

  /** Says how many items the source announces. */
  async setExpected(claimed: ClaimedRun, expected: number): Promise<void> {
    await this.database.orm
      .update(workloadRuns)
      .set({ expected })
      .where(and(eq(workloadRuns.id, claimed.run.id), eq(workloadRuns.owner, claimed.owner)));
  }

  /** Saves the end of a slice, if the run is still the owner's; one that does not wait has come further. */
  async end(tx: Orm, claimed: ClaimedRun, end: SliceEnd, now: Date): Promise<boolean> {
    const step = end.waitsUntil === null ? { movedAt: now } : {};
    const rows = await tx
      .update(workloadRuns)
      .set({ waitReason: null, ...end, ...step, owner: null, updatedAt: now })
      .where(
        and(
          eq(workloadRuns.id, claimed.run.id),
          eq(workloadRuns.owner, claimed.owner),
          eq(workloadRuns.status, claimed.run.status),
        ),
      )
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
  async reasons(runId: number): Promise<{ state: string; code: string; message: string; items: number }[]> {
    return this.database.orm
      .select({
        state: ledgerEntries.state,
        code: sql<string>`coalesce(${ledgerEntries.code}, '')`,
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

  /** Runs of a job that move, and until when they wait. */
  async movingRuns(orm: Orm, jobId: string): Promise<{ id: number; waitsUntil: Date | null }[]> {
    return orm
      .select({ id: workloadRuns.id, waitsUntil: workloadRuns.waitsUntil })
      .from(workloadRuns)
      .where(
        and(
          eq(workloadRuns.jobId, jobId),
          inArray(workloadRuns.status, [...MOVING]),
          sql`${workloadRuns.phase} is not null`,
        ),
      );
  }
}
