import type { CrossTenantMigrationJob, MigrationsRoot } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { readListQuery } from '../graph/list-query';
import { JOB_FIELDS, JOB_ID, NEWEST_FIRST } from './job-fields.sql';
import { JobLinks } from './job-links';
import { JobListRepository } from './job-list.repository';
import { toJob } from './job.mapper';
import { expandedTo, ROOT_MEMBERS, selectedMembers, selectFrom } from './job-selection';
import { ListOrder } from './list-order.sql';

/** How many jobs an expansion shows; a link leads to the others (contract page 5.4: usually 20). */
const MOST_EXPANDED = 20;

/** The root of the migrations of a tenant as the contract answers it. */
@Injectable()
export class RootAnswers {
  constructor(
    private readonly listing: JobListRepository,
    private readonly links: JobLinks,
  ) {}

  /** The root, with its jobs where they are expanded. */
  async single(caller: Caller, request: FastifyRequest): Promise<Partial<MigrationsRoot>> {
    const query = readListQuery(request.originalUrl, ['select', 'expand']);
    const selected = selectedMembers(query.select, ROOT_MEMBERS);
    const expanded = expandedTo(query.expand, 'crossTenantMigrationJobs');
    const context = [...(selected ?? []), ...(expanded ? ['crossTenantMigrationJobs()'] : [])];
    return {
      '@odata.context': this.links.rootContext(request, context),
      ...selectFrom({ id: caller.tenantId }, selected),
      ...(expanded ? await this.jobs(caller, request) : {}),
    };
  }

  private async jobs(caller: Caller, request: FastifyRequest): Promise<Partial<MigrationsRoot>> {
    const { jobs, next } = await this.listing.page({
      tenantId: caller.tenantId,
      filter: undefined,
      search: undefined,
      order: ListOrder.of(undefined, JOB_FIELDS, NEWEST_FIRST, JOB_ID),
      skip: 0,
      skiptoken: undefined,
      limit: MOST_EXPANDED,
      resources: 0,
    });
    const link =
      next === null ? {} : { 'crossTenantMigrationJobs@odata.nextLink': this.links.jobsBehind(request, next) };
    return { ...link, crossTenantMigrationJobs: jobs.map((job): CrossTenantMigrationJob => toJob(job)) };
  }
}
