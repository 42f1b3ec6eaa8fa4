import type { EndpointCondition } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { endpointSlots, endpointStates } from '../database/schema';
import type { Endpoint } from './endpoint';

/** A time for the next items that lies farther ahead than this was written before a clock went back. */
const FARTHEST_ROOM_SECONDS = 120;

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
   * Takes the room of so many items, if there is any now: with `perSecond` items a second, the next batch has room when
   * the time of this one is over. Whether the room was taken is decided under the lock of the row, so no two workers take
   * the same. Answers null when it was taken, else when to ask again.
   */
  async takeRoom(endpoint: Endpoint, items: number, perSecond: number, now: Date): Promise<Date | null> {
    const at = now.toISOString();
    const taken = await this.database.orm.execute(sql`
      insert into endpoint_states as state (tenant_id, endpoint, next_item_at)
      values (${endpoint.tenantId}, ${endpoint.endpoint},
        ${at}::timestamptz + make_interval(secs => ${items / perSecond}::float8))
      on conflict (tenant_id, endpoint) do update set next_item_at = excluded.next_item_at
      where state.next_item_at is null or state.next_item_at <= ${at}::timestamptz
        or state.next_item_at > ${at}::timestamptz + make_interval(secs => ${FARTHEST_ROOM_SECONDS})
      returning state.endpoint`);
    if (rowsOf(taken).length === 1) return null;
    const [row] = await this.database.orm
      .select({ nextItemAt: endpointStates.nextItemAt })
      .from(endpointStates)
      .where(isState(endpoint));
    return row?.nextItemAt ?? now;
  }

  /** Makes the slots of an endpoint, up to a limit; those that exist stay as they are. */
  async addSlots(endpoint: Endpoint, upTo: number): Promise<void> {
    await this.database.orm.execute(sql`
      insert into endpoint_slots (tenant_id, endpoint, number)
      select ${endpoint.tenantId}, ${endpoint.endpoint}, number from generate_series(1, ${upTo}::int) as number
      on conflict do nothing`);
  }

  /** Frees the slot of a slice that is over, however it ended. */
  async giveBack(owner: string): Promise<void> {
    await this.database.orm
      .update(endpointSlots)
      .set({ runId: null, owner: null })
      .where(eq(endpointSlots.owner, owner));
  }

  /** Frees the slot of a run that nobody works on any more, because it does not move. */
  async giveBackOfRun(runId: number): Promise<void> {
    await this.database.orm
      .update(endpointSlots)
      .set({ runId: null, owner: null })
      .where(eq(endpointSlots.runId, runId));
  }

  /** Frees every slot: only for a database that no other process uses, and at start. */
  async giveBackAll(): Promise<void> {
    await this.database.orm
      .update(endpointSlots)
      .set({ runId: null, owner: null })
      .where(isNotNull(endpointSlots.runId));
  }
}

function isState({ tenantId, endpoint }: Endpoint) {
  return and(eq(endpointStates.tenantId, tenantId), eq(endpointStates.endpoint, endpoint));
}
