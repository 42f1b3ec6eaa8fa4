/** What became of an item; the four states together are everything that was found at the source. */
export type ItemState = 'copied' | 'alreadyThere' | 'skipped' | 'failed';

/** One item of a run, settled. */
export interface LedgerEntry {
  /** Key of the item, unique within a run. */
  readonly key: string;
  /** Path of the container that holds it. */
  readonly container: string;
  readonly state: ItemState;
  /** Bytes written to the target; 0 unless the state is `copied`. */
  readonly bytes: number;
  /** Why it was skipped or failed, as a stable code; null otherwise. */
  readonly code: string | null;
  /** Why it was skipped or failed, in words; null otherwise. Holds no content of the item. */
  readonly message: string | null;
}

/** How far a listing of the source has come: plain JSON, valid over a restart. */
export interface Checkpoint {
  /** How many containers, in the order in which the source lists them, are listed to their end. */
  readonly containersDone: number;
  /** Cursor within the next container; null at its beginning. */
  readonly cursor: string | null;
  /**
   * By path, the version that a container had when it was entered, where the source tells one. What has not changed since then
   * was settled by the pass that has listed the container to its end.
   */
  readonly versions?: Readonly<Record<string, string>>;
}

/** What a run has settled so far. Rows are unique per run and item key; the engine keeps them in its database. */
export interface Ledger {
  /** Which of the keys already have a row in this run. */
  settled(keys: readonly string[]): Promise<ReadonlySet<string>>;

  /**
   * Adds the entries and moves the checkpoint in one transaction; a key that has a row already keeps it. Throws
   * `OwnershipLostError`, and stores nothing, when the run belongs to another worker by now.
   */
  record(entries: readonly LedgerEntry[], checkpoint: Checkpoint): Promise<void>;
}

/** The run was taken over by another worker: whoever meets this stops at once and writes nothing more. */
export class OwnershipLostError extends Error {
  /** Stable code for logs and decisions. */
  readonly code = 'ownershipLost';

  constructor(message = 'The run belongs to another worker by now.', options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
