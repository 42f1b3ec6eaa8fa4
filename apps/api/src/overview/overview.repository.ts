import { JobStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobs } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';
import { JOB_COLUMNS, jobRecord } from '../jobs/jobs.repository';

/** Counting ends here: nobody reads a larger number, and a tenant may have 100,000 jobs. */
export const MOST_COUNTED = 1_000;
/** A validation that was passed so long ago is looked for among so many jobs. */
const MOST_VALIDATED = 2_000;

/** How many jobs may be cut over from a day on. */
export interface DayCount {
  readonly start: Date;
  readonly jobs: number;
}

/** Every statement that finds the jobs of the overview; each one reads an index, and no more of it than it shows. */
@Injectable()
export class OverviewRepository {
  constructor(private readonly database: Database) {}

  async hasJobs(tenantId: string): Promise<boolean> {
    const found = await this.database.orm
      .select({ id: jobs.id })
      .from(jobs)
      .where(eq(jobs.tenantId, tenantId))
      .limit(1);
    return found.length > 0;
  }

  /** The jobs of each of some statuses that were created last. */
  async newest(tenantId: string, statuses: readonly JobStatus[], limit: number): Promise<JobRecord[]> {
    const ids = rowsOf<{ id: string }>(
      await this.database.orm.execute(sql`
        select job.id from unnest(${sql.param([...statuses])}::text[]) as wanted (status)
        cross join lateral (
          select id from jobs where tenant_id = ${tenantId} and status = wanted.status
          order by created_at desc, id desc limit ${limit}
        ) job`),
    ).map(({ id }) => id);
    if (ids.length === 0) return [];
    return this.jobsWhere(inArray(jobs.id, ids), asc(jobs.id), ids.length);
  }

  /** The jobs in some statuses whose cutover may begin within a time, the next one first. */
  async dueBetween(
    tenantId: string,
    statuses: readonly JobStatus[],
    from: Date,
    to: Date,
    limit: number,
  ): Promise<JobRecord[]> {
    return this.jobsWhere(dueBetween(tenantId, statuses, from, to), asc(jobs.completeAfter), limit);
  }

  /** How many of these each day has; days are those of UTC. */
  async dueByDay(tenantId: string, statuses: readonly JobStatus[], from: Date, to: Date): Promise<DayCount[]> {
    const day = sql<Date>`date_trunc('day', ${jobs.completeAfter}, 'UTC')`.mapWith(jobs.completeAfter);
    return this.database.orm
      .select({ start: day, jobs: sql<number>`count(*)::int` })
      .from(jobs)
      .where(dueBetween(tenantId, statuses, from, to))
      .groupBy(sql`1`)
      .orderBy(sql`1`);
  }

  /** Jobs whose validation was passed within a time, the oldest result first. */
  async validatedBetween(tenantId: string, from: Date, to: Date, limit: number): Promise<JobRecord[]> {
    // A job is created before it is validated, and only the creation stands in an index.
    const candidates = this.database.orm
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.tenantId, tenantId), eq(jobs.status, JobStatus.ValidatePassed), lt(jobs.createdAt, to)))
      .orderBy(sql`${jobs.createdAt} desc`)
      .limit(MOST_VALIDATED);
    const validated = and(inArray(jobs.id, candidates), gte(jobs.validatedAt, from), lt(jobs.validatedAt, to));
    return this.jobsWhere(validated, asc(jobs.validatedAt), limit);
  }

  /** How many jobs are in some statuses, up to {@link MOST_COUNTED}. */
  async count(tenantId: string, statuses: readonly JobStatus[]): Promise<number> {
    const some = this.database.orm
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.tenantId, tenantId), inArray(jobs.status, [...statuses])))
      .limit(MOST_COUNTED)
      .as('some');
    const [row] = await this.database.orm.select({ count: sql<number>`count(*)::int` }).from(some);
    return row?.count ?? 0;
  }

  private async jobsWhere(condition: SQL | undefined, order: SQL, limit: number): Promise<JobRecord[]> {
    const rows = await this.database.orm
      .select(JOB_COLUMNS)
      .from(jobs)
      .where(condition)
      .orderBy(order, asc(jobs.id))
      .limit(limit);
    return rows.map(jobRecord);
  }
}

function dueBetween(tenantId: string, statuses: readonly JobStatus[], from: Date, to: Date): SQL | undefined {
  return and(
    eq(jobs.tenantId, tenantId),
    inArray(jobs.status, [...statuses]),
    gte(jobs.completeAfter, from),
    lt(jobs.completeAfter, to),
  );
}
