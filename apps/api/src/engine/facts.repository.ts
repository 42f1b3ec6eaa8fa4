import { JobStatus, type JobType, ServiceStatus } from '@ferry/contracts';
import { type CheckFacts, holdsAgainst, isFinal, type PersonFacts, type TenantSettings } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, inArray, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { Database, type Orm } from '../database/database';
import { jobPeople, jobs, migrationEndpoints, people, tenants } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';

/** Gathers everything that the checks look at, for some people of a job at once. */
@Injectable()
export class FactsRepository {
  constructor(private readonly database: Database) {}

  /** Everything but what other jobs do with the people, which must be asked for last: {@link withRivals}. */
  async gather(job: JobRecord, personIds: readonly string[], now: Date): Promise<Map<string, CheckFacts>> {
    const settings = await this.settings([job.sourceTenantId, job.tenantId]);
    const target = settings.get(job.tenantId);
    if (!target) throw new Error(`Tenant ${job.tenantId} of job ${job.id} is not known.`);
    // A tenant that no endpoint of the target leads to is not the target's business, whether it is known here or not.
    const source = (await this.isReachable(job)) ? (settings.get(job.sourceTenantId) ?? null) : null;
    const endpoint = job.sourceEndpoint === null ? null : await this.endpoint(job, job.sourceEndpoint);
    const facts = await this.people(job.tenantId, personIds);
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
          otherActiveJob: null,
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
   * The facts with what other jobs do with the people, in the transaction that saves what is found. Those of one tenant
   * wait for each other here, so that of two jobs whose checks run at once the second one sees that the
   * first has passed.
   */
  async withRivals(
    tx: Orm,
    job: JobRecord,
    facts: ReadonlyMap<string, CheckFacts>,
  ): Promise<ReadonlyMap<string, CheckFacts>> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${job.tenantId}, 0))`);
    const others = await this.otherActiveJobs(tx, job, [...facts.keys()]);
    return new Map([...facts].map(([id, known]) => [id, { ...known, otherActiveJob: others.get(id) ?? null }]));
  }

  /** By person, the name of a job that keeps them from this one; what was moved or given up there keeps nobody. */
  private async otherActiveJobs(orm: Orm, job: JobRecord, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await orm
      .select({
        personId: jobPeople.personId,
        id: jobs.id,
        displayName: jobs.displayName,
        status: sql<JobStatus>`${jobs.status}`,
        createdAs: sql<JobType | null>`${jobs.createdAs}`,
        createdAt: jobs.createdAt,
        attempt: jobs.attempt,
        migrationStartedAt: jobs.migrationStartedAt,
        hasPassed: sql<boolean>`exists (select from workload_runs run where run.job_id = ${jobs.id}
          and run.person_id = ${jobPeople.personId} and run.findings = '[]'::jsonb)`,
      })
      .from(jobPeople)
      .innerJoin(jobs, eq(jobs.id, jobPeople.jobId))
      .where(
        and(
          sql`${jobPeople.personId} = any(${sql.param([...ids])}::uuid[])`,
          isNull(jobPeople.removedAt),
          eq(jobs.tenantId, job.tenantId),
          ne(jobs.id, job.id),
          notInArray(jobs.status, Object.values(JobStatus).filter(isFinal)),
          sql`exists (select from workload_runs run where run.job_id = ${jobs.id} and run.person_id = ${jobPeople.personId}
            and run.status not in (${ServiceStatus.Failed}, ${ServiceStatus.Cancelled}))`,
        ),
      )
      .orderBy(asc(jobs.createdAt), asc(jobs.id));
    const holding = rows.filter((other) => holdsAgainst(other, job)).reverse();
    return new Map(holding.map(({ personId, displayName }) => [personId, displayName]));
  }
}
