import { type CrossTenantMigrationTask, ResourceType, WORKLOADS } from '@ferry/contracts';
import type { JobRecord, RunRecord } from './job.record';
import { runMessage } from './run-message';

/** A person of a job as the contract shows it: the workloads of the job in their usual order. */
export function toTask(
  job: Pick<JobRecord, 'status' | 'completeAfter' | 'workloads'>,
  personId: string,
  runs: readonly RunRecord[],
): CrossTenantMigrationTask {
  const ordered = [...runs].sort((a, b) => WORKLOADS.indexOf(a.service) - WORKLOADS.indexOf(b.service));
  return {
    id: personId,
    taskType: ResourceType.Users,
    lastUpdatedDateTime: new Date(Math.max(...ordered.map((run) => run.updatedAt.getTime()))),
    currentStatus: ordered.map((run) => ({
      service: run.service,
      status: run.status,
      message: runMessage(run, job),
      errors: run.errors.map(({ code, message }) => ({ code, message })),
    })),
  };
}
