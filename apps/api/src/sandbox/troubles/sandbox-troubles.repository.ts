import type { MigrationSide, SandboxPrerequisite, Workload } from '@ferry/contracts';
import { SandboxTroubleKind } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../../database/database';
import { rowsOf } from '../../database/rows-of';
import { sandboxTroubles } from '../../database/schema';
import type { SandboxOwner } from '../sandbox-items.repository';
import type { NewTrouble, TroubleRecord } from './trouble.record';

/** Every statement about the troubles that somebody drives. */
@Injectable()
export class SandboxTroublesRepository {
  constructor(private readonly database: Database) {}

  /** The troubles of a tenant in the order in which they were set. */
  list(tenantId: string): Promise<TroubleRecord[]> {
    return this.select(eq(sandboxTroubles.tenantId, tenantId));
  }

  /** What is to happen to the stores of one person in one workload. */
  ofStores({ tenantId, personId, service }: SandboxOwner): Promise<TroubleRecord[]> {
    const { tenantId: tenant, personId: person, service: workload } = sandboxTroubles;
    return this.select(and(eq(tenant, tenantId), eq(person, personId), eq(workload, service)));
  }

  /** The prerequisites that a tenant or its people do not meet. */
  unmet(tenantId: string): Promise<TroubleRecord[]> {
    return this.select(and(eq(sandboxTroubles.tenantId, tenantId), eq(sandboxTroubles.kind, SandboxTroubleKind.Unmet)));
  }

  /** Puts troubles in the place of all those that a tenant had. Of two calls at once, one comes after the other. */
  async replace(tx: Orm, tenantId: string, troubles: readonly NewTrouble[]): Promise<void> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`sandbox troubles ${tenantId}`}, 0))`);
    await tx.delete(sandboxTroubles).where(eq(sandboxTroubles.tenantId, tenantId));
    if (troubles.length === 0) return;
    await tx
      .insert(sandboxTroubles)
      .values(troubles.map((trouble) => ({ ...trouble, parameters: [...trouble.parameters], tenantId })));
  }

  /**
   * Notes that a trouble happens now, up to `wanted` times, and answers how often it does: none once it has happened as
   * often as it is to, be it in another process, or when it was cleared meanwhile.
   */
  async happen(id: number, wanted: number): Promise<number> {
    const result = await this.database.orm.execute(sql`
      with due as (
        select id, least(${wanted}::int, coalesce(times - happened, ${wanted}::int)) as often
        from ${sandboxTroubles} where id = ${id} for update
      )
      update ${sandboxTroubles} trouble set happened = trouble.happened + due.often
      from due where trouble.id = due.id and due.often > 0
      returning due.often`);
    return rowsOf<{ often: number }>(result)[0]?.often ?? 0;
  }

  private async select(where: SQL | undefined): Promise<TroubleRecord[]> {
    const rows = await this.database.orm.select().from(sandboxTroubles).where(where).orderBy(asc(sandboxTroubles.id));
    return rows.map((row) => ({
      ...row,
      kind: row.kind as SandboxTroubleKind,
      service: row.service as Workload | null,
      prerequisite: row.prerequisite as SandboxPrerequisite | null,
      side: row.side as MigrationSide | null,
    }));
  }
}
