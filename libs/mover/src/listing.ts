import type { ItemHeader, ItemPage, ItemStore } from '@ferry/stores-spi';
import type { Checkpoint } from './ledger';

/** Where a listing begins. */
export const START: Checkpoint = { containersDone: 0, cursor: null };

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
 * hundred folders of three messages cost as little as one folder of three hundred.
 */
export async function* stretches(
  store: ItemStore,
  from: Checkpoint,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Stretch> {
  const containers = await store.containers(signal);
  let entered: string[] = [];
  let items: ItemHeader[] = [];
  let end = from;

  for (const [index, { path }] of containers.entries()) {
    if (index < from.containersDone) continue;
    let cursor = index === from.containersDone ? from.cursor : null;
    if (cursor === null) entered.push(path);
    do {
      signal.throwIfAborted();
      const page: ItemPage = await store.items(path, cursor, size - items.length, signal);
      items.push(...page.items);
      cursor = page.next;
      end = cursor === null ? { containersDone: index + 1, cursor: null } : { containersDone: index, cursor };
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
