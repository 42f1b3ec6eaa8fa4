/** Whether a person is mapped to somebody in the source tenant. */
export enum IdentityMapping {
  /** It is known who the person is at the source. */
  Completed = 'completed',
  /** The mapping has begun and is not complete. */
  Pending = 'pending',
  /** Nobody is known at the source. */
  Missing = 'missing',
}
