/** What somebody asked of a job, as the audit tells it. */
export enum AuditAction {
  /** A job was created. */
  Created = 'created',
  /** A validation was asked for. */
  Validated = 'validated',
  /** A migration, or another attempt, was asked for. */
  Migrated = 'migrated',
  /** Another attempt for chosen people was asked for. */
  Retried = 'retried',
  /** A migration of another person was approved. */
  Approved = 'approved',
  /** A cancellation was asked for. */
  Cancelled = 'cancelled',
  /** The cutover date was moved. */
  DateMoved = 'dateMoved',
  /** A person was added. */
  PersonAdded = 'personAdded',
  /** A person was taken out. */
  PersonRemoved = 'personRemoved',
  /** The skipped items of a person were accepted. */
  SkippedItemsAccepted = 'skippedItemsAccepted',
  /** It was said how many items a workload may skip. */
  SkippedItemsAllowed = 'skippedItemsAllowed',
  /** Another comparison of source and target was asked for. */
  Verified = 'verified',
  /** A deletion was asked for. */
  Deleted = 'deleted',
  /** Something that an earlier version wrote and that has no word any more. */
  Other = 'other',
}
