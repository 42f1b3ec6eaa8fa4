import type { CrossTenantMigrationJob } from '@ferry/contracts';
import { ResourceType } from '@ferry/contracts';
import type { JobRecord, JobWithResources } from './job.record';

/** A job as the contract shows it, member by member: what is not listed here does not leave the service. */
export function toJob(job: JobWithResources): CrossTenantMigrationJob {
  return {
    id: job.id,
    displayName: job.displayName,
    jobType: job.jobType,
    sourceTenantId: job.sourceTenantId,
    targetTenantId: job.tenantId,
    completeAfterDateTime: job.completeAfter,
    status: job.status,
    message: job.message,
    createdDateTime: job.createdAt,
    createdBy: job.createdBy,
    lastUpdatedDateTime: job.updatedAt,
    ...exchangeSettings(job),
    workloads: job.workloads,
    resourceType: ResourceType.Users,
    resources: job.resources,
  };
}

/** A job as lists show it: without its people (OPEN-7). */
export function toListedJob(job: JobRecord): CrossTenantMigrationJob {
  return toJob({ ...job, resources: [] });
}

function exchangeSettings(job: JobRecord): Pick<CrossTenantMigrationJob, 'exchangeSettings'> {
  const { sourceEndpoint, targetDeliveryDomain } = job;
  if (sourceEndpoint === null || targetDeliveryDomain === null) return {};
  return { exchangeSettings: { sourceEndpoint, targetDeliveryDomain } };
}
