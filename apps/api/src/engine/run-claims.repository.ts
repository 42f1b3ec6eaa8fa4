import type { WaitKind } from '@ferry/contracts';
import { type EndpointCondition, LOSSES_BEFORE_REST } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { endpointSlots, endpointStates, jobs, migrationEndpoints, workloadRuns } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';
import { JOB_COLUMNS, jobRecord } from '../jobs/jobs.repository';
import { runRecord } from '../jobs/workload-runs.repository';
import type { OwnPace } from './endpoint-limits';
import { futureOf } from './moving-runs';
import { IS_FREE_SLOT } from './endpoints.repository';
import { canMove } from './moving-runs.sql';
import type { ClaimedRun } from './slices.repository';

/** Why a run that moves and need not wait could not be claimed. */
export interface Obstacle extends EndpointCondition {
  readonly job: JobRecord;
  readonly personId: string;
  /** Why the endpoint rests. */
  readonly reason: string;
  /** How many connections the endpoint allows. */
  readonly connections: number;
  /** How many slots the endpoint has, free or not. */
  readonly slots: number;
  /** How many of them are free by now. */
  readonly free: number;
}

/** What a run waits for, and until when. */
export interface Wait {
  readonly until: Date;
  readonly waitReason: WaitKind;
  readonly message: string;
}

/** The endpoint of a job in SQL, as `endpointOf` has it. */
const ENDPOINT = sql`coalesce(${jobs.sourceEndpoint}, ${jobs.sourceTenantId}::text)`;

/** The pace that the endpoint of a job allows by itself; null where the endpoint is not registered. */
const OWN_PACE = sql<OwnPace | null>`(
  select jsonb_build_object('itemsPerSecond', own.items_per_second, 'bytesPerSecond', own.bytes_per_second)
  from migration_endpoints own where own.tenant_id = ${jobs.tenantId} and own.name = ${ENDPOINT})`;

const IS_RECHECK = sql`coalesce(${workloadRuns.phase}, '') = 'recheck'`;

/** Every statement that takes a run for a slice, or says why it cannot be taken. */
@Injectable()
export class RunClaimsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the next slices of runs, each for an owner of its own and with a slot of its endpoint. Left out are runs that do
   * not move, or wait, or whose endpoint rests or has no slot free.
   *
   * A slot is a row, and whoever locks it first has it; `skip locked` looks at it again under the lock, so two workers
   * never get the same one. The slot that a run has from a slice of a dead worker is taken over; one that is kept for the
   * run only by who keeps it, because the stores of another are still connected through it. Runs are locked before their slots, as at the end of a slice, and in one order, so that nobody waits in a circle. Where slots are few, those get
   * them who come first in `owners`.
   *
   * @param connections that an endpoint allows which has no limit of its own
   * @param keepers by run, the owner that the slot which this process keeps for it still has
   */
  async claimAll(
    owners: ReadonlyMap<number, string>,
    now: Date,
    connections: number,
    keepers: ReadonlyMap<number, string> = new Map(),
  ): Promise<ClaimedRun[]> {
    const { orm } = this.database;
    const ownerOf = JSON.stringify(Object.fromEntries(owners));
    const isKeptByOthers = sql`slot.kept_until is not null
      and slot.owner is distinct from (${JSON.stringify(Object.fromEntries(keepers))}::jsonb ->> slot.run_id::text)::uuid`;
    const run = orm.$with('run', {}).as(sql`
      select ${workloadRuns.id} as id, ${jobs.tenantId} as tenant_id, ${ENDPOINT} as endpoint
      from ${workloadRuns} join ${jobs} on ${jobs.id} = ${workloadRuns.jobId}
      where ${areDue([...owners.keys()], now)} order by ${workloadRuns.id} for update of ${workloadRuns}`);
    const open = orm.$with('open', {}).as(sql`
      select run.tenant_id, run.endpoint, count(*) as runs,
        case when max(state.lost_connections) >= ${LOSSES_BEFORE_REST} then 1
          else coalesce(max(own.connections), ${connections}::int) end as connections
      from run left join endpoint_states state using (tenant_id, endpoint)
        left join migration_endpoints own on own.tenant_id = run.tenant_id and own.name = run.endpoint
      where state.rests_until is null or state.rests_until <= ${now.toISOString()}
      group by run.tenant_id, run.endpoint`);
    const own = orm.$with('own', {}).as(sql`
      select tenant_id, endpoint, slot.number, run.id as run_id
      from run join open using (tenant_id, endpoint) join endpoint_slots slot using (tenant_id, endpoint)
      where slot.run_id = run.id and slot.number <= open.connections and not (${isKeptByOthers})
        and (slot.kept_until is null or slot.kept_until >= statement_timestamp())
      for update of slot skip locked`);
    const kept = orm.$with('kept', {}).as(sql`select distinct on (run_id) * from own order by run_id, number`);
    const free = orm.$with('free', {}).as(sql`
      select open.tenant_id, open.endpoint, slot.number,
        row_number() over (partition by open.tenant_id, open.endpoint order by slot.number) as place
      from open cross join lateral (
        select number from endpoint_slots
        where tenant_id = open.tenant_id and endpoint = open.endpoint and ${IS_FREE_SLOT} and number <= open.connections
        order by number
        limit open.runs - (
          select count(*) from kept where kept.tenant_id = open.tenant_id and kept.endpoint = open.endpoint)
        for update skip locked
      ) slot`);
    const given = orm.$with('given', {}).as(sql`
      select tenant_id, endpoint, number, run_id from kept
      union all
      select tenant_id, endpoint, free.number, needing.id
      from free join (
        select *, row_number() over (partition by tenant_id, endpoint
          order by array_position(${sql.param([...owners.keys()])}::bigint[], id)) as place from run
        where id not in (select run_id from kept)
      ) needing using (tenant_id, endpoint, place)`);
    const taken = orm.$with('taken', {}).as(sql`
      update endpoint_slots slot set run_id = given.run_id, owner = (${ownerOf}::jsonb ->> given.run_id::text)::uuid,
        kept_until = null
      from given
      where slot.tenant_id = given.tenant_id and slot.endpoint = given.endpoint and slot.number = given.number
      returning slot.run_id, slot.number`);
    const dropped = orm.$with('dropped', {}).as(sql`
      update endpoint_slots slot set run_id = null, owner = null, kept_until = null
      from given
      where slot.tenant_id = given.tenant_id and slot.endpoint = given.endpoint and slot.number <> given.number
        and slot.run_id = given.run_id and not (${isKeptByOthers})
        and not exists (select from given other
          where other.tenant_id = slot.tenant_id and other.endpoint = slot.endpoint and other.number = slot.number)`);
    const rows = await orm
      .with(run, open, own, kept, free, given, taken, dropped)
      .update(workloadRuns)
      .set({
        owner: sql`(${ownerOf}::jsonb ->> ${workloadRuns.id}::text)::uuid`,
        startedAt: sql`coalesce(${workloadRuns.startedAt}, ${now.toISOString()})`,
        waitsUntil: null,
        waitReason: null,
        // What is said about a run that has ended stays, however its comparison waits.
        message: sql`case when ${workloadRuns.waitReason} is null or ${IS_RECHECK} then ${workloadRuns.message} else '' end`,
      })
      .from(jobs)
      .where(and(eq(jobs.id, workloadRuns.jobId), sql`${workloadRuns.id} in (select run_id from taken)`))
      .returning({
        run: workloadRuns,
        job: JOB_COLUMNS,
        slot: sql<number>`(select number from taken where run_id = ${workloadRuns.id})`,
        pace: OWN_PACE,
      });
    return rows.flatMap((row) => {
      const record = runRecord(row.run);
      const owner = owners.get(record.id);
      if (!record.phase || owner === undefined) return [];
      return [
        { run: { ...record, phase: record.phase }, job: jobRecord(row.job), owner, slot: row.slot, pace: row.pace },
      ];
    });
  }

  /** What stands between a run and its next slice; null when it does not move, or waits for a time. */
  async obstacle(runId: number, now: Date, connections: number): Promise<Obstacle | null> {
    const slotsOfEndpoint = sql`${endpointSlots.tenantId} = ${jobs.tenantId} and ${endpointSlots.endpoint} = ${ENDPOINT}`;
    const allowed = sql<number>`coalesce(${migrationEndpoints.connections}, ${connections}::int)`;
    const [row] = await this.database.orm
      .select({
        job: JOB_COLUMNS,
        personId: workloadRuns.personId,
        restsUntil: endpointStates.restsUntil,
        reason: endpointStates.reason,
        lostConnections: endpointStates.lostConnections,
        slots: sql<number>`(select count(*)::int from ${endpointSlots} where ${slotsOfEndpoint})`,
        connections: allowed,
        free: sql<number>`(select count(*)::int from ${endpointSlots}
          where ${slotsOfEndpoint} and ${IS_FREE_SLOT} and ${endpointSlots.number} <= ${allowed})`,
      })
      .from(workloadRuns)
      .innerJoin(jobs, eq(jobs.id, workloadRuns.jobId))
      .leftJoin(endpointStates, and(eq(endpointStates.tenantId, jobs.tenantId), eq(endpointStates.endpoint, ENDPOINT)))
      .leftJoin(
        migrationEndpoints,
        and(eq(migrationEndpoints.tenantId, jobs.tenantId), eq(migrationEndpoints.name, ENDPOINT)),
      )
      .where(areDue([runId], now));
    if (!row) return null;
    return {
      job: jobRecord(row.job),
      personId: row.personId,
      restsUntil: row.restsUntil,
      reason: row.reason ?? '',
      lostConnections: row.lostConnections ?? 0,
      connections: row.connections,
      slots: row.slots,
      free: row.free,
    };
  }

  /** Lets a run wait that could not be claimed. False when it does not move any more, or waits already. */
  async putOff(tx: Orm, runId: number, { until, waitReason, message }: Wait, now: Date): Promise<boolean> {
    const said = sql`case when ${IS_RECHECK} then ${workloadRuns.message} else ${message} end`;
    const rows = await tx
      .update(workloadRuns)
      .set({ waitReason, message: said, waitsUntil: until, updatedAt: now })
      .where(and(eq(workloadRuns.id, runId), canMove()))
      .returning({ id: workloadRuns.id });
    return rows.length === 1;
  }
}

/**
 * The runs move and need not wait. The clocks of queue and service may differ by a moment, so a wait that ends within a
 * second counts as over.
 */
function areDue(runIds: readonly number[], now: Date): SQL | undefined {
  const soon = new Date(now.getTime() + 1_000);
  // Written in the future: the clock has been set back since, and nobody knows how much of the wait is left.
  const future = futureOf(now);
  return and(
    sql`${workloadRuns.id} = any(${sql.param([...runIds])}::bigint[])`,
    canMove(),
    sql`(${workloadRuns.waitsUntil} is null or ${workloadRuns.waitsUntil} <= ${soon.toISOString()}
      or ${workloadRuns.updatedAt} > ${future.toISOString()})`,
  );
}
