import { type Cutover, JobStatus } from '@ferry/contracts';
import { formatCount } from '../../format/numbers';
import { JOB_STATUS_FACES } from '../../jobs/labels/job-status-faces';

const SYNCING: ReadonlySet<JobStatus> = new Set([JobStatus.InProgress, JobStatus.AdminActionRequired]);

/** How ready a job is for its cutover: "28 synced", "waits for approval", or where it stands. */
export function cutoverReadiness({ job, syncedPeople, awaitsApproval }: Cutover): string {
  if (awaitsApproval) return 'waits for approval';
  if (SYNCING.has(job.status)) return `${formatCount(syncedPeople)} synced`;
  return JOB_STATUS_FACES[job.status].label.toLowerCase();
}
