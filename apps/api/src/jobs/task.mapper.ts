import { type CrossTenantMigrationTask, ResourceType, WORKLOADS } from '@ferry/contracts';
import type { RunRecord } from './job.record';

/** A person of a job as the contract shows it: the workloads of the job in their usual order. */
export function toTask(personId: string, runs: readonly RunRecord[]): CrossTenantMigrationTask {
  const ordered = [...runs].sort((a, b) => WORKLOADS.indexOf(a.service) - WORKLOADS.indexOf(b.service));
  return {
    id: personId,
    taskType: ResourceType.Users,
    lastUpdatedDateTime: new Date(Math.max(...ordered.map((run) => run.updatedAt.getTime()))),
    currentStatus: ordered.map((run) => ({
      service: run.service,
      status: run.status,
      message: run.message,
      errors: run.errors.map(({ code, message }) => ({ code, message })),
    })),
  };
}
