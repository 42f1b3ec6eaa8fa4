import type { JobStatus, PersonJob, ServiceStatus, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobPeople, jobs, people, workloadRuns } from '../database/schema';
import type { RunCount } from '../jobs/workload-runs.repository';

/** A person of a job with what the directory knows. */
export interface PersonRow {
  readonly personId: string;
  readonly removedAt: Date | null;
  readonly displayName: string | null;
  readonly mail: string | null;
}

/** Items of one workload over all people of a job. */
export interface TotalsRow {
  readonly service: Workload;
  readonly expected: number;
  readonly copied: number;
  readonly alreadyThere: number;
  readonly skipped: number;
  readonly failed: number;
  readonly bytes: number;
  readonly lost: number;
}

const sumOf = (column: (typeof workloadRuns)['copied' | 'alreadyThere' | 'skipped' | 'failed' | 'lost' | 'bytes']) =>
  sql<number>`coalesce(sum(${column}), 0)::bigint`.mapWith(Number);

/** Items of a run that were seen at its source. */
const FOUND = sql`${workloadRuns.copied} + ${workloadRuns.alreadyThere} + ${workloadRuns.skipped} + ${workloadRuns.failed} - ${workloadRuns.lost}`;

/** Every statement about the numbers of a job. */
@Injectable()
export class ProgressRepository {
  constructor(private readonly database: Database) {}

  /** The people of a job with their names, in the order of its resources; some of them, or all. */
  async people(jobId: string, personIds: readonly string[] | null): Promise<PersonRow[]> {
    return this.database.orm
      .select({
        personId: jobPeople.personId,
        removedAt: jobPeople.removedAt,
        displayName: people.displayName,
        mail: people.mail,
      })
      .from(jobPeople)
      .innerJoin(jobs, eq(jobs.id, jobPeople.jobId))
      .leftJoin(people, and(eq(people.tenantId, jobs.tenantId), eq(people.id, jobPeople.personId)))
      .where(
        and(
          eq(jobPeople.jobId, jobId),
          personIds ? sql`${jobPeople.personId} = any(${sql.param([...personIds])}::uuid[])` : undefined,
        ),
      )
      .orderBy(asc(jobPeople.position));
  }

  /** How many people have each workload in each status, without those who were taken out (OPEN-21). */
  async counts(jobId: string): Promise<RunCount[]> {
    return this.database.orm
      .select({
        service: sql<Workload>`${workloadRuns.service}`,
        status: sql<ServiceStatus>`${workloadRuns.status}`,
        people: sql<number>`count(*)::int`,
      })
      .from(workloadRuns)
      .innerJoin(
        jobPeople,
        and(
          eq(jobPeople.jobId, workloadRuns.jobId),
          eq(jobPeople.personId, workloadRuns.personId),
          isNull(jobPeople.removedAt),
        ),
      )
      .where(eq(workloadRuns.jobId, jobId))
      .groupBy(workloadRuns.service, workloadRuns.status);
  }

  /** Items of each workload over all people of a job. */
  async totals(jobId: string): Promise<TotalsRow[]> {
    return this.database.orm
      .select({
        service: sql<Workload>`${workloadRuns.service}`,
        expected: sql<number>`coalesce(sum(greatest(${workloadRuns.expected}, ${FOUND})), 0)::bigint`.mapWith(Number),
        copied: sumOf(workloadRuns.copied),
        alreadyThere: sumOf(workloadRuns.alreadyThere),
        skipped: sumOf(workloadRuns.skipped),
        failed: sumOf(workloadRuns.failed),
        bytes: sumOf(workloadRuns.bytes),
        lost: sumOf(workloadRuns.lost),
      })
      .from(workloadRuns)
      .where(eq(workloadRuns.jobId, jobId))
      .groupBy(workloadRuns.service);
  }

  /** The newest jobs of a tenant that a person was or is in. */
  async jobsOf(tenantId: string, personId: string, limit: number): Promise<PersonJob[]> {
    const rows = await this.database.orm
      .select({
        id: jobs.id,
        displayName: jobs.displayName,
        status: sql<JobStatus>`${jobs.status}`,
        createdDateTime: jobs.createdAt,
        removedAt: jobPeople.removedAt,
      })
      .from(jobPeople)
      .innerJoin(jobs, eq(jobs.id, jobPeople.jobId))
      .where(and(eq(jobPeople.personId, personId), eq(jobs.tenantId, tenantId)))
      .orderBy(desc(jobs.createdAt), desc(jobs.id))
      .limit(limit);
    return rows.map(({ removedAt, ...job }) => ({ ...job, removed: removedAt !== null }));
  }
}
