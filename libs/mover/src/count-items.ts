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
 * nothing. The target is asked for its containers meanwhile, so that both are connected to at the same time. Throws
 * `StoreError` and the reason of the signal.
 */
export async function survey(
  { source, target }: { source: ItemStore; target: ItemStore },
  signal: AbortSignal,
): Promise<number> {
  // Nothing goes on behind the caller: the one is waited for when the other fails.
  const [expected, met] = await Promise.allSettled([expectedOf(source, signal), target.containers(signal)]);
  if (expected.status === 'rejected') throw expected.reason;
  if (met.status === 'rejected') throw met.reason;
  return expected.value;
}

async function expectedOf(source: ItemStore, signal: AbortSignal): Promise<number> {
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
