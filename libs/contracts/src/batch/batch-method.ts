/** The methods that a request of a batch may have: those that the contract's addresses know (contract page 1.1). */
export enum BatchMethod {
  /** Reads. */
  Get = 'GET',
  /** Creates, or calls an action. */
  Post = 'POST',
  /** Changes some members. */
  Patch = 'PATCH',
  /** Replaces; no address of the contract takes it, and each says so. */
  Put = 'PUT',
  /** Deletes. */
  Delete = 'DELETE',
}
