import { JobStatus } from '@ferry/contracts';

/** Figures of a job that its message mentions; what is not known is left out of the sentence. */
export interface JobFigures {
  /** People in the job, removed ones left out. */
  people?: number;
  /** People who have a finding, or a workload that failed. */
  peopleWithErrors?: number;
  /** `completeAfterDateTime`. */
  completeAfter?: Date;
  /** Who created a job that waits for another person's approval. */
  createdBy?: string;
  /** Workloads that wait until somebody decides about their skipped items. */
  workloadsHeld?: number;
}

/** `3 of 40 people`, or a word where the figures are not known. */
function affected({ people, peopleWithErrors }: JobFigures): string {
  if (peopleWithErrors === undefined) return 'Some people';
  const total = people === undefined ? '' : ` of ${people}`;
  return `${peopleWithErrors}${total} ${(people ?? peopleWithErrors) === 1 ? 'person' : 'people'}`;
}

function everyone({ people }: JobFigures): string {
  if (people === undefined) return 'everyone';
  return people === 1 ? '1 person' : `${people} people`;
}

function cutoverDate({ completeAfter }: JobFigures): string {
  return completeAfter === undefined ? '' : ` Cutover begins after ${completeAfter.toISOString()}.`;
}

const MESSAGES: Readonly<Record<JobStatus, (figures: JobFigures) => string>> = {
  [JobStatus.Submitted]: ({ createdBy }) =>
    createdBy === undefined
      ? ''
      : `The migration waits for the approval of another person than ${createdBy}. It begins as soon as it is approved.`,
  [JobStatus.Approved]: () => 'The migration has been approved and will be started.',
  [JobStatus.ValidateSubmitted]: () => 'Validation job has been submitted successfully',
  [JobStatus.ValidateProcessing]: () => 'Validation is being set up.',
  [JobStatus.ValidateInProgress]: (figures) => `Prerequisites are being checked for ${everyone(figures)}.`,
  [JobStatus.ValidatePassed]: () => 'Validation has completed successfully with no failures.',
  [JobStatus.ValidateFailed]: (figures) =>
    `Validation has completed with failures. ${affected(figures)} did not pass every check. ` +
    'See the errors of each person, fix them and validate again.',
  [JobStatus.Processing]: () => 'Migration job has been submitted successfully',
  [JobStatus.InProgress]: (figures) => `The migration is in progress for ${everyone(figures)}.${cutoverDate(figures)}`,
  [JobStatus.CuttingOver]: (figures) =>
    `Cutover is in progress for ${everyone(figures)}. The job can no longer be cancelled.`,
  [JobStatus.Completed]: () => 'The batch and all of its users have been successfully migrated with no failures.',
  [JobStatus.CompletedWithErrors]: (figures) =>
    `The migration has completed with errors. ${affected(figures)} could not be migrated completely. ` +
    'See the errors of each person, fix them and migrate again.',
  [JobStatus.Failed]: () =>
    'The migration has failed for everyone. See the errors of each person, fix them and migrate again.',
  [JobStatus.PendingCancel]: () => 'The job is being cancelled.',
  [JobStatus.Cancelled]: () => 'The job has been cancelled.',
  [JobStatus.AdminActionRequired]: ({ workloadsHeld }) =>
    `${workloadsHeld ?? 'Some'} ${workloadsHeld === 1 ? 'workload has' : 'workloads have'} skipped more items than the ` +
    'job allows. An administrator accepts them or takes the person out of the job; everybody else goes on.',
  [JobStatus.PendingDelete]: () => 'The job is being deleted.',
  [JobStatus.Deleted]: () => 'The job has been deleted.',
  [JobStatus.UnknownFutureValue]: () => '',
};

/** The `message` of a job in a status (contract page 2.1; where no text was ever published, OPEN-22, it is ours). */
export function jobMessage(status: JobStatus, figures: JobFigures = {}): string {
  return MESSAGES[status](figures);
}
