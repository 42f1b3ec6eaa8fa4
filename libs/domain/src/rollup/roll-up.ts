import { JobStatus, ServiceStatus, type Workload } from '@ferry/contracts';
import type { JobTrigger } from '../lifecycle/job-lifecycle';

/** How many people stand where; removed people are left out (OPEN-21). */
export type ServiceCounts = Partial<Record<ServiceStatus, number>>;

/** What the people say about a job that validates. */
export type ValidationRollUp =
  JobStatus.ValidateInProgress | JobStatus.ValidatePassed | JobStatus.ValidateFailed | JobStatus.Cancelled;

/** What the people say about a job that migrates. */
export type MigrationRollUp =
  | JobStatus.InProgress
  | JobStatus.CuttingOver
  | JobStatus.Completed
  | JobStatus.CompletedWithErrors
  | JobStatus.Failed
  | JobStatus.Cancelled;

/**
 * The verdict of a validation: passed only if every workload of every person passed, and none before all are through
 * (contract page 3.4). Nobody left: cancelled.
 */
export declare function rollUpValidation(counts: ServiceCounts): ValidationRollUp;

/**
 * The status of a job that migrates, from where its people stand in each workload (contract page 3.6). Cancelled
 * workloads count for nothing; nobody left: cancelled. While something is unsettled the job is `cuttingOver` as soon as
 * the date is reached and no mailbox has to sync any more, and `inProgress` before that.
 */
export declare function rollUpMigration(
  byService: Partial<Record<Workload, ServiceCounts>>,
  dateReached: boolean,
): MigrationRollUp;

const TRIGGERS: Readonly<Record<ValidationRollUp | MigrationRollUp, JobTrigger | null>> = {
  [JobStatus.ValidateInProgress]: null,
  [JobStatus.ValidatePassed]: 'passValidation',
  [JobStatus.ValidateFailed]: 'failValidation',
  [JobStatus.InProgress]: null,
  [JobStatus.CuttingOver]: 'cutOver',
  [JobStatus.Completed]: 'complete',
  [JobStatus.CompletedWithErrors]: 'completeWithErrors',
  [JobStatus.Failed]: 'fail',
  [JobStatus.Cancelled]: 'finishCancel',
};

/** The trigger that brings a job to where its people are; null while the job simply goes on. */
export function rollUpTrigger(rolledUp: ValidationRollUp | MigrationRollUp): JobTrigger | null {
  return TRIGGERS[rolledUp];
}
