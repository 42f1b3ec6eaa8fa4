/**
 * `microsoft.graph.crossTenantMigrationJobStatus`: where a job stands. Values are the words on the wire, in the order
 * of the published schema (contract page 2.7).
 */
export enum JobStatus {
  /** The job exists and waits for validation, or for its automatic start. */
  Submitted = 'submitted',
  /** A second person has approved the migration. */
  Approved = 'approved',
  /** Migration is being set up: every check runs once more. */
  Processing = 'processing',
  /** Mailboxes cut over, then the other workloads move. Cannot be cancelled. */
  CuttingOver = 'cuttingOver',
  /** Migration runs and mailboxes sync; people whose date has come may already be further. */
  InProgress = 'inProgress',
  /** Finished for everyone without errors. */
  Completed = 'completed',
  /** Finished, and something failed for someone. May be migrated again. */
  CompletedWithErrors = 'completedWithErrors',
  /** Failed for everyone. May be migrated again. */
  Failed = 'failed',
  /** Cancelled by a person. */
  Cancelled = 'cancelled',
  /** A cancellation was accepted and is being carried out. */
  PendingCancel = 'pendingCancel',
  /** A person must decide before it goes on. */
  AdminActionRequired = 'adminActionRequired',
  /** Validation was asked for. */
  ValidateSubmitted = 'validateSubmitted',
  /** Validation is being set up. */
  ValidateProcessing = 'validateProcessing',
  /** Checks run for every person and workload. */
  ValidateInProgress = 'validateInProgress',
  /** Every person passed every check; may be migrated for as long as the result is valid. */
  ValidatePassed = 'validatePassed',
  /** At least one check failed for at least one person. */
  ValidateFailed = 'validateFailed',
  /** A deletion was accepted and is being carried out. */
  PendingDelete = 'pendingDelete',
  /** The job's data is gone. */
  Deleted = 'deleted',
  /** Sentinel of an evolvable enumeration: a member that this client does not know yet. */
  UnknownFutureValue = 'unknownFutureValue',
}
