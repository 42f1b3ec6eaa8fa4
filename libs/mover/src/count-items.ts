import type { ItemStore } from '@ferry/stores-spi';
import { pages } from './listing';

const PAGE_SIZE = 1000;

/** How many items a store really has, by listing every container. Throws `StoreError` and the reason of the signal. */
export async function countItems(store: ItemStore, signal: AbortSignal): Promise<number> {
  let count = 0;
  for (const { path } of await store.containers(signal)) count += await countContainer(store, path, signal);
  return count;
}

/**
 * How many items the source is expected to have: what its containers announce, and a listing of those that announce
 * nothing. Throws `StoreError` and the reason of the signal.
 */
export async function survey(source: ItemStore, signal: AbortSignal): Promise<number> {
  let expected = 0;
  for (const { path, itemCount } of await source.containers(signal)) {
    expected += itemCount ?? (await countContainer(source, path, signal));
  }
  return expected;
}

async function countContainer(store: ItemStore, path: string, signal: AbortSignal): Promise<number> {
  let count = 0;
  for await (const items of pages(store, path, PAGE_SIZE, signal)) count += items.length;
  return count;
}
