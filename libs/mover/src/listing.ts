import type { ItemHeader, ItemPage, ItemStore } from '@ferry/stores-spi';
import type { Checkpoint } from './ledger';

/** Where a listing begins. */
export const START: Checkpoint = { containersDone: 0, cursor: null };

/** Where the next pass begins after one that has come to its end at a checkpoint: at the beginning, with what is known. */
export function nextPassAfter({ versions }: Checkpoint): Checkpoint {
  return versions ? { ...START, versions } : START;
}

/** Whether a pass has not begun yet: everything is still to be listed. */
export function isBeginning(checkpoint: Checkpoint | null): boolean {
  return checkpoint === null || (checkpoint.containersDone === 0 && checkpoint.cursor === null);
}

/** A part of a listing that is small enough to be worked on at once. */
export interface Stretch {
  /** Containers that are entered here, also empty ones, parents first. */
  readonly entered: readonly string[];
  /** The items, in the order of the listing. */
  readonly items: readonly ItemHeader[];
  /** Where the listing goes on behind it. */
  readonly end: Checkpoint;
}

/**
 * Lists a store from a checkpoint on, in stretches of at most `size` items. Small containers share a stretch, so that a
 * hundred folders of three messages cost as little as one folder of three hundred. A container that is as it was when an
 * earlier pass entered it is passed over, and of another one only what has changed may be listed.
 */
export async function* stretches(
  store: ItemStore,
  from: Checkpoint,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Stretch> {
  const containers = await store.containers(signal);
  const versions = new Map(Object.entries(from.versions ?? {}));
  let entered: string[] = [];
  let items: ItemHeader[] = [];
  let end = from;

  for (const [index, { path, version }] of containers.entries()) {
    if (index < from.containersDone) continue;
    let cursor = index === from.containersDone ? from.cursor : null;
    let since: string | undefined;
    if (cursor === null) {
      since = versions.get(path);
      if (since !== undefined && since === version) continue;
      if (version === undefined) versions.delete(path);
      else versions.set(path, version);
      entered.push(path);
    }
    do {
      signal.throwIfAborted();
      const page: ItemPage = await store.items(path, cursor, size - items.length, signal, since);
      items.push(...page.items);
      cursor = page.next;
      since = undefined;
      end = {
        ...(cursor === null ? { containersDone: index + 1, cursor } : { containersDone: index, cursor }),
        ...(versions.size > 0 ? { versions: Object.fromEntries(versions) } : {}),
      };
      if (items.length >= size) {
        yield { entered, items, end };
        entered = [];
        items = [];
      }
    } while (cursor !== null);
  }
  if (entered.length > 0 || items.length > 0) yield { entered, items, end };
}

/** Lists one container to its end, a page of at most `size` items at a time. */
export async function* pages(
  store: ItemStore,
  container: string,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<readonly ItemHeader[]> {
  let cursor: string | null = null;
  do {
    signal.throwIfAborted();
    const page: ItemPage = await store.items(container, cursor, size, signal);
    yield page.items;
    cursor = page.next;
  } while (cursor !== null);
}
