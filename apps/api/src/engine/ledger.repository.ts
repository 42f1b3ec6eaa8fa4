import type { CatalogueCode } from '@ferry/domain';
import type { Checkpoint, LedgerEntry } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import type { Notification } from '../changes/changes';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { ledgerEntries } from '../database/schema';
import type { RunError } from '../jobs/job.record';
import { MOVING } from './moving-runs';
import type { ClaimedRun } from './slices.repository';

/** State of a ledger row whose item had arrived and is not at the target any more. */
const MISSING = 'missing';
/** State of a ledger row whose item was taken from the target again, because it had left its place at the source. */
const REMOVED = 'removed';
/** Items in these states are copied when the source lists them. */
const TO_COPY = [MISSING, REMOVED];

/** A longer step tells of a stop, of the service or of a moved clock, and not of the pace. */
const LONGEST_STEP_MS = 600_000;

/** What a step writes into a run: when it was, and how long it took since the one before if that is the longest yet. */
function stepTo(run: SQL, at: string): SQL {
  const since = sql`(extract(epoch from ${at}::timestamptz - ${run}.moved_at) * 1000)::bigint`;
  const took = sql`least(greatest(coalesce(${since}, 0), 0), ${LONGEST_STEP_MS}::bigint)::integer`;
  return sql`longest_step_ms = greatest(${run}.longest_step_ms, ${took}), moved_at = ${at}`;
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

/** What became of the items of one container, for the quality rule of chats. */
export interface ContainerOutcome {
  readonly container: string;
  readonly arrived: number;
  readonly failed: number;
}

/** Every statement about the ledger of a workload run. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly database: Database) {}

  /** Which of the keys the ledger of a run has already, without those that are not at the target any more. */
  async settled(runId: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.orm
      .select({ key: ledgerEntries.itemKey })
      .from(ledgerEntries)
      .where(
        and(
          eq(ledgerEntries.runId, runId),
          notInArray(ledgerEntries.state, TO_COPY),
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
        where ledger.run_id = mine.id and ledger.item_key = any(${keys}::text[]) and ledger.state = any(${sql.param(TO_COPY)}::text[])
      ), added as (
        insert into ledger_entries as ledger (run_id, item_key, container, state, bytes, code, message, recorded_at)
        select mine.id, entry.item_key, entry.container, entry.state, entry.bytes, entry.code, entry.message,
          ${at}::timestamptz
        from mine, jsonb_to_recordset(${rows}::jsonb)
          as entry (item_key text, container text, state text, bytes bigint, code text, message text)
        on conflict (run_id, item_key) do update set state = excluded.state, bytes = excluded.bytes,
          code = excluded.code, message = excluded.message, recorded_at = excluded.recorded_at,
          counted = excluded.state in ('skipped', 'failed')
        where ledger.state = any(${sql.param(TO_COPY)}::text[])
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
    await this.mark(claimed, keys, MISSING);
  }

  /** Marks keys that were taken from the target again. False when the run belongs to somebody else by now. */
  async markRemoved(claimed: ClaimedRun, keys: readonly string[]): Promise<boolean> {
    return this.mark(claimed, keys, REMOVED);
  }

  private async mark(claimed: ClaimedRun, keys: readonly string[], state: string): Promise<boolean> {
    const result = await this.database.orm.execute(sql`
      with mine as (
        select id from workload_runs where id = ${claimed.run.id} and owner = ${claimed.owner} for update
      ), marked as (
        update ledger_entries set state = ${state}, counted = true from mine
        where run_id = mine.id and item_key = any(${sql.param([...keys])}::text[])
          and state in ('copied', 'alreadyThere')
      )
      select id from mine`);
    return rowsOf(result).length === 1;
  }
}
