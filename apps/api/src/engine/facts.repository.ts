import { JobStatus, type JobType, ServiceStatus } from '@ferry/contracts';
import {
  type CheckFacts,
  type Claim,
  holdsAgainst,
  isFinal,
  OPEN_TENANT_SETTINGS,
  type PersonFacts,
  type TenantSettings,
} from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, isNull, ne, notInArray, sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { Database, type Orm } from '../database/database';
import { jobPeople, jobs, migrationEndpoints, people, sourceTenants, tenants } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';

/** What the facts depend on beside the people: those of a job, or of a pre-flight that has no job yet. */
export type WantedTenants = Pick<JobRecord, 'id' | 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;

/** Who claims people of a tenant. */
export type TenantClaim = Claim & Pick<JobRecord, 'tenantId'>;

/** Claim of a job that does not exist yet: it stands behind every job there is. */
export function claimOfNewcomer(id: string, tenantId: string, createdAt: Date): TenantClaim {
  return { id, tenantId, createdAt, attempt: 0, migrationStartedAt: null, createdAs: null };
}

/** Gathers everything that the checks look at, for some people of a job at once. */
@Injectable()
export class FactsRepository {
  constructor(private readonly database: Database) {}

  /** Everything but what other jobs do with the people, which must be asked for last: {@link withRivals}. */
  async gather(job: WantedTenants, personIds: readonly string[], now: Date): Promise<Map<string, CheckFacts>> {
    // A tenant that has registered nothing is no tenant of the sandbox, and then there is nothing that could be missing.
    const target = (await this.targetSettings(job.tenantId)) ?? OPEN_TENANT_SETTINGS;
    // A tenant that the target has not registered is not its business, whether it is known here or not.
    const source = await this.sourceSettings(job);
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

  private async targetSettings(tenantId: string): Promise<TenantSettings | null> {
    const [row] = await this.database.orm
      .select({ settings: tenants.settings })
      .from(tenants)
      .where(eq(tenants.id, tenantId));
    return (row?.settings as TenantSettings | undefined) ?? null;
  }

  private async sourceSettings(job: WantedTenants): Promise<TenantSettings | null> {
    const [row] = await this.database.orm
      .select({ settings: sourceTenants.settings })
      .from(sourceTenants)
      .where(and(eq(sourceTenants.tenantId, job.tenantId), eq(sourceTenants.id, job.sourceTenantId)));
    return (row?.settings as TenantSettings | undefined) ?? null;
  }

  private async endpoint(job: WantedTenants, name: string): Promise<NonNullable<CheckFacts['endpoint']>> {
    const [row] = await this.database.orm
      .select({ sourceTenantId: migrationEndpoints.sourceTenantId })
      .from(migrationEndpoints)
      .where(and(eq(migrationEndpoints.tenantId, job.tenantId), eq(migrationEndpoints.name, name)));
    return { name, registered: row !== undefined, leadsToSource: row?.sourceTenantId === job.sourceTenantId };
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
    job: TenantClaim,
    facts: ReadonlyMap<string, CheckFacts>,
  ): Promise<ReadonlyMap<string, CheckFacts>> {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${job.tenantId}, 0))`);
    const others = await this.otherActiveJobs(tx, job, [...facts.keys()]);
    return new Map([...facts].map(([id, known]) => [id, { ...known, otherActiveJob: others.get(id) ?? null }]));
  }

  /** By person, the name of an active job that would keep them from a job that is created now. */
  jobsHolding(tenantId: string, ids: readonly string[], now: Date): Promise<Map<string, string>> {
    return this.otherActiveJobs(this.database.orm, claimOfNewcomer(randomUUID(), tenantId, now), ids);
  }

  /** By person, the name of a job that keeps them from this one; what was moved or given up there keeps nobody. */
  private async otherActiveJobs(orm: Orm, job: TenantClaim, ids: readonly string[]): Promise<Map<string, string>> {
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
