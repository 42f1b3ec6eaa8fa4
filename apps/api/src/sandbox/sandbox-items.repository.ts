import { Injectable } from '@nestjs/common';
import type { Workload } from '@ferry/contracts';
import type { ItemHeader } from '@ferry/stores-spi';
import { and, asc, count, eq, gt, type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { sandboxContainers, sandboxFaults, sandboxItems } from '../database/schema';

/** Whose content, and in which workload. */
export interface SandboxOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly service: Workload;
}

/** An item as it is listed: everything but its content. */
export interface SandboxItemRecord extends ItemHeader {
  /** SHA-256 of the content, in hexadecimal. */
  readonly digest: string;
}

/** An item to add, with its content. */
export interface NewSandboxItem extends SandboxItemRecord {
  readonly content: Uint8Array;
}

/** Where in the order of containers and keys a listing goes on. */
export interface ItemPosition {
  readonly container: string;
  readonly key: string;
}

const LISTED = {
  container: sandboxItems.container,
  key: sandboxItems.key,
  name: sandboxItems.name,
  size: sandboxItems.size,
  dateTime: sandboxItems.dateTime,
  properties: sandboxItems.properties,
  digest: sandboxItems.digest,
};

/** What the people of the sandbox's target tenants have, and which troubles have happened to them. */
@Injectable()
export class SandboxItemsRepository {
  constructor(private readonly database: Database) {}

  /** Makes sure that a container exists. */
  async addContainer(owner: SandboxOwner, path: string): Promise<void> {
    await this.database.orm
      .insert(sandboxContainers)
      .values({ ...owner, path })
      .onConflictDoNothing();
  }

  /** The containers by path, with how many items each has. */
  async containers(owner: SandboxOwner): Promise<{ path: string; itemCount: number }[]> {
    const { orm } = this.database;
    const counted = orm
      .select({ container: sandboxItems.container, items: count().as('items') })
      .from(sandboxItems)
      .where(itemsOf(owner))
      .groupBy(sandboxItems.container)
      .as('counted');
    return orm
      .select({ path: sandboxContainers.path, itemCount: sql<number>`coalesce(${counted.items}, 0)`.mapWith(Number) })
      .from(sandboxContainers)
      .leftJoin(counted, eq(counted.container, sandboxContainers.path))
      .where(
        and(
          eq(sandboxContainers.tenantId, owner.tenantId),
          eq(sandboxContainers.personId, owner.personId),
          eq(sandboxContainers.service, owner.service),
        ),
      )
      .orderBy(asc(sandboxContainers.path));
  }

  /**
   * Adds items in one statement; one whose key its container has already is left as it is. All rows travel as one JSON
   * parameter, content in base64: a parameter for each value costs the embedded database ten times as much.
   */
  async add(owner: SandboxOwner, items: readonly NewSandboxItem[]): Promise<void> {
    if (items.length === 0) return;
    const rows = items.map(({ content, ...item }) => ({ ...item, content: Buffer.from(content).toString('base64') }));
    await this.database.orm.execute(sql`
      insert into ${sandboxItems}
        (tenant_id, person_id, service, container, key, name, size, date_time, properties, digest, content)
      select ${owner.tenantId}::uuid, ${owner.personId}::uuid, ${owner.service}, item.container, item.key, item.name,
        item.size, item."dateTime", item.properties, item.digest, decode(item.content, 'base64')
      from json_to_recordset(${JSON.stringify(rows)}::json) as item (container text, key text, name text, size integer,
        "dateTime" timestamptz, properties jsonb, digest text, content text)
      on conflict do nothing`);
  }

  /** Which of the keys a container has. */
  async existingKeys(owner: SandboxOwner, container: string, keys: readonly string[]): Promise<string[]> {
    const rows = await this.database.orm
      .select({ key: sandboxItems.key })
      .from(sandboxItems)
      .where(
        and(itemsOf(owner), eq(sandboxItems.container, container), sql`${sandboxItems.key} = any(${sql.param(keys)})`),
      );
    return rows.map((row) => row.key);
  }

  /** A page of one container by key, after a key. */
  async listContainer(
    owner: SandboxOwner,
    container: string,
    after: string | null,
    limit: number,
  ): Promise<SandboxItemRecord[]> {
    const behind = after === null ? undefined : gt(sandboxItems.key, after);
    return this.database.orm
      .select(LISTED)
      .from(sandboxItems)
      .where(and(itemsOf(owner), eq(sandboxItems.container, container), behind))
      .orderBy(asc(sandboxItems.key))
      .limit(limit);
  }

  /** A page over all containers, by container and key, after a position. */
  async list(owner: SandboxOwner, after: ItemPosition | null, limit: number): Promise<SandboxItemRecord[]> {
    const behind = after
      ? sql`(${sandboxItems.container}, ${sandboxItems.key}) > (${after.container}, ${after.key})`
      : undefined;
    return this.database.orm
      .select(LISTED)
      .from(sandboxItems)
      .where(and(itemsOf(owner), behind))
      .orderBy(asc(sandboxItems.container), asc(sandboxItems.key))
      .limit(limit);
  }

  /** How many items there are over all containers. */
  async count(owner: SandboxOwner): Promise<number> {
    return this.database.orm.$count(sandboxItems, itemsOf(owner));
  }

  /** The content of an item; null when there is no such item. */
  async content(owner: SandboxOwner, container: string, key: string): Promise<Uint8Array | null> {
    const rows = await this.database.orm
      .select({ content: sandboxItems.content })
      .from(sandboxItems)
      .where(and(itemsOf(owner), eq(sandboxItems.container, container), eq(sandboxItems.key, key)));
    return rows[0]?.content ?? null;
  }

  /** Notes that a trouble happens now. False when it has happened before: then it must not happen again. */
  async beginFault(owner: SandboxOwner, name: string, occurrence: number, now: Date): Promise<boolean> {
    const { tenantId, personId } = owner;
    const begun = await this.database.orm
      .insert(sandboxFaults)
      .values({ tenantId, personId, name, occurrence, occurredAt: now })
      .onConflictDoNothing()
      .returning({ name: sandboxFaults.name });
    return begun.length > 0;
  }
}

function itemsOf(owner: SandboxOwner): SQL | undefined {
  return and(
    eq(sandboxItems.tenantId, owner.tenantId),
    eq(sandboxItems.personId, owner.personId),
    eq(sandboxItems.service, owner.service),
  );
}
