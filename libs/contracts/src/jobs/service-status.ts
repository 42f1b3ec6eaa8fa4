/**
 * `microsoft.graph.crossTenantMigrationServiceStatus`: where one workload of one person stands. Values are the words on
 * the wire, in the order of the published schema (contract page 2.7).
 */
export enum ServiceStatus {
  /** Nothing has happened yet. */
  NotStarted = 'notStarted',
  /** All prerequisites are met. */
  Valid = 'valid',
  /** At least one prerequisite is not met; see the errors. */
  Invalid = 'invalid',
  /** Something unexpected happened; see the errors. */
  Error = 'error',
  /** The workload is being checked or moved right now. */
  InProgress = 'inProgress',
  /** Moved and verified. */
  Completed = 'completed',
  /** Could not be moved; see the errors. */
  Failed = 'failed',
  /** Cancelled for this person. */
  Cancelled = 'cancelled',
  /** A cancellation is being carried out. */
  PendingCancel = 'pendingCancel',
  /** Exchange: mailbox content is copied in the background. */
  Syncing = 'syncing',
  /** The sync is done, or nothing is to be synced before the cutover; waits for it. */
  Synced = 'synced',
  /** Exchange: the mailbox is brought up to date and verified during the cutover. */
  Finalizing = 'finalizing',
  /** Declared by the schema and explained by no source; Ferry never sets it. */
  ForceComplete = 'forceComplete',
  /** Sentinel of an evolvable enumeration. */
  UnknownFutureValue = 'unknownFutureValue',
}
