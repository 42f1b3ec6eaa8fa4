import { Injectable } from '@nestjs/common';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { people, preflights } from '../database/schema';

/** A run of all checks that was made. */
export type PreflightRecord = typeof preflights.$inferSelect;

/** What a check found for a person and a workload. */
export type StoredFinding = PreflightRecord['findings'][number];

/** How many runs about one source and endpoint are kept. */
const KEPT_RUNS = 10;

/** Every statement about pre-flights. */
@Injectable()
export class PreflightsRepository {
  constructor(private readonly database: Database) {}

  /** Object ids of the people of a tenant, up to a limit. */
  async peopleOf(tenantId: string, limit: number): Promise<string[]> {
    const rows = await this.database.orm
      .select({ id: people.id })
      .from(people)
      .where(eq(people.tenantId, tenantId))
      .orderBy(people.displayName, people.id)
      .limit(limit);
    return rows.map(({ id }) => id);
  }

  /** The runs about a source and an endpoint that are kept, latest first. */
  async earlier(tx: Orm, { tenantId, sourceTenantId, sourceEndpoint }: About): Promise<PreflightRecord[]> {
    return tx
      .select()
      .from(preflights)
      .where(isAbout({ tenantId, sourceTenantId, sourceEndpoint }))
      .orderBy(desc(preflights.createdAt), desc(preflights.id));
  }

  /** Keeps a run, and forgets the oldest about the same. */
  async add(tx: Orm, preflight: PreflightRecord): Promise<void> {
    await tx.insert(preflights).values(preflight);
    const kept = tx
      .select({ id: preflights.id })
      .from(preflights)
      .where(isAbout(preflight))
      .orderBy(desc(preflights.createdAt), desc(preflights.id))
      .limit(KEPT_RUNS);
    await tx.delete(preflights).where(and(isAbout(preflight), sql`${preflights.id} not in ${kept}`));
  }
}

type About = Pick<PreflightRecord, 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;

function isAbout({ tenantId, sourceTenantId, sourceEndpoint }: About) {
  return and(
    eq(preflights.tenantId, tenantId),
    eq(preflights.sourceTenantId, sourceTenantId),
    sourceEndpoint === null ? isNull(preflights.sourceEndpoint) : eq(preflights.sourceEndpoint, sourceEndpoint),
  );
}
