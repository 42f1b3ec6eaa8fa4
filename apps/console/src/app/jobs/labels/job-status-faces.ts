import { JobStatus } from '@ferry/contracts';
import type { Face } from './face';

export const JOB_STATUS_FACES: Readonly<Record<JobStatus, Face>> = {
  [JobStatus.Submitted]: { label: 'Submitted', tone: 'idle', icon: 'circle-dashed' },
  [JobStatus.Approved]: { label: 'Approved', tone: 'wait', icon: 'circle-check' },
  [JobStatus.Processing]: { label: 'Processing', tone: 'run', icon: 'refresh' },
  [JobStatus.CuttingOver]: { label: 'Cutting over', tone: 'run', icon: 'refresh' },
  [JobStatus.InProgress]: { label: 'In progress', tone: 'run', icon: 'refresh' },
  [JobStatus.Completed]: { label: 'Completed', tone: 'ok', icon: 'circle-check' },
  [JobStatus.CompletedWithErrors]: { label: 'Completed with errors', tone: 'warn', icon: 'alert-triangle' },
  [JobStatus.Failed]: { label: 'Failed', tone: 'bad', icon: 'circle-x' },
  [JobStatus.Cancelled]: { label: 'Cancelled', tone: 'idle', icon: 'circle-minus' },
  [JobStatus.PendingCancel]: { label: 'Cancelling', tone: 'wait', icon: 'clock' },
  [JobStatus.AdminActionRequired]: { label: 'Needs a person', tone: 'warn', icon: 'alert-triangle' },
  [JobStatus.ValidateSubmitted]: { label: 'Validation submitted', tone: 'wait', icon: 'clock' },
  [JobStatus.ValidateProcessing]: { label: 'Validation starting', tone: 'run', icon: 'refresh' },
  [JobStatus.ValidateInProgress]: { label: 'Validating', tone: 'run', icon: 'refresh' },
  [JobStatus.ValidatePassed]: { label: 'Validated', tone: 'ok', icon: 'circle-check' },
  [JobStatus.ValidateFailed]: { label: 'Validation failed', tone: 'bad', icon: 'circle-x' },
  [JobStatus.PendingDelete]: { label: 'Deleting', tone: 'idle', icon: 'clock' },
  [JobStatus.Deleted]: { label: 'Deleted', tone: 'idle', icon: 'circle-minus' },
  [JobStatus.UnknownFutureValue]: { label: 'Unknown', tone: 'idle', icon: 'circle-dashed' },
};
