import { ServiceStatus, Workload } from '@ferry/contracts';
import { randomUUID } from 'node:crypto';
import type { Orm } from '../../src/database/database';
import { jobPeople, jobs, workloadRuns } from '../../src/database/schema';
import type { RunPhase } from '../../src/jobs/job.record';

const TENANT = '22222222-2222-4222-8222-222222222222';
const SOURCE = '11111111-1111-4111-8111-111111111111';

/** A job in progress whose runs, one for each of so many people, wait for their slices; its cutover date is now. */
export async function insertMovingJob(
  orm: Orm,
  now: Date,
  count: number,
  { sourceEndpoint = randomUUID() as string | null, service = Workload.Exchange } = {},
): Promise<{ jobId: string; endpoint: { tenantId: string; endpoint: string }; ids: number[] }> {
  const jobId = randomUUID();
  const personIds = Array.from({ length: count }, () => randomUUID());
  await orm.insert(jobs).values({
    id: jobId,
    tenantId: TENANT,
    displayName: jobId,
    jobType: 'migrate',
    sourceTenantId: SOURCE,
    completeAfter: now,
    status: 'inProgress',
    message: '',
    createdAt: now,
    createdBy: 'admin',
    updatedAt: now,
    sourceEndpoint,
    workloads: [service],
    resources: personIds,
  });
  await orm.insert(jobPeople).values(personIds.map((personId, index) => ({ jobId, personId, position: index + 1 })));
  const phase: RunPhase = 'copy';
  const status = service === Workload.Exchange ? ServiceStatus.Syncing : ServiceStatus.InProgress;
  const runs = await orm
    .insert(workloadRuns)
    .values(personIds.map((personId) => ({ jobId, personId, service, status, phase, updatedAt: now })))
    .returning({ id: workloadRuns.id });
  return { jobId, endpoint: { tenantId: TENANT, endpoint: sourceEndpoint ?? SOURCE }, ids: runs.map(({ id }) => id) };
}
