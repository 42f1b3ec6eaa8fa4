import { JobStatus } from '@ferry/contracts';

/** The coarse way of a job: `over` stands for a job that was cancelled or is being removed, wherever it was. */
export type JobStage = 'created' | 'validating' | 'passed' | 'refused' | 'moving' | 'cuttingOver' | 'ended' | 'over';

export const JOB_STAGES: Readonly<Record<JobStatus, JobStage>> = {
  [JobStatus.Submitted]: 'created',
  [JobStatus.Approved]: 'passed',
  [JobStatus.ValidateSubmitted]: 'validating',
  [JobStatus.ValidateProcessing]: 'validating',
  [JobStatus.ValidateInProgress]: 'validating',
  [JobStatus.ValidatePassed]: 'passed',
  [JobStatus.ValidateFailed]: 'refused',
  [JobStatus.Processing]: 'moving',
  [JobStatus.InProgress]: 'moving',
  [JobStatus.AdminActionRequired]: 'moving',
  [JobStatus.CuttingOver]: 'cuttingOver',
  [JobStatus.Completed]: 'ended',
  [JobStatus.CompletedWithErrors]: 'ended',
  [JobStatus.Failed]: 'ended',
  [JobStatus.Cancelled]: 'over',
  [JobStatus.PendingCancel]: 'over',
  [JobStatus.PendingDelete]: 'over',
  [JobStatus.Deleted]: 'over',
  [JobStatus.UnknownFutureValue]: 'over',
};
