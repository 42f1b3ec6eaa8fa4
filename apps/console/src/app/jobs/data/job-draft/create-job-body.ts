import { type CreateCrossTenantMigrationJob, JobType, ResourceType, Workload } from '@ferry/contracts';
import type { JobDraft } from './job-draft';
import type { PlannedJob } from './planned-jobs';

/** The body of a create request as JSON: the members that a draft fills, with the date as text. */
export type CreateJobBody = Omit<
  Pick<
    CreateCrossTenantMigrationJob,
    | '@odata.type'
    | 'displayName'
    | 'jobType'
    | 'sourceTenantId'
    | 'exchangeSettings'
    | 'workloads'
    | 'resourceType'
    | 'resources'
  >,
  'completeAfterDateTime'
> & { readonly completeAfterDateTime: string };

/**
 * The request body of a planned job. It has a `jobType` only where a migration is to start at once: a job that waits, or
 * is validated by the action, is created without one, as the current contract has it.
 */
export function createJobBody(draft: JobDraft, job: PlannedJob, cutover: Date | null): CreateJobBody {
  const { sourceTenantId, sourceEndpoint, targetDeliveryDomain, workloads, start } = draft;
  const movesMail = workloads.includes(Workload.Exchange);
  return {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    displayName: job.displayName.trim(),
    ...(start === 'migrate' ? { jobType: JobType.Migrate } : {}),
    sourceTenantId,
    completeAfterDateTime: cutover?.toISOString() ?? '',
    ...(movesMail ? { exchangeSettings: { sourceEndpoint, targetDeliveryDomain: targetDeliveryDomain.trim() } } : {}),
    workloads: [...workloads],
    resourceType: ResourceType.Users,
    resources: [...job.people],
  };
}
