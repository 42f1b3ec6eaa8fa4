import { JobHealth, JobStatus } from '@ferry/contracts';

/** What is known of a job when its health is judged. */
export interface HealthFacts {
  status: JobStatus;
  /** Whether the migration waits for a second person, as `awaitsApproval` tells. */
  awaitsApproval: boolean;
  /** People of whom something failed. */
  failedPeople: number;
  /** People of whom skipped items wait for a decision. */
  heldPeople: number;
  /** Workloads of people that are stuck, as `stuckAmong` tells. */
  stuck: number;
}

/** What a status says by itself; null where nothing happens any more and nothing is to be judged. */
const BY_STATUS: Readonly<Record<JobStatus, JobHealth | null>> = {
  [JobStatus.Submitted]: JobHealth.OnTrack,
  [JobStatus.Approved]: JobHealth.OnTrack,
  [JobStatus.Processing]: JobHealth.OnTrack,
  [JobStatus.CuttingOver]: JobHealth.OnTrack,
  [JobStatus.InProgress]: JobHealth.OnTrack,
  [JobStatus.Completed]: JobHealth.OnTrack,
  [JobStatus.CompletedWithErrors]: JobHealth.Failing,
  [JobStatus.Failed]: JobHealth.Failing,
  [JobStatus.Cancelled]: null,
  [JobStatus.PendingCancel]: null,
  [JobStatus.AdminActionRequired]: JobHealth.NeedsPerson,
  [JobStatus.ValidateSubmitted]: JobHealth.OnTrack,
  [JobStatus.ValidateProcessing]: JobHealth.OnTrack,
  [JobStatus.ValidateInProgress]: JobHealth.OnTrack,
  [JobStatus.ValidatePassed]: JobHealth.OnTrack,
  [JobStatus.ValidateFailed]: JobHealth.Failing,
  [JobStatus.PendingDelete]: null,
  [JobStatus.Deleted]: null,
  [JobStatus.UnknownFutureValue]: null,
};

/** The statuses that say by themselves that somebody has to look. */
export const TROUBLED_STATUSES: readonly JobStatus[] = Object.values(JobStatus).filter(
  (status) => BY_STATUS[status] === JobHealth.Failing || BY_STATUS[status] === JobHealth.NeedsPerson,
);

/** The statuses in which some people may have failed while the job goes on for the others. */
export const HIDING_STATUSES: readonly JobStatus[] = [
  JobStatus.ValidateInProgress,
  JobStatus.Processing,
  JobStatus.InProgress,
  JobStatus.CuttingOver,
];

/** How a job fares: whoever must decide comes first, then what failed, then what is stuck. */
export function jobHealth({ status, awaitsApproval, failedPeople, heldPeople, stuck }: HealthFacts): JobHealth | null {
  const said = BY_STATUS[status];
  if (said === null) return null;
  if (awaitsApproval || heldPeople > 0 || said === JobHealth.NeedsPerson) return JobHealth.NeedsPerson;
  if (failedPeople > 0 || said === JobHealth.Failing) return JobHealth.Failing;
  return stuck > 0 ? JobHealth.Stuck : JobHealth.OnTrack;
}
