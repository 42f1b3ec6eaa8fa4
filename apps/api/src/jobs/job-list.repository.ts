import type { FilterExpression } from '@ferry/odata';
import { Injectable } from '@nestjs/common';
import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobs } from '../database/schema';
import type { JobRecord } from './job.record';
import { jobFilter } from './job-filter.sql';
import type { JobOrder } from './job-order.sql';
import { jobRecord } from './jobs.repository';

/** Which jobs of a tenant, in which order, from where on. */
export interface JobListing {
  readonly tenantId: string;
  readonly filter: FilterExpression | undefined;
  readonly order: JobOrder;
  readonly skip: number;
  readonly skiptoken: string | undefined;
  readonly limit: number;
  /** Whether `resources` is asked for; reading 2,000 ids of every job is what makes lists slow. */
  readonly withResources: boolean;
}

/** A page of jobs and the token of the next one. */
export interface JobPage {
  readonly jobs: JobRecord[];
  readonly next: string | null;
}

const { resources, ...SLIM } = getTableColumns(jobs);

/** Every statement that lists jobs. */
@Injectable()
export class JobListRepository {
  constructor(private readonly database: Database) {}

  /** A page of jobs. Throws `ODataQueryError` for a filter that cannot be translated. */
  async page(listing: JobListing): Promise<JobPage> {
    const conditions: SQL[] = [eq(jobs.tenantId, listing.tenantId)];
    if (listing.filter) conditions.push(jobFilter(listing.filter));
    if (listing.skiptoken !== undefined) conditions.push(listing.order.behind(listing.skiptoken));
    const rows = await this.database.orm
      .select({
        ...SLIM,
        resources: listing.withResources ? sql<string[]>`${resources}` : sql<string[]>`'{}'::uuid[]`,
        place: sql<string[]>`${listing.order.columns()}`,
      })
      .from(jobs)
      .where(and(...conditions))
      .orderBy(listing.order.sql())
      .offset(listing.skip)
      .limit(listing.limit + 1);
    const shown = rows.slice(0, listing.limit);
    const last = shown.at(-1);
    return {
      jobs: shown.map(({ place: _place, ...row }) => jobRecord(row)),
      next: rows.length > listing.limit && last ? listing.order.token(last.place) : null,
    };
  }

  /** How many jobs of a tenant pass a filter. */
  async count(tenantId: string, filter: FilterExpression | undefined): Promise<number> {
    const [row] = await this.database.orm
      .select({ count: sql<number>`count(*)::int` })
      .from(jobs)
      .where(and(eq(jobs.tenantId, tenantId), filter ? jobFilter(filter) : undefined));
    return row?.count ?? 0;
  }
}
