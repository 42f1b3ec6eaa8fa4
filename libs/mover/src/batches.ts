import type { ItemHeader } from '@ferry/stores-spi';

/** Up to this size, in bytes, an item is read ahead together with its neighbours; a larger one is streamed alone. */
export const STREAMED_FROM_BYTES = 4 * 1024 * 1024;

/** Whether the item has to be streamed on its own, because it may not fit into memory beside others. */
export function isStreamed(item: ItemHeader, maxBatchBytes: number): boolean {
  return item.size > Math.min(maxBatchBytes, STREAMED_FROM_BYTES);
}

/**
 * Cuts items into batches that keep their order, hold at most `maxBytes` each, and have every streamed item to
 * themselves. No items make no batch.
 */
export function batchesOf(items: readonly ItemHeader[], maxBytes: number): ItemHeader[][] {
  const batches: ItemHeader[][] = [];
  let open: ItemHeader[] = [];
  let bytes = 0;
  const close = (): void => {
    if (open.length > 0) batches.push(open);
    open = [];
    bytes = 0;
  };

  for (const item of items) {
    if (isStreamed(item, maxBytes)) {
      close();
      batches.push([item]);
      continue;
    }
    if (bytes + item.size > maxBytes) close();
    open.push(item);
    bytes += item.size;
  }
  close();
  return batches;
}
