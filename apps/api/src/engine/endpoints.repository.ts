import type { EndpointCondition } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { endpointSlots, endpointStates, migrationEndpoints } from '../database/schema';
import { type Endpoint, groupOf } from './endpoint';

/** Room that was taken farther in the future than this was taken before a clock went back. */
const MOST_CLOCK_DIFFERENCE_SECONDS = 120;

/** How long a slot stays taken for stores that are kept between two slices, by the clock of the database. */
export const SLOT_KEPT_SECONDS = 8;

/**
 * Whether nobody is connected through a slot. The time that a slot is kept is that of the database: it is real time for which
 * a connection is open, and every process means the same by it. It is one time for a whole statement.
 */
export const IS_FREE_SLOT = sql`(${endpointSlots.runId} is null
  or coalesce(${endpointSlots.keptUntil} < statement_timestamp(), false))`;

const FREE = { runId: null, owner: null, keptUntil: null };

/** Limits of the queue for groups: how many messages of an endpoint are handed out. The slots alone are strict. */
export const CONNECTION_TIERS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] as const;

/** Every statement about endpoints that is not the claim of a run. */
@Injectable()
export class EndpointsRepository {
  constructor(private readonly database: Database) {}

  /** Locks what is known about an endpoint until the transaction ends. */
  async lock(tx: Orm, endpoint: Endpoint): Promise<EndpointCondition> {
    const [row] = await tx
      .insert(endpointStates)
      .values(endpoint)
      .onConflictDoUpdate({
        target: [endpointStates.tenantId, endpointStates.endpoint],
        set: { endpoint: sql`excluded.endpoint` },
      })
      .returning({ restsUntil: endpointStates.restsUntil, lostConnections: endpointStates.lostConnections });
    return row ?? { restsUntil: null, lostConnections: 0 };
  }

  /** Writes the condition of a locked endpoint, and why it is so. */
  async save(tx: Orm, endpoint: Endpoint, condition: EndpointCondition, reason: string): Promise<void> {
    await tx
      .update(endpointStates)
      .set({ ...condition, reason })
      .where(isState(endpoint));
  }

  /**
   * Takes the room of a batch that takes so many seconds, if there is any now: the next batch has room when the time of
   * this one is over. Whether the room was taken is decided under the lock of the row, so no two workers take the same.
   * Answers null when it was taken, else when to ask again.
   */
  async takeRoom(endpoint: Endpoint, seconds: number, now: Date): Promise<Date | null> {
    const at = now.toISOString();
    const taken = await this.database.orm.execute(sql`
      insert into endpoint_states as state (tenant_id, endpoint, next_item_at, room_taken_at)
      values (${endpoint.tenantId}, ${endpoint.endpoint},
        ${at}::timestamptz + make_interval(secs => ${seconds}::float8), ${at}::timestamptz)
      on conflict (tenant_id, endpoint)
        do update set next_item_at = excluded.next_item_at, room_taken_at = excluded.room_taken_at
      where state.next_item_at is null or state.next_item_at <= ${at}::timestamptz
        or state.room_taken_at > ${at}::timestamptz + make_interval(secs => ${MOST_CLOCK_DIFFERENCE_SECONDS})
      returning state.endpoint`);
    if (rowsOf(taken).length === 1) return null;
    const [row] = await this.database.orm
      .select({ nextItemAt: endpointStates.nextItemAt })
      .from(endpointStates)
      .where(isState(endpoint));
    return row?.nextItemAt ?? now;
  }

  /** By name, the tier of the queue for the endpoints of a tenant that have a limit of their own. */
  async tiers(orm: Orm, endpoints: readonly Endpoint[]): Promise<Map<string, string>> {
    const names = [...new Set(endpoints.map(({ endpoint }) => endpoint))];
    const rows = await orm
      .select({
        tenantId: migrationEndpoints.tenantId,
        name: migrationEndpoints.name,
        connections: migrationEndpoints.connections,
      })
      .from(migrationEndpoints)
      .where(
        and(
          sql`${migrationEndpoints.tenantId} = any(${sql.param([...new Set(endpoints.map(({ tenantId }) => tenantId))])}::uuid[])`,
          sql`${migrationEndpoints.name} = any(${sql.param(names)}::text[])`,
          isNotNull(migrationEndpoints.connections),
        ),
      );
    return new Map(
      rows.map(({ tenantId, name, connections }) => [
        groupOf({ tenantId, endpoint: name }),
        String(CONNECTION_TIERS.find((tier) => tier >= (connections ?? 0)) ?? CONNECTION_TIERS.at(-1)),
      ]),
    );
  }

  /** Makes the slots of an endpoint, up to a limit; those that exist stay as they are. */
  async addSlots(endpoint: Endpoint, upTo: number): Promise<void> {
    await this.database.orm.execute(sql`
      insert into endpoint_slots (tenant_id, endpoint, number)
      select ${endpoint.tenantId}, ${endpoint.endpoint}, number from generate_series(1, ${upTo}::int) as number
      on conflict do nothing`);
  }

  /** Whether a run that comes now would find a slot. `connections`: what an endpoint allows which has no limit of its own. */
  async hasFreeSlots({ tenantId, endpoint }: Endpoint, connections: number): Promise<boolean> {
    const allowed = sql`coalesce((select ${migrationEndpoints.connections} from ${migrationEndpoints}
      where ${migrationEndpoints.tenantId} = ${tenantId} and ${migrationEndpoints.name} = ${endpoint}), ${connections}::int)`;
    const result = await this.database.orm.execute(sql`
      select count(*) < ${allowed} as "hasFree" from ${endpointSlots}
      where ${endpointSlots.tenantId} = ${tenantId} and ${endpointSlots.endpoint} = ${endpoint} and not ${IS_FREE_SLOT}`);
    return rowsOf<{ hasFree: boolean }>(result)[0]?.hasFree ?? false;
  }

  /** Frees the slot of a slice that is over, however it ended. */
  async giveBack(owner: string): Promise<void> {
    await this.database.orm.update(endpointSlots).set(FREE).where(eq(endpointSlots.owner, owner));
  }

  /** Frees the slot of a run that nobody works on any more, because it does not move; one that is kept frees itself. */
  async giveBackOfRun(runId: number): Promise<void> {
    await this.database.orm
      .update(endpointSlots)
      .set(FREE)
      .where(and(eq(endpointSlots.runId, runId), isNull(endpointSlots.keptUntil)));
  }

  /** Frees every slot: only for a database that no other process uses, and at start. */
  async giveBackAll(): Promise<void> {
    await this.database.orm.update(endpointSlots).set(FREE).where(isNotNull(endpointSlots.runId));
  }
}

function isState({ tenantId, endpoint }: Endpoint) {
  return and(eq(endpointStates.tenantId, tenantId), eq(endpointStates.endpoint, endpoint));
}
