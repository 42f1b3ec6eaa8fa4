import { type CreateCrossTenantMigrationJob, JobStatus, JobType, WORKLOADS } from '@ferry/contracts';
import { awaitsApproval, jobMessage } from '@ferry/domain';
import type { JobWithResources } from './job.record';

/** Who creates a job, where, and when. */
export interface Creation {
  readonly id: string;
  readonly tenantId: string;
  readonly actor: string;
  readonly at: Date;
  /** What a body without `jobType` starts (`FERRY_ON_CREATE`). */
  readonly onCreate: 'none' | 'validate' | 'migrate';
  /** Whether a migration waits for a second person (`FERRY_REQUIRE_APPROVAL`). */
  readonly requireApproval: boolean;
}

const STARTS: Readonly<Record<Creation['onCreate'], JobType | null>> = {
  none: null,
  validate: JobType.Validate,
  migrate: JobType.Migrate,
};

/**
 * The job that a create body asks for. `jobType` in the body starts that kind of job at once, as the October-2025
 * contract did; without it the setting decides (OPEN-2). A validation begins in `validateSubmitted`; a migration waits
 * in `submitted` for the engine, which runs the checks first.
 */
export function newJob(body: CreateCrossTenantMigrationJob, creation: Creation): JobWithResources {
  const createdAs = body.jobType ?? STARTS[creation.onCreate];
  const status = createdAs === JobType.Validate ? JobStatus.ValidateSubmitted : JobStatus.Submitted;
  const jobType = createdAs ?? JobType.Validate;
  return {
    id: creation.id,
    tenantId: creation.tenantId,
    displayName: body.displayName,
    jobType,
    createdAs: body.jobType ?? null,
    sourceTenantId: body.sourceTenantId.toLowerCase(),
    completeAfter: body.completeAfterDateTime,
    status,
    message: firstMessage({ status, jobType }, creation),
    createdAt: creation.at,
    createdBy: creation.actor,
    updatedAt: creation.at,
    sourceEndpoint: body.exchangeSettings?.sourceEndpoint ?? null,
    targetDeliveryDomain: body.exchangeSettings?.targetDeliveryDomain ?? null,
    workloads: body.workloads?.length ? body.workloads : [...WORKLOADS],
    resources: body.resources.map((id) => id.toLowerCase()),
    attempt: 0,
    skippedItemsAllowed: null,
    validatedAt: null,
    migrationStartedAt: null,
    cutoverStartedAt: null,
    finishedAt: null,
  };
}

/** A migration that starts at once says so, though it is still `submitted` for a moment. */
function firstMessage(job: Pick<JobWithResources, 'status' | 'jobType'>, creation: Creation): string {
  if (awaitsApproval(job, creation)) return jobMessage(job.status, { createdBy: creation.actor });
  return jobMessage(job.jobType === JobType.Migrate ? JobStatus.Processing : job.status);
}
