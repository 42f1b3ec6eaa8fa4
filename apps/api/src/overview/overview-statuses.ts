import { JobStatus } from '@ferry/contracts';

/** Jobs that ended with people who failed. */
export const ENDED_BADLY = [JobStatus.Failed, JobStatus.CompletedWithErrors, JobStatus.ValidateFailed];

/** Jobs that the engine works on. */
export const RUNNING = [
  JobStatus.ValidateSubmitted,
  JobStatus.ValidateProcessing,
  JobStatus.ValidateInProgress,
  JobStatus.Processing,
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
];

/** Jobs whose migration has not begun. */
export const NOT_BEGUN = [JobStatus.Submitted, JobStatus.ValidatePassed];

/** Jobs whose cutover is still to come. */
export const BEFORE_CUTOVER = [
  ...NOT_BEGUN,
  JobStatus.Approved,
  ...RUNNING.filter((status) => status !== JobStatus.CuttingOver),
];
