import { JobStatus } from '@ferry/contracts';

/**
 * What may happen to a job. The first row is asked for by callers, the second by the engine, the third around the two
 * statuses that wait for a person.
 */
export type JobTrigger =
  | 'validate'
  | 'migrate'
  | 'cancel'
  | 'delete'
  | 'start'
  | 'prepareValidation'
  | 'beginChecks'
  | 'passValidation'
  | 'failValidation'
  | 'beginMigration'
  | 'cutOver'
  | 'complete'
  | 'completeWithErrors'
  | 'fail'
  | 'finishCancel'
  | 'finishDelete'
  | 'requestApproval'
  | 'approve'
  | 'requireAdmin'
  | 'adminAccept';

/** Whether a status can be cancelled at all, and what finishes it when its last person has left. */
const CANCEL = { cancel: JobStatus.PendingCancel, finishCancel: JobStatus.Cancelled } as const;
const DELETE = { delete: JobStatus.PendingDelete } as const;
/** A migration that runs may end at any moment: nobody passed the checks, or everybody is through. */
const END = {
  complete: JobStatus.Completed,
  completeWithErrors: JobStatus.CompletedWithErrors,
  fail: JobStatus.Failed,
} as const;
/** A migration begins at once, or is submitted for the approval of a second person. */
const MIGRATE = { migrate: JobStatus.Processing, requestApproval: JobStatus.Submitted } as const;

/**
 * The life of a job: from a status, by a trigger, to a status. A pair that is missing is impossible (contract page 2.7,
 * 3.1 and 3.2). Conditions on dates and on the kind of job are added by `decideAction`.
 *
 * `finishCancel` is legal wherever people are still unsettled, because a job ends as cancelled when its last person has
 * been removed.
 */
export const JOB_TRANSITIONS: Readonly<Record<JobStatus, Readonly<Partial<Record<JobTrigger, JobStatus>>>>> = {
  [JobStatus.Submitted]: {
    validate: JobStatus.ValidateSubmitted,
    start: JobStatus.Processing,
    approve: JobStatus.Approved,
    ...CANCEL,
  },
  [JobStatus.Approved]: { start: JobStatus.Processing, ...CANCEL },
  [JobStatus.ValidateSubmitted]: { prepareValidation: JobStatus.ValidateProcessing, ...CANCEL },
  [JobStatus.ValidateProcessing]: { beginChecks: JobStatus.ValidateInProgress, ...CANCEL },
  [JobStatus.ValidateInProgress]: {
    passValidation: JobStatus.ValidatePassed,
    failValidation: JobStatus.ValidateFailed,
    ...CANCEL,
  },
  [JobStatus.ValidatePassed]: { validate: JobStatus.ValidateSubmitted, ...MIGRATE, ...CANCEL, ...DELETE },
  [JobStatus.ValidateFailed]: { validate: JobStatus.ValidateSubmitted, ...CANCEL, ...DELETE },
  [JobStatus.Processing]: { beginMigration: JobStatus.InProgress, ...END, ...CANCEL },
  [JobStatus.InProgress]: {
    cutOver: JobStatus.CuttingOver,
    requireAdmin: JobStatus.AdminActionRequired,
    ...END,
    ...CANCEL,
  },
  [JobStatus.AdminActionRequired]: {
    adminAccept: JobStatus.InProgress,
    cutOver: JobStatus.CuttingOver,
    ...END,
    ...CANCEL,
  },
  [JobStatus.CuttingOver]: {
    requireAdmin: JobStatus.AdminActionRequired,
    ...END,
    finishCancel: JobStatus.Cancelled,
  },
  [JobStatus.Completed]: { ...DELETE },
  [JobStatus.CompletedWithErrors]: { ...MIGRATE, ...DELETE },
  [JobStatus.Failed]: { ...MIGRATE, ...DELETE },
  [JobStatus.Cancelled]: { ...DELETE },
  [JobStatus.PendingCancel]: { finishCancel: JobStatus.Cancelled },
  [JobStatus.PendingDelete]: { finishDelete: JobStatus.Deleted },
  [JobStatus.Deleted]: {},
  [JobStatus.UnknownFutureValue]: {},
};

/** Where a trigger leads from a status; undefined when it is impossible there. */
export function nextJobStatus(from: JobStatus, trigger: JobTrigger): JobStatus | undefined {
  return JOB_TRANSITIONS[from][trigger];
}

const FINAL: ReadonlySet<JobStatus> = new Set([
  JobStatus.Completed,
  JobStatus.CompletedWithErrors,
  JobStatus.Failed,
  JobStatus.Cancelled,
  JobStatus.Deleted,
]);

/** Whether nothing more happens to the job unless somebody asks for it (contract page 3.2; OPEN-5). */
export function isFinal(status: JobStatus): boolean {
  return FINAL.has(status);
}
