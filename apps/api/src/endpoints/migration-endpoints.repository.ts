import { JobStatus } from '@ferry/contracts';
import { isFinal } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, notInArray } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { endpointSlots, endpointStates, jobs, migrationEndpoints } from '../database/schema';

/** A way into a source tenant, registered at a target tenant. */
export type EndpointRecord = typeof migrationEndpoints.$inferSelect;

/** What can be changed about an endpoint. */
export type EndpointChange = Partial<Omit<EndpointRecord, 'tenantId' | 'name' | 'sourceTenantId'>>;

/** Every statement about the endpoints that tenants register; the engine has its own about how they are used. */
@Injectable()
export class MigrationEndpointsRepository {
  constructor(private readonly database: Database) {}

  async list(tenantId: string): Promise<EndpointRecord[]> {
    return this.database.orm
      .select()
      .from(migrationEndpoints)
      .where(eq(migrationEndpoints.tenantId, tenantId))
      .orderBy(asc(migrationEndpoints.name));
  }

  async find(tenantId: string, name: string): Promise<EndpointRecord | null> {
    const [row] = await this.database.orm.select().from(migrationEndpoints).where(isNamed(tenantId, name));
    return row ?? null;
  }

  /** The same, locked until the transaction ends. */
  async lock(tx: Orm, tenantId: string, name: string): Promise<EndpointRecord | null> {
    const [row] = await tx.select().from(migrationEndpoints).where(isNamed(tenantId, name)).for('update');
    return row ?? null;
  }

  /** Registers an endpoint; false when the name is taken. */
  async add(tx: Orm, endpoint: EndpointRecord): Promise<boolean> {
    const added = await tx
      .insert(migrationEndpoints)
      .values(endpoint)
      .onConflictDoNothing()
      .returning({ name: migrationEndpoints.name });
    return added.length === 1;
  }

  async change(tx: Orm, tenantId: string, name: string, change: EndpointChange): Promise<void> {
    if (Object.keys(change).length === 0) return;
    await tx.update(migrationEndpoints).set(change).where(isNamed(tenantId, name));
  }

  /** Forgets an endpoint, and what workers noted about it. */
  async remove(tx: Orm, tenantId: string, name: string): Promise<void> {
    await tx.delete(migrationEndpoints).where(isNamed(tenantId, name));
    await tx
      .delete(endpointStates)
      .where(and(eq(endpointStates.tenantId, tenantId), eq(endpointStates.endpoint, name)));
    await tx.delete(endpointSlots).where(and(eq(endpointSlots.tenantId, tenantId), eq(endpointSlots.endpoint, name)));
  }

  /** Names of the jobs that are not over and name an endpoint, the newest first; no more than `limit`. */
  async jobsUsing(tx: Orm, tenantId: string, name: string, limit: number): Promise<string[]> {
    const rows = await tx
      .select({ displayName: jobs.displayName })
      .from(jobs)
      .where(
        and(
          eq(jobs.tenantId, tenantId),
          eq(jobs.sourceEndpoint, name),
          notInArray(jobs.status, Object.values(JobStatus).filter(isFinal)),
        ),
      )
      .orderBy(desc(jobs.createdAt), desc(jobs.id))
      .limit(limit);
    return rows.map(({ displayName }) => displayName);
  }
}

function isNamed(tenantId: string, name: string) {
  return and(eq(migrationEndpoints.tenantId, tenantId), eq(migrationEndpoints.name, name));
}
