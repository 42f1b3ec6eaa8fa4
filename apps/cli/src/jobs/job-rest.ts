import { type CrossTenantMigrationJob, JobStatus, JobType } from '@ferry/contracts';
import { isFinal } from '@ferry/domain';
import { ExitCode } from '../exit-code';

/** Whether nothing more happens to a job until somebody asks for it: it is final, or it waits for a person. */
export function rests({ status, jobType }: Pick<CrossTenantMigrationJob, 'status' | 'jobType'>): boolean {
  switch (status) {
    case JobStatus.Submitted:
      // A job that was created to migrate starts by itself.
      return jobType !== JobType.Migrate;
    case JobStatus.ValidatePassed:
    case JobStatus.ValidateFailed:
    case JobStatus.AdminActionRequired:
      return true;
    case JobStatus.Approved:
    case JobStatus.Processing:
    case JobStatus.InProgress:
    case JobStatus.CuttingOver:
    case JobStatus.ValidateSubmitted:
    case JobStatus.ValidateProcessing:
    case JobStatus.ValidateInProgress:
    case JobStatus.PendingCancel:
    case JobStatus.PendingDelete:
    case JobStatus.Completed:
    case JobStatus.CompletedWithErrors:
    case JobStatus.Failed:
    case JobStatus.Cancelled:
    case JobStatus.Deleted:
    case JobStatus.UnknownFutureValue:
      return isFinal(status);
  }
}

/** How a watch ends that ends in a status: only where a script may go on with what it meant to do next, it is fine. */
export const EXIT_CODE_OF: Readonly<Record<JobStatus, ExitCode>> = {
  [JobStatus.Submitted]: ExitCode.Fine,
  [JobStatus.Approved]: ExitCode.Fine,
  [JobStatus.Processing]: ExitCode.Fine,
  [JobStatus.CuttingOver]: ExitCode.Fine,
  [JobStatus.InProgress]: ExitCode.Fine,
  [JobStatus.Completed]: ExitCode.Fine,
  [JobStatus.CompletedWithErrors]: ExitCode.Failed,
  [JobStatus.Failed]: ExitCode.Failed,
  [JobStatus.Cancelled]: ExitCode.Failed,
  [JobStatus.PendingCancel]: ExitCode.Failed,
  [JobStatus.AdminActionRequired]: ExitCode.Failed,
  [JobStatus.ValidateSubmitted]: ExitCode.Fine,
  [JobStatus.ValidateProcessing]: ExitCode.Fine,
  [JobStatus.ValidateInProgress]: ExitCode.Fine,
  [JobStatus.ValidatePassed]: ExitCode.Fine,
  [JobStatus.ValidateFailed]: ExitCode.Failed,
  [JobStatus.PendingDelete]: ExitCode.Fine,
  [JobStatus.Deleted]: ExitCode.Fine,
  [JobStatus.UnknownFutureValue]: ExitCode.Failed,
};
