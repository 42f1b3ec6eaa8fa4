import { JobStatus } from '@ferry/contracts';
import type { CheckFacts, PersonFacts, TenantSettings } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { migrationEndpoints, people, tenants } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';

/** Gathers everything that the checks look at, for some people of a job at once. */
@Injectable()
export class FactsRepository {
  constructor(private readonly database: Database) {}

  async gather(job: JobRecord, personIds: readonly string[], now: Date): Promise<Map<string, CheckFacts>> {
    const settings = await this.settings([job.sourceTenantId, job.tenantId]);
    const target = settings.get(job.tenantId);
    if (!target) throw new Error(`Tenant ${job.tenantId} of job ${job.id} is not known.`);
    // A tenant that no endpoint of the target leads to is not the target's business, whether it is known here or not.
    const source = (await this.isReachable(job)) ? (settings.get(job.sourceTenantId) ?? null) : null;
    const endpoint = job.sourceEndpoint === null ? null : await this.endpoint(job, job.sourceEndpoint);
    const facts = await this.people(job.tenantId, personIds);
    const others = await this.otherActiveJobs(job, personIds);
    return new Map(
      personIds.map((personId) => [
        personId,
        {
          jobId: job.id,
          personId,
          now,
          source: { tenantId: job.sourceTenantId, exists: source !== null, settings: source },
          target: { tenantId: job.tenantId, settings: target },
          endpoint,
          person: facts.get(personId) ?? null,
          otherActiveJob: others.get(personId) ?? null,
        },
      ]),
    );
  }

  private async settings(ids: readonly string[]): Promise<Map<string, TenantSettings>> {
    const rows = await this.database.orm
      .select({ id: tenants.id, settings: tenants.settings })
      .from(tenants)
      .where(inArray(tenants.id, [...ids]));
    return new Map(rows.map((row) => [row.id, row.settings as unknown as TenantSettings]));
  }

  private async endpoint(job: JobRecord, name: string): Promise<NonNullable<CheckFacts['endpoint']>> {
    const [row] = await this.database.orm
      .select({ sourceTenantId: migrationEndpoints.sourceTenantId })
      .from(migrationEndpoints)
      .where(and(eq(migrationEndpoints.tenantId, job.tenantId), eq(migrationEndpoints.name, name)));
    return { name, registered: row !== undefined, leadsToSource: row?.sourceTenantId === job.sourceTenantId };
  }

  private async isReachable(job: JobRecord): Promise<boolean> {
    const rows = await this.database.orm
      .select({ name: migrationEndpoints.name })
      .from(migrationEndpoints)
      .where(
        and(eq(migrationEndpoints.tenantId, job.tenantId), eq(migrationEndpoints.sourceTenantId, job.sourceTenantId)),
      )
      .limit(1);
    return rows.length > 0;
  }

  private async people(tenantId: string, ids: readonly string[]): Promise<Map<string, PersonFacts>> {
    const rows = await this.database.orm
      .select({ id: people.id, facts: people.facts })
      .from(people)
      .where(and(eq(people.tenantId, tenantId), sql`${people.id} = any(${sql.param([...ids])}::uuid[])`));
    return new Map(rows.map((row) => [row.id, row.facts as unknown as PersonFacts]));
  }

  /**
   * A person may move in one job at a time; a job counts as active from the moment it starts to migrate. Of two jobs that
   * set up their migrations at once, the one that started first is the active one for the other, and not both.
   */
  private async otherActiveJobs(job: JobRecord, ids: readonly string[]): Promise<Map<string, string>> {
    const result = await this.database.orm.execute(sql`
      select person.person_id, min(other.display_name) as display_name
      from job_people person join jobs other on other.id = person.job_id
      where person.person_id = any(${sql.param([...ids])}::uuid[]) and person.removed_at is null
        and other.tenant_id = ${job.tenantId} and other.id <> ${job.id}
        and other.status in ('approved', 'processing', 'inProgress', 'cuttingOver', 'adminActionRequired',
          'pendingCancel')
        and (${job.status !== JobStatus.Processing}::boolean or other.status <> 'processing'
          or (other.migration_started_at, other.id) < (${job.migrationStartedAt?.toISOString() ?? null}::timestamptz, ${job.id}::uuid))
      group by person.person_id`);
    return new Map(
      rowsOf<{ person_id: string; display_name: string }>(result).map((row) => [row.person_id, row.display_name]),
    );
  }
}
