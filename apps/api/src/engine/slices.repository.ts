import { ServiceStatus } from '@ferry/contracts';
import type { CatalogueCode } from '@ferry/domain';
import type { Checkpoint, LedgerEntry } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Notification } from '../changes/changes';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobs, ledgerEntries, workloadRuns } from '../database/schema';
import type { JobRecord, RunError, RunPhase, RunRecord } from '../jobs/job.record';
import { jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';

/** The statuses in which content moves; outside of them nobody may write for a run. */
export const MOVING: readonly ServiceStatus[] = [
  ServiceStatus.Syncing,
  ServiceStatus.Finalizing,
  ServiceStatus.InProgress,
];

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
  readonly errors?: RunError[];
  readonly failures: number;
  readonly waitsUntil: Date | null;
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
      .set({ owner, startedAt: sql`coalesce(${workloadRuns.startedAt}, ${now.toISOString()})`, waitsUntil: null })
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

  /** Which of the keys the ledger of a run has already. */
  async settled(runId: number, keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.orm
      .select({ key: ledgerEntries.itemKey })
      .from(ledgerEntries)
      .where(and(eq(ledgerEntries.runId, runId), sql`${ledgerEntries.itemKey} = any(${sql.param([...keys])}::text[])`));
    return new Set(rows.map((row) => row.key));
  }

  /**
   * Adds ledger rows, moves the checkpoint and the numbers, and tells the consoles, in one statement. False when the
   * run belongs to somebody else by now; nothing was written then.
   */
  async record(
    claimed: ClaimedRun,
    entries: readonly LedgerEntry[],
    checkpoint: Checkpoint,
    now: Date,
    notification: Notification,
  ): Promise<boolean> {
    const rows = JSON.stringify(entries.map(({ key, ...entry }) => ({ item_key: key, ...entry })));
    const at = now.toISOString();
    const result = await this.database.orm.execute(sql`
      with mine as (
        select id from workload_runs
        where id = ${claimed.run.id} and owner = ${claimed.owner}
          and status = any(${sql.param([...MOVING])}::text[])
        for update
      ), added as (
        insert into ledger_entries (run_id, item_key, container, state, bytes, code, message, recorded_at)
        select mine.id, entry.item_key, entry.container, entry.state, entry.bytes, entry.code, entry.message,
          ${at}::timestamptz
        from mine, jsonb_to_recordset(${rows}::jsonb)
          as entry (item_key text, container text, state text, bytes bigint, code text, message text)
        on conflict do nothing
        returning state, bytes
      ), sums as (
        select count(*) filter (where state = 'copied') as copied,
          count(*) filter (where state = 'alreadyThere') as already_there,
          count(*) filter (where state = 'skipped') as skipped,
          count(*) filter (where state = 'failed') as failed,
          coalesce(sum(bytes), 0) as bytes
        from added
      ), counted as (
        update workload_runs run set checkpoint = ${JSON.stringify(checkpoint)}::jsonb, failures = 0,
          copied = run.copied + sums.copied, already_there = run.already_there + sums.already_there,
          skipped = run.skipped + sums.skipped, failed = run.failed + sums.failed, bytes = run.bytes + sums.bytes,
          updated_at = ${at}
        from mine, sums where run.id = mine.id
        returning run.id
      )
      select pg_notify(${notification.channel}, ${notification.payload}) from counted`);
    return rowsOf(result).length === 1;
  }

  /** Says how many items the source announces. */
  async setExpected(claimed: ClaimedRun, expected: number): Promise<void> {
    await this.database.orm
      .update(workloadRuns)
      .set({ expected })
      .where(and(eq(workloadRuns.id, claimed.run.id), eq(workloadRuns.owner, claimed.owner)));
  }

  /** Saves the end of a slice, if the run is still the owner's. Answers whether it was. */
  async end(tx: Orm, claimed: ClaimedRun, end: SliceEnd, now: Date): Promise<boolean> {
    const rows = await tx
      .update(workloadRuns)
      .set({ ...end, owner: null, updatedAt: now })
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

  /** Forgets the rows of keys that were counted as arrived but are not at the target, so the next pass copies them. */
  async forget(claimed: ClaimedRun, keys: readonly string[]): Promise<void> {
    await this.database.orm.execute(sql`
      with mine as (
        select id from workload_runs where id = ${claimed.run.id} and owner = ${claimed.owner} for update
      ), gone as (
        delete from ledger_entries using mine
        where run_id = mine.id and item_key = any(${sql.param([...keys])}::text[])
          and state in ('copied', 'alreadyThere')
        returning state, bytes
      ), sums as (
        select count(*) filter (where state = 'copied') as copied,
          count(*) filter (where state = 'alreadyThere') as already_there, coalesce(sum(bytes), 0) as bytes
        from gone
      )
      update workload_runs set copied = workload_runs.copied - sums.copied,
        already_there = workload_runs.already_there - sums.already_there, bytes = workload_runs.bytes - sums.bytes
      from sums, mine where workload_runs.id = mine.id`);
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
