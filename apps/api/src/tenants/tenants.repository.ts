import { JobStatus, type TenantKind } from '@ferry/contracts';
import { isFinal } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, notInArray, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { jobs, migrationEndpoints, sourceTenants, tenants } from '../database/schema';
import type { StoredConnections } from '../connections/stored-connection';

/** A tenant with the facts that the checks look at, and how it is reached. */
export interface TenantRecord {
  readonly id: string;
  readonly displayName: string;
  readonly defaultDomain: string;
  readonly kind: TenantKind;
  readonly settings: Record<string, boolean>;
  readonly services: StoredConnections;
}

/** What can be changed about a tenant. */
export type TenantChange = Partial<Pick<TenantRecord, 'displayName' | 'defaultDomain' | 'services'>>;

/**
 * Every statement about tenants. Each is asked for by the tenant that knows it: its own row for itself, else the one that
 * it registered (ADR 0030).
 */
@Injectable()
export class TenantsRepository {
  constructor(private readonly database: Database) {}

  /** A tenant as another one, or itself, knows it. */
  async find(knownBy: string, id: string, orm: Orm = this.database.orm): Promise<TenantRecord | null> {
    const [row] =
      knownBy === id
        ? await orm.select().from(tenants).where(eq(tenants.id, id))
        : await orm.select().from(sourceTenants).where(isSource(knownBy, id));
    return row ? toRecord(row) : null;
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Orm, knownBy: string, id: string): Promise<TenantRecord | null> {
    const [row] =
      knownBy === id
        ? await tx.select().from(tenants).where(eq(tenants.id, id)).for('update')
        : await tx.select().from(sourceTenants).where(isSource(knownBy, id)).for('update');
    return row ? toRecord(row) : null;
  }

  /** A tenant and those that it registered, by name. */
  async visibleTo(tenantId: string): Promise<TenantRecord[]> {
    const { orm } = this.database;
    const own = await orm.select().from(tenants).where(eq(tenants.id, tenantId));
    const sources = await orm
      .select()
      .from(sourceTenants)
      .where(eq(sourceTenants.tenantId, tenantId))
      .orderBy(asc(sourceTenants.displayName), asc(sourceTenants.id));
    return [...own, ...sources].map(toRecord).sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
  }

  /** Registers a tenant at itself or at another one; false when it is there already. */
  async add(tx: Orm, knownBy: string, tenant: TenantRecord): Promise<boolean> {
    const added =
      knownBy === tenant.id
        ? await tx.insert(tenants).values(tenant).onConflictDoNothing().returning({ id: tenants.id })
        : await tx
            .insert(sourceTenants)
            .values({ ...tenant, tenantId: knownBy })
            .onConflictDoNothing()
            .returning({ id: sourceTenants.id });
    return added.length === 1;
  }

  async change(tx: Orm, knownBy: string, id: string, change: TenantChange): Promise<void> {
    if (Object.keys(change).length === 0) return;
    if (knownBy === id) await tx.update(tenants).set(change).where(eq(tenants.id, id));
    else await tx.update(sourceTenants).set(change).where(isSource(knownBy, id));
  }

  /** Forgets a tenant; with one's own go its endpoints, people, source tenants and secrets. */
  async remove(tx: Orm, knownBy: string, id: string): Promise<void> {
    if (knownBy === id) await tx.delete(tenants).where(eq(tenants.id, id));
    else await tx.delete(sourceTenants).where(isSource(knownBy, id));
  }

  /** How many jobs a tenant has, or how many that are not over come from a source tenant. */
  async countJobs(tx: Orm, tenantId: string, sourceTenantId: string | null): Promise<number> {
    const [row] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(jobs)
      .where(
        and(
          eq(jobs.tenantId, tenantId),
          sourceTenantId === null
            ? undefined
            : and(
                eq(jobs.sourceTenantId, sourceTenantId),
                notInArray(jobs.status, Object.values(JobStatus).filter(isFinal)),
              ),
        ),
      );
    return row?.count ?? 0;
  }

  /** Names of the endpoints of a tenant that lead to a source tenant. */
  async endpointsTo(tx: Orm, tenantId: string, sourceTenantId: string): Promise<string[]> {
    const rows = await tx
      .select({ name: migrationEndpoints.name })
      .from(migrationEndpoints)
      .where(and(eq(migrationEndpoints.tenantId, tenantId), eq(migrationEndpoints.sourceTenantId, sourceTenantId)))
      .orderBy(asc(migrationEndpoints.name));
    return rows.map(({ name }) => name);
  }
}

function isSource(knownBy: string, id: string) {
  return and(eq(sourceTenants.tenantId, knownBy), eq(sourceTenants.id, id));
}

function toRecord(row: Omit<TenantRecord, 'kind'> & { readonly kind: string }): TenantRecord {
  const { id, displayName, defaultDomain, kind, settings, services } = row;
  return { id, displayName, defaultDomain, kind: kind as TenantKind, settings, services };
}
