import type { TenantKind } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, ilike, inArray, or, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { migrationEndpoints, people, tenants } from '../database/schema';

/** A tenant with the facts that the checks look at. */
export interface TenantRecord {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly kind: TenantKind;
  readonly settings: Record<string, boolean>;
}

/** A person of a target tenant with the facts that the checks look at. */
export interface PersonRecord {
  readonly id: string;
  readonly tenantId: string;
  readonly displayName: string;
  readonly mail: string;
  readonly facts: Record<string, unknown>;
}

/** A way into a source tenant, registered at a target tenant. */
export interface EndpointRecord {
  readonly tenantId: string;
  readonly name: string;
  readonly sourceTenantId: string;
}

/** Where a listing of people goes on. */
export interface PersonPosition {
  readonly displayName: string;
  readonly id: string;
}

/** Every statement about tenants, their endpoints and their people. */
@Injectable()
export class TenantsRepository {
  constructor(private readonly database: Database) {}

  async find(id: string): Promise<TenantRecord | null> {
    const [row] = await this.database.orm.select().from(tenants).where(eq(tenants.id, id));
    return row ? { ...row, kind: row.kind as TenantKind } : null;
  }

  /** A tenant and the tenants that its endpoints lead to. */
  async visibleTo(tenantId: string): Promise<TenantRecord[]> {
    const sources = this.database.orm
      .select({ id: migrationEndpoints.sourceTenantId })
      .from(migrationEndpoints)
      .where(eq(migrationEndpoints.tenantId, tenantId));
    const rows = await this.database.orm
      .select()
      .from(tenants)
      .where(or(eq(tenants.id, tenantId), inArray(tenants.id, sources)))
      .orderBy(asc(tenants.displayName));
    return rows.map((row) => ({ ...row, kind: row.kind as TenantKind }));
  }

  async endpoints(tenantId: string): Promise<EndpointRecord[]> {
    return this.database.orm
      .select()
      .from(migrationEndpoints)
      .where(eq(migrationEndpoints.tenantId, tenantId))
      .orderBy(asc(migrationEndpoints.name));
  }

  /** People of a tenant by name, behind a position, whose name or address contains a text. */
  async people(
    tenantId: string,
    search: string | null,
    after: PersonPosition | null,
    limit: number,
  ): Promise<PersonRecord[]> {
    const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
    return this.database.orm
      .select()
      .from(people)
      .where(
        and(
          eq(people.tenantId, tenantId),
          pattern ? or(ilike(people.displayName, pattern), ilike(people.mail, pattern)) : undefined,
          after
            ? gt(sql`(${people.displayName}, ${people.id})`, sql`(${after.displayName}, ${after.id}::uuid)`)
            : undefined,
        ),
      )
      .orderBy(asc(people.displayName), asc(people.id))
      .limit(limit);
  }

  async person(tenantId: string, id: string): Promise<PersonRecord | null> {
    const [row] = await this.database.orm
      .select()
      .from(people)
      .where(and(eq(people.tenantId, tenantId), eq(people.id, id)));
    return row ?? null;
  }

  /** Names and addresses of some people of a tenant. */
  async named(tenantId: string, ids: readonly string[]): Promise<Map<string, { displayName: string; mail: string }>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database.orm
      .select({ id: people.id, displayName: people.displayName, mail: people.mail })
      .from(people)
      .where(and(eq(people.tenantId, tenantId), sql`${people.id} = any(${sql.param([...ids])}::uuid[])`));
    return new Map(rows.map(({ id, ...named }) => [id, named]));
  }

  /** Writes tenants, endpoints and people, replacing what they said before; doing it twice is harmless. */
  async upsert(
    tx: Orm,
    seed: { tenants: TenantRecord[]; endpoints: EndpointRecord[]; people: PersonRecord[] },
  ): Promise<void> {
    await tx
      .insert(tenants)
      .values(seed.tenants)
      .onConflictDoUpdate({
        target: tenants.id,
        set: {
          displayName: sql`excluded.display_name`,
          defaultDomain: sql`excluded.default_domain`,
          kind: sql`excluded.kind`,
          settings: sql`excluded.settings`,
        },
      });
    await tx
      .insert(migrationEndpoints)
      .values(seed.endpoints)
      .onConflictDoUpdate({
        target: [migrationEndpoints.tenantId, migrationEndpoints.name],
        set: { sourceTenantId: sql`excluded.source_tenant_id` },
      });
    await tx
      .insert(people)
      .values(seed.people)
      .onConflictDoUpdate({
        target: [people.tenantId, people.id],
        set: {
          displayName: sql`excluded.display_name`,
          mail: sql`excluded.mail`,
          facts: sql`excluded.facts`,
        },
      });
  }
}
