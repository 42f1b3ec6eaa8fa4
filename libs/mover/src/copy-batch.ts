import { ItemVanishedError, type ItemHeader, type ItemStore, type NewItem, type WriteOutcome } from '@ferry/stores-spi';
import { isStreamed } from './batches';
import type { LedgerEntry } from './ledger';
import { readAhead, type ReadItems, streamed } from './read-ahead';

/**
 * Copies a batch of items that this run has not settled yet, container by container: looks which are at the target
 * already, reads the others, writes them. Every settled item is added to `entries` as soon as the target has answered,
 * so that they are known even when a store error ends the batch; items that were read before the source failed are
 * written all the same. An item that vanishes from the source is not settled.
 */
export async function copyBatch(
  batch: readonly ItemHeader[],
  stores: { source: ItemStore; target: ItemStore; maxBatchBytes: number },
  entries: LedgerEntry[],
  signal: AbortSignal,
): Promise<void> {
  const { source, target, maxBatchBytes } = stores;
  for (const [container, headers] of byContainer(batch)) {
    signal.throwIfAborted();
    const keys = headers.map((header) => header.key);
    const there = await target.find(container, keys, signal);
    for (const { key } of headers) {
      if (there.has(key)) entries.push({ key, container, state: 'alreadyThere', bytes: 0, code: null, message: null });
    }

    const wanted = headers.filter((header) => !there.has(header.key));
    const { items, failure } = await open(source, wanted, maxBatchBytes, signal);
    signal.throwIfAborted();
    if (items.length > 0) {
      const outcomes = await write(target, container, items, signal);
      entries.push(...outcomes.map((outcome) => entryOf(container, outcome)));
    }
    if (failure) throw failure.reason;
  }
}

function byContainer(batch: readonly ItemHeader[]): Map<string, ItemHeader[]> {
  const groups = new Map<string, ItemHeader[]>();
  for (const header of batch) {
    const group = groups.get(header.container);
    if (group) group.push(header);
    else groups.set(header.container, [header]);
  }
  return groups;
}

async function open(
  source: ItemStore,
  headers: readonly ItemHeader[],
  maxBatchBytes: number,
  signal: AbortSignal,
): Promise<ReadItems> {
  if (!headers.some((header) => isStreamed(header, maxBatchBytes))) return readAhead(source, headers, signal);
  return { items: headers.map((header) => streamed(source, header, signal)), failure: null };
}

async function write(
  target: ItemStore,
  container: string,
  items: readonly NewItem[],
  signal: AbortSignal,
): Promise<readonly WriteOutcome[]> {
  let outcomes: readonly WriteOutcome[];
  try {
    outcomes = await target.write(container, items, signal);
  } catch (error) {
    // Only a streamed item is still being read here, and it is alone: it is the one that has vanished.
    if (error instanceof ItemVanishedError && items.length === 1) return [];
    throw error;
  }
  if (outcomes.length !== items.length || outcomes.some((outcome, index) => outcome.key !== items[index]?.header.key)) {
    throw new Error(`The target answered ${outcomes.length} outcomes, not in order, for ${items.length} items.`);
  }
  return outcomes;
}

function entryOf(container: string, outcome: WriteOutcome): LedgerEntry {
  const { key } = outcome;
  switch (outcome.kind) {
    case 'written':
      return { key, container, state: 'copied', bytes: outcome.bytes, code: null, message: null };
    case 'skipped':
    case 'failed':
      return { key, container, state: outcome.kind, bytes: 0, code: outcome.code, message: outcome.message };
  }
}
