import { Workload } from '@ferry/contracts';
import { serviceMessage } from '@ferry/domain';
import type { JobRecord, RunRecord } from './job.record';

/** What is said about a run: what the engine noted for it, or else where it stands and what comes next. */
export function runMessage(run: RunRecord, job: Pick<JobRecord, 'status' | 'completeAfter' | 'workloads'>): string {
  const { service, status, phase, message } = run;
  if (message !== '') return message;
  const { status: jobStatus, completeAfter } = job;
  const withMailboxes = job.workloads.includes(Workload.Exchange);
  return serviceMessage({ service, status, compares: phase === 'verify', withMailboxes, jobStatus, completeAfter });
}
