import { IdentityMapping, type PeopleFigures } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, ilike, or, type SQL, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { people } from '../database/schema';

/** A person of a target tenant with the facts that the checks look at. */
export type PersonRecord = typeof people.$inferSelect;

/** Where a listing of people goes on. */
export interface PersonPosition {
  readonly displayName: string;
  readonly id: string;
}

/** The figures of a tenant without people. */
export const NOBODY: PeopleFigures = {
  people: 0,
  mapped: 0,
  inScopeGroup: 0,
  exchangePlan: 0,
  teamsLicence: 0,
  oneDriveLicence: 0,
};

/** Every statement about the people of tenants. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  /** People of a tenant by name, behind a position, whose name, addresses or logins contain a text. */
  async page(
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
          pattern
            ? or(
                ilike(people.displayName, pattern),
                ilike(people.mail, pattern),
                ilike(sql`${people.facts} ->> 'sourceMail'`, pattern),
                ilike(people.sourceLogin, pattern),
                ilike(people.targetLogin, pattern),
              )
            : undefined,
          after
            ? gt(sql`(${people.displayName}, ${people.id})`, sql`(${after.displayName}, ${after.id}::uuid)`)
            : undefined,
        ),
      )
      .orderBy(asc(people.displayName), asc(people.id))
      .limit(limit);
  }

  /** How many people of a tenant meet what the checks look at. */
  async figures(tenantId: string): Promise<PeopleFigures> {
    const holds = (path: string) => sql`(${people.facts} #>> ${sql.raw(`'{${path}}'`)})::boolean`;
    const countWhere = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::int`;
    const onBothSides = (member: string) => sql`${holds(`${member},source`)} and ${holds(`${member},target`)}`;
    const [row] = await this.database.orm
      .select({
        people: sql<number>`count(*)::int`,
        mapped: countWhere(sql`${people.facts} ->> 'identityMapping' = ${IdentityMapping.Completed}`),
        inScopeGroup: countWhere(holds('inScopeGroup')),
        exchangePlan: countWhere(onBothSides('exchangePlan')),
        teamsLicence: countWhere(onBothSides('teamsLicence')),
        oneDriveLicence: countWhere(holds('oneDriveLicence')),
      })
      .from(people)
      .where(eq(people.tenantId, tenantId));
    return row ?? NOBODY;
  }

  async find(tenantId: string, id: string): Promise<PersonRecord | null> {
    const [row] = await this.database.orm.select().from(people).where(isPerson(tenantId, id));
    return row ?? null;
  }

  /** People of a tenant whose id, or address in either tenant, is among some names in lower case; by name. */
  async named(tenantId: string, ids: readonly string[], addresses: readonly string[]): Promise<PersonRecord[]> {
    return this.database.orm
      .select()
      .from(people)
      .where(
        and(
          eq(people.tenantId, tenantId),
          or(
            sql`${people.id} = any(${sql.param([...ids])}::uuid[])`,
            sql`lower(${people.mail}) = any(${sql.param([...addresses])}::text[])`,
            sql`lower(${people.facts} ->> 'sourceMail') = any(${sql.param([...addresses])}::text[])`,
          ),
        ),
      )
      .orderBy(asc(people.displayName), asc(people.id));
  }

  /** Some people of a tenant by id, locked until the transaction ends. */
  async lockAll(tx: Orm, tenantId: string, ids: readonly string[]): Promise<Map<string, PersonRecord>> {
    const rows = await tx
      .select()
      .from(people)
      .where(and(eq(people.tenantId, tenantId), sql`${people.id} = any(${sql.param([...ids])}::uuid[])`))
      .orderBy(asc(people.id))
      .for('update');
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Writes people, replacing what was known of those who are there. */
  async put(tx: Orm, records: readonly PersonRecord[]): Promise<void> {
    if (records.length === 0) return;
    await tx
      .insert(people)
      .values([...records].sort((a, b) => (a.id < b.id ? -1 : 1)))
      .onConflictDoUpdate({
        target: [people.tenantId, people.id],
        set: {
          displayName: sql`excluded.display_name`,
          mail: sql`excluded.mail`,
          sourceLogin: sql`excluded.source_login`,
          targetLogin: sql`excluded.target_login`,
          facts: sql`excluded.facts`,
        },
      });
  }

  /** Forgets a person; false when there is none. */
  async remove(tx: Orm, tenantId: string, id: string): Promise<boolean> {
    const removed = await tx.delete(people).where(isPerson(tenantId, id)).returning({ id: people.id });
    return removed.length === 1;
  }
}

function isPerson(tenantId: string, id: string) {
  return and(eq(people.tenantId, tenantId), eq(people.id, id));
}
