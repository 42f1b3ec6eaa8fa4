/** Why a job needs a person; in the order of their urgency. */
export enum AttentionKind {
  /** People failed, in the validation or in the migration. */
  Failed = 'failed',
  /** More items were skipped than the job allows: people wait for a decision. */
  SkippedItems = 'skippedItems',
  /** Somebody's workload has not come further for much longer than those of the others take. */
  Stuck = 'stuck',
  /** A migration was submitted and waits for a second person. */
  Approval = 'approval',
  /** A passed validation is about to expire, or has expired. */
  ValidationExpiry = 'validationExpiry',
  /** The date of the cutover is near, or has passed, and nobody has begun the migration. */
  Cutover = 'cutover',
}

/** What helps a job that needs a person. */
export enum AttentionAction {
  /** To look at it: somebody has to understand, or to decide. */
  Open = 'open',
  /** To have it validated; the job allows it. */
  Validate = 'validate',
  /** To have it migrated; the job allows it. */
  Migrate = 'migrate',
}
