import type { ItemKind } from './item-kind';
import type { Container, ItemContent, ItemHeader, ItemPage, NewItem, WriteOutcome } from './item';

/**
 * The content of one person in one workload behind one protocol. Every method may throw a `StoreError`; an aborted
 * signal makes it throw the signal's reason. Reading methods never change anything, not even a read flag.
 */
export interface ItemStore {
  readonly kind: ItemKind;
  /**
   * Whether it pays to list and read on while the target still takes what was read before, because both sides are
   * servers that are waited for. The store must bear it that its methods are called at the same time then.
   */
  readonly readsAhead?: boolean;
  /**
   * Whether `write` may be called once more while an earlier call is under way, because what has to be done before the first
   * byte is sent would keep a server waiting. Both calls have other keys.
   */
  readonly overlapsWrites?: boolean;

  /** All containers, parents before children, in a stable order. */
  containers(signal: AbortSignal): Promise<readonly Container[]>;

  /**
   * A page of at most `limit` headers of a container, after the cursor of an earlier page (null for the first). An item
   * that is there throughout a listing appears exactly once. With `since`, a version that the container had (for the first
   * page only), those may be left out that have not changed since then.
   */
  items(container: string, after: string | null, limit: number, signal: AbortSignal, since?: string): Promise<ItemPage>;

  /** Opens the content of an item that was listed. Throws `ItemVanishedError` when it is gone by now. */
  read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent>;

  /**
   * Where several items cost little more than one: the contents of items of one container, in their order and in memory,
   * null for those that are gone. Only for items that are small enough to be held together.
   */
  readTogether?(
    container: string,
    items: readonly ItemHeader[],
    signal: AbortSignal,
  ): Promise<readonly (ItemContent | null)[]>;

  /** Which of the keys exist in the container. */
  find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;

  /** Makes sure that a container exists; doing it twice is harmless. */
  createContainer(path: string, signal: AbortSignal): Promise<void>;

  /**
   * Writes items of one container and answers one outcome for each, in order. Writing a key that exists must not make a
   * second item. When it throws, any part of the batch may have been written: look with `find` before trying again.
   */
  write(container: string, items: readonly NewItem[], signal: AbortSignal): Promise<readonly WriteOutcome[]>;

  /**
   * Where the protocol keeps something beside the content that changes (flags): brings items that exist to what the
   * headers say, and answers how many it had to change. Keys that are not there are passed over.
   */
  update?(container: string, items: readonly ItemHeader[], signal: AbortSignal): Promise<number>;

  /** What of a key stays as it is when the item goes to another container; absent where items keep their keys. */
  sameItem?(key: string): string;

  /**
   * Takes items out of a container for good, where the protocol can take away exactly these, and answers which of the keys
   * are not there any more. Keys that were not there count among them.
   */
  removeItems?(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>>;

  /**
   * The store is used again after a pause in which others may have changed what it has: what it knows is asked for anew,
   * over the connections that it has.
   */
  resume?(): void;

  /** Releases connections. Never throws. */
  close(): Promise<void>;
}
