import type {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationTask,
  CrossTenantMigrationTaskCollection,
} from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BadRequestError } from '../graph/graph-http-error';
import type { JobRecord } from './job.record';
import { JobLinks } from './job-links';
import { DEFAULT_PAGE, readListQuery } from './list-query';
import { PeopleService } from './people.service';

/** People of a job as the contract answers them. */
@Injectable()
export class TaskAnswers {
  constructor(
    private readonly people: PeopleService,
    private readonly links: JobLinks,
  ) {}

  /** A page of the people of a job. */
  async list(job: JobRecord, request: FastifyRequest): Promise<CrossTenantMigrationTaskCollection> {
    const query = readListQuery(request.originalUrl, ['top', 'skip', 'skiptoken', 'count']);
    const after = query.skiptoken === undefined ? 0 : position(query.skiptoken);
    const page = await this.people.page(job, after, query.skip ?? 0, query.top ?? DEFAULT_PAGE);
    return {
      '@odata.context': this.links.usersContext(request, job.id),
      ...(query.count ? { '@odata.count': job.resources.length } : {}),
      ...(page.next === null ? {} : { '@odata.nextLink': this.links.next(request, String(page.next)) }),
      value: page.tasks,
    };
  }

  /** One person of a job. */
  async single(job: JobRecord, personId: string, request: FastifyRequest): Promise<CrossTenantMigrationTask> {
    readListQuery(request.originalUrl, []);
    return {
      '@odata.context': this.links.userContext(request, job.id),
      ...(await this.people.get(job, personId)),
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

function position(token: string): number {
  if (/^\d{1,9}$/.test(token)) return Number(token);
  throw new BadRequestError('$skiptoken does not belong to this list. Follow @odata.nextLink as it is.', {
    target: '$skiptoken',
  });
}
