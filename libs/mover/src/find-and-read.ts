import type { ItemHeader, ItemStore } from '@ferry/stores-spi';
import { isStreamed } from './batches';
import { readAhead, type ReadItems, streamed } from './read-ahead';

/** Both sides of a batch. */
export interface BatchStores {
  readonly source: ItemStore;
  readonly target: ItemStore;
  readonly maxBatchBytes: number;
  /** What has to be made at the target before it is asked for anything. */
  readonly entered?: Promise<void>;
  /** Whether nothing of the batch is likely to be at the target: then the source need not wait for the answer. */
  readonly expectsNew?: boolean;
}

/** Which items are at the target, and the content of those that are not. */
export interface FoundAndRead {
  readonly found: ReadonlySet<string>;
  readonly read: ReadItems;
}

/**
 * Looks which items of a container are at the target, and reads the others. Where none is expected there, all are read while the
 * target looks, because it may have a batch to take first; a wrong guess costs what was read. Throws what the target throws.
 */
export async function findAndRead(
  stores: BatchStores,
  container: string,
  headers: readonly ItemHeader[],
  signal: AbortSignal,
): Promise<FoundAndRead> {
  const { source, target, maxBatchBytes, entered, expectsNew } = stores;
  const look = async (): Promise<ReadonlySet<string>> => {
    await entered;
    const keys = headers.map(({ key }) => key);
    return target.find(container, keys, signal);
  };
  const isGuessed = expectsNew === true && !hasStreamed(headers, maxBatchBytes);
  if (!isGuessed) return readOthers(stores, container, headers, await look(), signal);

  const [looked, guessed] = await Promise.allSettled([look(), readAhead(source, container, headers, signal)]);
  const found = looked.status === 'fulfilled' ? looked.value : null;
  if (found?.size === 0 && guessed.status === 'fulfilled') return { found, read: guessed.value };
  if (guessed.status === 'fulfilled') for (const { content } of guessed.value.items) content.release?.();
  if (looked.status === 'rejected') throw looked.reason;
  return readOthers(stores, container, headers, looked.value, signal);
}

async function readOthers(
  { source, maxBatchBytes }: BatchStores,
  container: string,
  headers: readonly ItemHeader[],
  found: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<FoundAndRead> {
  const wanted = headers.filter(({ key }) => !found.has(key));
  if (!hasStreamed(wanted, maxBatchBytes)) return { found, read: await readAhead(source, container, wanted, signal) };
  return { found, read: { items: wanted.map((header) => streamed(source, header, signal)), failure: null } };
}

function hasStreamed(headers: readonly ItemHeader[], maxBatchBytes: number): boolean {
  return headers.some((header) => isStreamed(header, maxBatchBytes));
}
