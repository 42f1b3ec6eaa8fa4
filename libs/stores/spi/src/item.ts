/** A folder, a drive folder, a calendar or a chat. Paths use `/`, start without one, and are unique within a store. */
export interface Container {
  readonly path: string;
  /** How many items the store announces for it, without listing; null when the store cannot tell cheaply. */
  readonly itemCount: number | null;
  /**
   * Another one as soon as anything in the container has changed: items that came, or what is kept beside their content.
   * Absent where the store cannot tell cheaply.
   */
  readonly version?: string;
}

/** What is known of an item without reading its content. */
export interface ItemHeader {
  /**
   * Identity within the store of one person: stable over listings and the same at source and target, so that a copy can
   * be found again. Derived from the item itself (Message-Id, path, iCalendar UID), never from a position.
   */
  readonly key: string;
  /** Path of the container that holds it. */
  readonly container: string;
  /** Subject or file name. Never logged. */
  readonly name: string;
  /** Size of the content in bytes. */
  readonly size: number;
  /** When it was received, changed, held or sent. */
  readonly dateTime: Date;
  /** What the protocol keeps beside the content (flags, author, recurrence), as plain JSON values. */
  readonly properties: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The content of an item, read in pieces so that a large one never has to be in memory as a whole. */
export interface ItemContent {
  /** Size in bytes; the pieces add up to it. */
  readonly size: number;
  /** All of it, where it is in memory already; not to be looked at any more after `release`. */
  readonly bytes?: Uint8Array;
  /** Whether there is a NUL in it, where that is known without looking for it again. */
  readonly hasNul?: boolean;
  /** The bytes in order. May be called once. */
  chunks(): AsyncIterable<Uint8Array>;
  /** Nobody needs the bytes any more: the store may use their memory for others. Calling it is never required. */
  release?(): void;
}

/** One page of a listing. */
export interface ItemPage {
  readonly items: readonly ItemHeader[];
  /** Opaque cursor of the next page, valid over a restart; null at the end. */
  readonly next: string | null;
}

/** An item that is to be written. */
export interface NewItem {
  readonly header: ItemHeader;
  readonly content: ItemContent;
}

/** What became of one item that was to be written. */
export type WriteOutcome =
  | { readonly key: string; readonly kind: 'written'; readonly bytes: number }
  /** The target will never take this item (too large, forbidden type): it is counted as skipped, with the reason. */
  | { readonly key: string; readonly kind: 'skipped'; readonly code: string; readonly message: string }
  /** The item could not be written this time; another attempt may succeed. */
  | { readonly key: string; readonly kind: 'failed'; readonly code: string; readonly message: string };
