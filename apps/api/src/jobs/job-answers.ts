import type {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationJobCollection,
} from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { tellApplied } from '../graph/preference-applied';
import { preferencesOf } from '../graph/preferences';
import type { JobRecord } from './job.record';
import { JobLinks } from './job-links';
import { JobListRepository } from './job-list.repository';
import { toJob } from './job.mapper';
import { JobOrder } from './job-order.sql';
import { selectedMembers, selectFrom } from './job-selection';
import { DEFAULT_PAGE, readListQuery } from './list-query';

/** Jobs as the contract answers them: annotations, links and the selected members around what the mapper gives. */
@Injectable()
export class JobAnswers {
  constructor(
    private readonly listing: JobListRepository,
    private readonly links: JobLinks,
  ) {}

  /** A page of jobs, as the query options of the request ask. */
  async list(caller: Caller, request: FastifyRequest): Promise<CrossTenantMigrationJobCollection> {
    const query = readListQuery(request.originalUrl, [
      'filter',
      'orderby',
      'select',
      'top',
      'skip',
      'skiptoken',
      'count',
    ]);
    const selected = selectedMembers(query.select);
    const page = await this.listing.page({
      tenantId: caller.tenantId,
      filter: query.filter,
      order: JobOrder.of(query.orderby),
      skip: query.skip ?? 0,
      skiptoken: query.skiptoken,
      limit: query.top ?? DEFAULT_PAGE,
      withResources: selected?.includes('resources') ?? false,
    });
    return {
      '@odata.context': this.links.jobsContext(request, selected ?? []),
      ...(query.count ? { '@odata.count': await this.listing.count(caller.tenantId, query.filter) } : {}),
      ...(page.next === null ? {} : { '@odata.nextLink': this.links.next(request, page.next) }),
      value: page.jobs.map((job) => selectFrom(toJob(job), selected)) as CrossTenantMigrationJob[],
    };
  }

  /** One job. */
  single(job: JobRecord, request: FastifyRequest): Partial<CrossTenantMigrationJob> {
    const selected = selectedMembers(readListQuery(request.originalUrl, ['select']).select);
    return {
      '@odata.context': this.links.jobContext(request, selected ?? []),
      ...selectFrom(toJob(job), selected),
    };
  }

  /** A job that was just created, with its address. */
  created(job: JobRecord, request: FastifyRequest, reply: FastifyReply): CrossTenantMigrationJob {
    reply.header('Location', this.links.location(request, job.id));
    return { '@odata.context': this.links.jobContext(request), ...withTypes(toJob(job)) };
  }

  /** Nothing after a change, unless the client would like to see the job (OData 4.01 part 1, section 8.2.8.7). */
  updated(job: JobRecord, request: FastifyRequest, reply: FastifyReply): CrossTenantMigrationJob | undefined {
    if (preferencesOf(request.headers['prefer']).return !== 'representation') return undefined;
    tellApplied(reply, 'return=representation');
    reply.code(200);
    return { '@odata.context': this.links.jobContext(request), ...toJob(job) };
  }

  /** A job after validate or migrate. */
  acted(job: JobRecord, request: FastifyRequest): CrossTenantMigrationJob {
    return { '@odata.context': this.links.actionContext(request), ...toJob(job) };
  }

  /** The answer to a cancellation that was accepted (OPEN-8). */
  cancelled(job: JobRecord): CrossTenantMigrationCancelResponse {
    return {
      id: job.id,
      displayName: job.displayName,
      status: job.status,
      message: 'cancellation request has been accepted for the migration job',
    };
  }
}

/** The answer to a creation tells the types also at minimal metadata, as the published example does (contract page 5.3). */
function withTypes({ exchangeSettings, ...job }: CrossTenantMigrationJob): CrossTenantMigrationJob {
  const settingsType = '#microsoft.graph.exchangeOnlineCrossTenantMigrationSettings';
  return {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    ...job,
    ...(exchangeSettings ? { exchangeSettings: { '@odata.type': settingsType, ...exchangeSettings } } : {}),
  };
}
