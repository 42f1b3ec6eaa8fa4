import { type EndpointCondition, LOSSES_BEFORE_REST } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { endpointSlots, endpointStates, jobs, workloadRuns } from '../database/schema';
import type { JobRecord, WaitReason } from '../jobs/job.record';
import { jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';
import { type ClaimedRun, MOVING } from './slices.repository';

/** Why a run that moves and need not wait could not be claimed. */
export interface Obstacle extends EndpointCondition {
  readonly job: JobRecord;
  readonly personId: string;
  /** Why the endpoint rests. */
  readonly reason: string;
  /** How many slots the endpoint has, free or not. */
  readonly slots: number;
}

/** What a run waits for, and until when. */
export interface Wait {
  readonly until: Date;
  readonly waitReason: WaitReason;
  readonly message: string;
}

/** The endpoint of a job in SQL, as `endpointOf` has it. */
const ENDPOINT = sql`coalesce(${jobs.sourceEndpoint}, ${jobs.sourceTenantId}::text)`;

/** Every statement that takes a run for a slice, or says why it cannot be taken. */
@Injectable()
export class RunClaimsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the next slice of a run for an owner, together with a slot of its endpoint. Null when it was not taken: it does
   * not move, it waits, its endpoint rests, or no slot is free.
   *
   * A slot is a row, and whoever locks it first has it; `skip locked` looks at it again under the lock, so two workers
   * never get the same one. The slot that the run has from a slice of a dead worker is taken over. The run is locked
   * before its slot, as at the end of a slice.
   */
  async claim(runId: number, owner: string, now: Date, connections: number): Promise<ClaimedRun | null> {
    const { orm } = this.database;
    const run = orm.$with('run', {}).as(sql`
      select ${workloadRuns.id} as id, ${jobs.tenantId} as tenant_id, ${ENDPOINT} as endpoint
      from ${workloadRuns} join ${jobs} on ${jobs.id} = ${workloadRuns.jobId}
      where ${isDue(runId, now)} for update of ${workloadRuns}`);
    const slot = orm.$with('slot', {}).as(sql`
      select free.tenant_id, free.endpoint, free.number, run.id as run_id
      from run
        left join endpoint_states state on state.tenant_id = run.tenant_id and state.endpoint = run.endpoint
        join endpoint_slots free on free.tenant_id = run.tenant_id and free.endpoint = run.endpoint
      where (state.rests_until is null or state.rests_until <= ${now.toISOString()})
        and free.number <= case when state.lost_connections >= ${LOSSES_BEFORE_REST} then 1 else ${connections}::int end
        and (free.run_id is null or free.run_id = run.id)
      order by free.run_id, free.number limit 1
      for update of free skip locked`);
    const taken = orm.$with('taken', {}).as(sql`
      update endpoint_slots mine set
        run_id = case when mine.number = slot.number then slot.run_id end,
        owner = case when mine.number = slot.number then ${owner}::uuid end
      from slot
      where mine.tenant_id = slot.tenant_id and mine.endpoint = slot.endpoint
        and (mine.number = slot.number or mine.run_id = slot.run_id)
      returning mine.number, mine.run_id`);
    const [row] = await orm
      .with(run, slot, taken)
      .update(workloadRuns)
      .set({
        owner,
        startedAt: sql`coalesce(${workloadRuns.startedAt}, ${now.toISOString()})`,
        waitsUntil: null,
        waitReason: null,
        message: sql`case when ${workloadRuns.waitReason} is null then ${workloadRuns.message} else '' end`,
      })
      .from(jobs)
      .where(
        and(
          eq(workloadRuns.id, runId),
          eq(jobs.id, workloadRuns.jobId),
          sql`${workloadRuns.id} in (select run_id from taken)`,
        ),
      )
      .returning({ run: workloadRuns, job: jobs, slot: sql<number>`(select number from slot)` });
    if (!row) return null;
    const record = runRecord(row.run);
    if (!record.phase) return null;
    return { run: { ...record, phase: record.phase }, job: jobRecord(row.job), owner, slot: row.slot };
  }

  /** What stands between a run and its next slice; null when it does not move, or waits for a time. */
  async obstacle(runId: number, now: Date): Promise<Obstacle | null> {
    const [row] = await this.database.orm
      .select({
        job: jobs,
        personId: workloadRuns.personId,
        restsUntil: endpointStates.restsUntil,
        reason: endpointStates.reason,
        lostConnections: endpointStates.lostConnections,
        slots: sql<number>`(select count(*)::int from ${endpointSlots}
          where ${endpointSlots.tenantId} = ${jobs.tenantId} and ${endpointSlots.endpoint} = ${ENDPOINT})`,
      })
      .from(workloadRuns)
      .innerJoin(jobs, eq(jobs.id, workloadRuns.jobId))
      .leftJoin(endpointStates, and(eq(endpointStates.tenantId, jobs.tenantId), eq(endpointStates.endpoint, ENDPOINT)))
      .where(isDue(runId, now));
    if (!row) return null;
    return {
      job: jobRecord(row.job),
      personId: row.personId,
      restsUntil: row.restsUntil,
      reason: row.reason ?? '',
      lostConnections: row.lostConnections ?? 0,
      slots: row.slots,
    };
  }

  /** Lets a run wait that could not be claimed. False when it does not move any more, or waits already. */
  async putOff(tx: Orm, runId: number, { until, ...wait }: Wait, now: Date): Promise<boolean> {
    const rows = await tx
      .update(workloadRuns)
      .set({ ...wait, waitsUntil: until, updatedAt: now })
      .where(
        and(
          eq(workloadRuns.id, runId),
          inArray(workloadRuns.status, [...MOVING]),
          sql`${workloadRuns.phase} is not null`,
        ),
      )
      .returning({ id: workloadRuns.id });
    return rows.length === 1;
  }
}

/**
 * The run moves and need not wait. The clocks of queue and service may differ by a moment, so a wait that ends within a
 * second counts as over.
 */
function isDue(runId: number, now: Date): SQL | undefined {
  const soon = new Date(now.getTime() + 1_000);
  return and(
    eq(workloadRuns.id, runId),
    inArray(workloadRuns.status, [...MOVING]),
    sql`${workloadRuns.phase} is not null`,
    sql`(${workloadRuns.waitsUntil} is null or ${workloadRuns.waitsUntil} <= ${soon.toISOString()})`,
  );
}
