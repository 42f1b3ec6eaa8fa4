import { GRAPH_ROUTES } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { GraphLinks, type LinkedRequest } from '../graph/graph-links';

const JOBS = GRAPH_ROUTES.jobs;

/** The `@odata.context` and `Location` of each operation of the job family (contract page 1.3 and 5.3). */
@Injectable()
export class JobLinks {
  constructor(private readonly links: GraphLinks) {}

  /** Of the root of the migrations. */
  rootContext(request: LinkedRequest, selected: readonly string[] = []): string {
    return this.links.context(request, `${GRAPH_ROUTES.root}${list(selected)}/$entity`);
  }

  /** Of a created or single job. */
  jobContext(request: LinkedRequest, selected: readonly string[] = []): string {
    return this.links.context(request, `${JOBS}${list(selected)}/$entity`);
  }

  /** Of a list of jobs. */
  jobsContext(request: LinkedRequest, selected: readonly string[] = []): string {
    return this.links.context(request, JOBS + list(selected));
  }

  /** Of the answer to validate and migrate. */
  actionContext(request: LinkedRequest): string {
    return this.links.context(request, 'microsoft.graph.crossTenantMigrationJob');
  }

  /** Of a list of the people of a job. */
  usersContext(request: LinkedRequest, jobId: string, selected: readonly string[] = []): string {
    return this.links.context(request, `${JOBS}('${jobId}')/users${list(selected)}`);
  }

  /** Of one person of a job. */
  userContext(request: LinkedRequest, jobId: string, selected: readonly string[] = []): string {
    return this.links.context(request, `${JOBS}('${jobId}')/users${list(selected)}/$entity`);
  }

  /** Address of a job that was created. */
  location(request: LinkedRequest, jobId: string): string {
    return this.links.location(request, GRAPH_ROUTES.job(jobId));
  }

  /** Address of a person who was added to a job. */
  userLocation(request: LinkedRequest, jobId: string, personId: string): string {
    return this.links.location(request, GRAPH_ROUTES.user(jobId, personId));
  }

  /** Address of the jobs behind a place. */
  jobsBehind(request: LinkedRequest, token: string): string {
    return `${this.links.location(request, JOBS)}?$skiptoken=${encodeURIComponent(token)}`;
  }

  /** Address of the people of a job behind a place. */
  usersBehind(request: LinkedRequest, jobId: string, token: string): string {
    return `${this.links.location(request, GRAPH_ROUTES.users(jobId))}?$skiptoken=${encodeURIComponent(token)}`;
  }

  /** Address of the next page. */
  next(request: LinkedRequest, token: string): string {
    return this.links.next(request, token);
  }
}

function list(selected: readonly string[]): string {
  return selected.length > 0 ? `(${selected.join(',')})` : '';
}
