import type { JobStatus } from '@ferry/contracts';
import type { FilterExpression, SearchTerm } from '@ferry/odata';
import { Injectable } from '@nestjs/common';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobs } from '../database/schema';
import { JOB_FIELDS } from './job-fields.sql';
import type { JobWithResources } from './job.record';
import { jobSearch } from './job-search.sql';
import { JOB_COLUMNS, jobRecord } from './jobs.repository';
import { listFilter } from './list-filter.sql';
import type { ListOrder } from './list-order.sql';
import { type AttentionPolicy, needsAttention } from './needs-attention.sql';

/** Which jobs are meant. */
export interface JobCriteria {
  readonly tenantId: string;
  readonly filter: FilterExpression | undefined;
  readonly search: readonly SearchTerm[] | undefined;
  /** Only jobs that need a person; all of them without it. */
  readonly attention?: AttentionPolicy | undefined;
}

/** How many jobs have a status, and how many of them need a person. */
export interface StatusCount {
  readonly status: JobStatus;
  readonly jobs: number;
  readonly needAttention: number;
}

/** Which jobs of a tenant, in which order, from where on. */
export interface JobListing extends JobCriteria {
  readonly order: ListOrder;
  readonly skip: number;
  readonly skiptoken: string | undefined;
  readonly limit: number;
  /** How many of each job's people are asked for; reading 2,000 ids of every job is what makes lists slow. */
  readonly resources: number | 'all';
}

/** A page of jobs and the token of the next one. */
export interface JobPage {
  readonly jobs: JobWithResources[];
  readonly next: string | null;
}

/** Every statement that lists jobs. */
@Injectable()
export class JobListRepository {
  constructor(private readonly database: Database) {}

  /** A page of jobs. Throws `ODataQueryError` for a filter that cannot be translated. */
  async page(listing: JobListing): Promise<JobPage> {
    const { order, limit, skiptoken } = listing;
    const rows = await this.database.orm
      .select({ ...JOB_COLUMNS, resources: some(listing.resources), place: sql<string[]>`${order.columns()}` })
      .from(jobs)
      .where(and(...conditions(listing), ...(skiptoken === undefined ? [] : [order.behind(skiptoken)])))
      .orderBy(order.sql())
      .offset(listing.skip)
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      jobs: shown.map(({ place: _place, ...row }) => jobRecord(row)),
      next: rows.length > limit && last ? order.token(last.place) : null,
    };
  }

  /** How many jobs of a tenant are meant. */
  async count(criteria: JobCriteria): Promise<number> {
    const [row] = await this.database.orm
      .select({ count: sql<number>`count(*)::int` })
      .from(jobs)
      .where(and(...conditions(criteria)));
    return row?.count ?? 0;
  }

  /** How many jobs of a tenant are meant, by status. */
  async countByStatus(criteria: JobCriteria, policy: AttentionPolicy): Promise<StatusCount[]> {
    return this.database.orm
      .select({
        status: sql<JobStatus>`${jobs.status}`,
        jobs: sql<number>`count(*)::int`,
        needAttention: sql<number>`count(*) filter (where ${needsAttention(policy)})::int`,
      })
      .from(jobs)
      .where(and(...conditions(criteria)))
      .groupBy(jobs.status);
  }
}

function conditions({ tenantId, filter, search, attention }: JobCriteria): SQL[] {
  return [
    eq(jobs.tenantId, tenantId),
    ...(filter ? [listFilter(filter, JOB_FIELDS)] : []),
    ...(search ? [jobSearch(search)] : []),
    ...(attention ? [needsAttention(attention)] : []),
  ];
}

function some(resources: number | 'all'): SQL<string[]> {
  return resources === 'all'
    ? sql<string[]>`${jobs.resources}`
    : sql<string[]>`${jobs.resources}[1:${resources}::integer]`;
}
