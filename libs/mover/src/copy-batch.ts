import { ItemVanishedError, type ItemHeader, type ItemStore, type NewItem, type WriteOutcome } from '@ferry/stores-spi';
import { type BatchStores, findAndRead } from './find-and-read';
import type { LedgerEntry } from './ledger';

/** A batch that is ready to be written. */
export interface PreparedBatch {
  /** What was read of each container, in the order of the batch. */
  readonly groups: readonly PreparedGroup[];
  /** What ended the preparation before the end of the batch; null when nothing did. */
  readonly failure: { readonly reason: unknown } | null;
}

interface PreparedGroup {
  readonly container: string;
  /** Those that are at the target already. */
  readonly there: readonly LedgerEntry[];
  readonly items: readonly NewItem[];
}

/**
 * Looks which items of a batch are at the target already and reads the others, container by container. Never throws: what
 * was read before a failure is written all the same.
 */
export async function prepareBatch(
  batch: readonly ItemHeader[],
  stores: BatchStores & { readonly followsChanges?: boolean },
  signal: AbortSignal,
): Promise<PreparedBatch> {
  const { target, followsChanges } = stores;
  const groups: PreparedGroup[] = [];
  try {
    for (const [container, headers] of byContainer(batch)) {
      signal.throwIfAborted();
      const { found, read } = await findAndRead(stores, container, headers, signal);
      const known = headers.filter(({ key }) => found.has(key));
      if (followsChanges === true) await follow(target, known, signal);
      groups.push({ container, there: known.map(({ key }) => entryOfFound(key, container)), items: read.items });
      if (read.failure) return { groups, failure: read.failure };
    }
    return { groups, failure: null };
  } catch (reason) {
    return { groups, failure: { reason } };
  }
}

/**
 * Writes a prepared batch. Every settled item is added to `entries` as soon as the target has answered, so that they are
 * known even when a store error ends the batch. An item that vanishes from the source is not settled. Throws what the
 * target throws, or else what ended the preparation.
 */
export async function writeBatch(
  { groups, failure }: PreparedBatch,
  target: ItemStore,
  entries: LedgerEntry[],
  signal: AbortSignal,
): Promise<void> {
  for (const { container, there, items } of groups) {
    entries.push(...there);
    signal.throwIfAborted();
    if (items.length === 0) continue;
    const outcomes = await write(target, container, items, signal);
    for (const { content } of items) content.release?.();
    entries.push(...outcomes.map((outcome) => entryOf(container, outcome)));
  }
  if (failure) throw failure.reason;
}

/** Whether nothing of a batch was at the target before. */
export function isAllNew({ groups }: PreparedBatch): boolean {
  return groups.every(({ there }) => there.length === 0);
}

/** The keys of all items of a batch. */
export function keysOf({ groups }: PreparedBatch): string[] {
  return groups.flatMap(({ there, items }) => [
    ...there.map(({ key }) => key),
    ...items.map(({ header }) => header.key),
  ]);
}

/** Brings items that are at the target to what the source says of them now, where the target can. */
export async function follow(target: ItemStore, headers: readonly ItemHeader[], signal: AbortSignal): Promise<void> {
  if (!target.update) return;
  for (const [container, items] of byContainer(headers)) await target.update(container, items, signal);
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

function entryOfFound(key: string, container: string): LedgerEntry {
  return { key, container, state: 'alreadyThere', bytes: 0, code: null, message: null };
}
