import type { JobRecord } from '../jobs/job.record';

/** Names the endpoint of a job in the tables: the endpoint that it gives, or its source tenant where it gives none. */
export interface Endpoint {
  readonly tenantId: string;
  readonly endpoint: string;
}

/** The endpoint whose limits hold for a job. */
export function endpointOf(job: Pick<JobRecord, 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>): Endpoint {
  return { tenantId: job.tenantId, endpoint: job.sourceEndpoint ?? job.sourceTenantId };
}

/** The group of an endpoint in the queue, which limits count against. */
export function groupOf({ tenantId, endpoint }: Endpoint): string {
  return `${tenantId}/${endpoint}`;
}
