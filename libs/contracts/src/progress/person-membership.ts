/** Where a person stands in a job, as the events that are about the whole person tell it. */
export enum PersonMembership {
  /** The person is in the job. */
  Added = 'added',
  /** The person was taken out and counts no more (OPEN-21). */
  Removed = 'removed',
}
