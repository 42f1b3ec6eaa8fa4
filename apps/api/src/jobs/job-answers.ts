import type {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationJob,
  CrossTenantMigrationJobCollection,
} from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../auth/caller';
import { pageSizeOf, readListQuery, type SupportedOption } from '../graph/list-query';
import { tellApplied } from '../graph/preference-applied';
import { preferencesOf } from '../graph/preferences';
import type { JobRecord, JobWithResources } from './job.record';
import { JobLinks } from './job-links';
import { ExpandedUsers } from './expanded-users';
import { JOB_FIELDS, JOB_ID, NEWEST_FIRST } from './job-fields.sql';
import { JobListRepository } from './job-list.repository';
import { toJob, toListedJob } from './job.mapper';
import { expandedTo, JOB_MEMBERS, selectedMembers, selectFrom } from './job-selection';
import { ListOrder } from './list-order.sql';

const LIST_OPTIONS: readonly SupportedOption[] = [
  'filter',
  'orderby',
  'select',
  'expand',
  'search',
  'top',
  'skip',
  'skiptoken',
  'count',
];

/** Jobs as the contract answers them: annotations, links and the selected members around what the mapper gives. */
@Injectable()
export class JobAnswers {
  constructor(
    private readonly listing: JobListRepository,
    private readonly users: ExpandedUsers,
    private readonly links: JobLinks,
  ) {}

  /** A page of jobs, as the query options of the request ask. */
  async list(caller: Caller, request: FastifyRequest, reply: FastifyReply): Promise<CrossTenantMigrationJobCollection> {
    const query = readListQuery(request.originalUrl, LIST_OPTIONS);
    const selected = selectedMembers(query.select, JOB_MEMBERS);
    const expands = expandedTo(query.expand, 'users');
    const withResources = selected?.includes('resources') ?? false;
    const criteria = { tenantId: caller.tenantId, filter: query.filter, search: query.search };
    const page = await this.listing.page({
      ...criteria,
      order: ListOrder.of(query.orderby, JOB_FIELDS, NEWEST_FIRST, JOB_ID),
      skip: query.skip ?? 0,
      skiptoken: query.skiptoken,
      limit: pageSizeOf(query, request, reply),
      resources: withResources ? 'all' : expands ? this.users.resources : 0,
    });
    const users = expands ? await this.users.of(page.jobs, request) : null;
    const shown = (job: JobWithResources): Partial<CrossTenantMigrationJob> => ({
      ...selectFrom(withResources ? toJob(job) : toListedJob(job), selected),
      ...users?.get(job.id),
    });
    return {
      '@odata.context': this.links.jobsContext(request, contextMembers(selected, expands)),
      ...(query.count ? { '@odata.count': await this.listing.count(criteria) } : {}),
      ...(page.next === null ? {} : { '@odata.nextLink': this.links.next(request, page.next) }),
      value: page.jobs.map(shown) as CrossTenantMigrationJob[],
    };
  }

  /** How many jobs are meant, as a bare number (OData 4.01 part 2, section 4.8). */
  async count(caller: Caller, request: FastifyRequest): Promise<string> {
    const { filter, search } = readListQuery(request.originalUrl, ['filter', 'search']);
    return String(await this.listing.count({ tenantId: caller.tenantId, filter, search }));
  }

  /** One job. */
  async single(job: JobWithResources, request: FastifyRequest): Promise<Partial<CrossTenantMigrationJob>> {
    const query = readListQuery(request.originalUrl, ['select', 'expand']);
    const selected = selectedMembers(query.select, JOB_MEMBERS);
    const expands = expandedTo(query.expand, 'users');
    const users = expands ? await this.users.of([job], request) : null;
    return {
      '@odata.context': this.links.jobContext(request, contextMembers(selected, expands)),
      ...selectFrom(toJob(job), selected),
      ...users?.get(job.id),
    };
  }

  /** A job that was just created, with its address. */
  created(job: JobWithResources, request: FastifyRequest, reply: FastifyReply): CrossTenantMigrationJob {
    reply.header('Location', this.links.location(request, job.id));
    return { '@odata.context': this.links.jobContext(request), ...withTypes(toJob(job)) };
  }

  /** Nothing after a change, unless the client would like to see the job (OData 4.01 part 1, section 8.2.8.7). */
  updated(job: JobWithResources, request: FastifyRequest, reply: FastifyReply): CrossTenantMigrationJob | undefined {
    if (preferencesOf(request.headers['prefer']).return !== 'representation') return undefined;
    tellApplied(reply, 'return=representation');
    reply.code(200);
    return { '@odata.context': this.links.jobContext(request), ...toJob(job) };
  }

  /** A job after validate or migrate. */
  acted(job: JobWithResources, request: FastifyRequest): CrossTenantMigrationJob {
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

/** What a context says of the shape of jobs: the selected members, and what is expanded (OData JSON 4.01, section 10.9). */
function contextMembers(selected: readonly string[] | null, expands: boolean): readonly string[] {
  return [...(selected ?? []), ...(expands ? ['users()'] : [])];
}
