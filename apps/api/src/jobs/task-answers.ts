import type {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationTask,
  CrossTenantMigrationTaskCollection,
} from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pageSizeOf, readListQuery } from '../graph/list-query';
import type { JobRecord } from './job.record';
import { JobLinks } from './job-links';
import { selectedMembers, selectFrom, TASK_MEMBERS } from './job-selection';
import { ListOrder } from './list-order.sql';
import { PeopleService } from './people.service';
import { RESOURCE_ORDER, TASK_FIELDS, TASK_ID } from './task-fields.sql';

/** People of a job as the contract answers them. */
@Injectable()
export class TaskAnswers {
  constructor(
    private readonly people: PeopleService,
    private readonly links: JobLinks,
  ) {}

  /** A page of the people of a job. */
  async list(
    job: JobRecord,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<CrossTenantMigrationTaskCollection> {
    const query = readListQuery(request.originalUrl, [
      'filter',
      'orderby',
      'select',
      'top',
      'skip',
      'skiptoken',
      'count',
    ]);
    const selected = selectedMembers(query.select, TASK_MEMBERS);
    const criteria = { jobId: job.id, filter: query.filter };
    const page = await this.people.page(job, {
      ...criteria,
      order: ListOrder.of(query.orderby, TASK_FIELDS, RESOURCE_ORDER, TASK_ID),
      skip: query.skip ?? 0,
      skiptoken: query.skiptoken,
      limit: pageSizeOf(query, request, reply),
    });
    return {
      '@odata.context': this.links.usersContext(request, job.id, selected ?? []),
      ...(query.count ? { '@odata.count': await this.people.count(criteria) } : {}),
      ...(page.next === null ? {} : { '@odata.nextLink': this.links.next(request, page.next) }),
      value: page.tasks.map((task) => selectFrom(task, selected)) as CrossTenantMigrationTask[],
    };
  }

  /** How many people of a job are meant, as a bare number (OData 4.01 part 2, section 4.8). */
  async count(job: JobRecord, request: FastifyRequest): Promise<string> {
    const { filter } = readListQuery(request.originalUrl, ['filter']);
    return String(await this.people.count({ jobId: job.id, filter }));
  }

  /** One person of a job. */
  async single(job: JobRecord, personId: string, request: FastifyRequest): Promise<Partial<CrossTenantMigrationTask>> {
    const selected = selectedMembers(readListQuery(request.originalUrl, ['select']).select, TASK_MEMBERS);
    return {
      '@odata.context': this.links.userContext(request, job.id, selected ?? []),
      ...selectFrom(await this.people.get(job, personId), selected),
    };
  }

  /** A person who was just added to a job, with their address. */
  async created(
    job: JobRecord,
    personId: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<CrossTenantMigrationTask> {
    reply.header('Location', this.links.userLocation(request, job.id, personId));
    return {
      '@odata.context': this.links.userContext(request, job.id),
      '@odata.type': '#microsoft.graph.crossTenantMigrationTask',
      ...(await this.people.get(job, personId)),
    };
  }

  /** The answer to taking a person out; the job is named as the caller named it (contract page 1.3.12). */
  cancelled(personId: string, jobKey: string): CrossTenantMigrationCancelResponse {
    return {
      status: 'Accepted',
      message: `Cancellation request for user id: ${personId} from batch: ${jobKey} was accepted.`,
    };
  }
}
