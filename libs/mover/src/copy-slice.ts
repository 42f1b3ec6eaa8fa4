import type { ItemHeader, ItemStore } from '@ferry/stores-spi';
import { batchesOf } from './batches';
import { copyBatch } from './copy-batch';
import type { Checkpoint, Ledger, LedgerEntry } from './ledger';
import { START, stretches } from './listing';

/** What one slice of a run works with. */
export interface CopyInput {
  readonly source: ItemStore;
  readonly target: ItemStore;
  readonly ledger: Ledger;
  /** Where an earlier slice stopped; null for the first slice. */
  readonly checkpoint: Checkpoint | null;
  /** Most items that are listed, copied and recorded together; at least 1. */
  readonly batchSize: number;
  /** Most bytes of content that are held in memory at once. A single larger item is streamed instead. */
  readonly maxBatchBytes: number;
  /** Asked after every batch: true ends the slice there. */
  shouldPause(): boolean;
  /**
   * Asked before every batch, with the number of its items and their bytes, and waited for: false when they may not be copied within this
   * slice, which ends before the batch then. Absent where the pace is free.
   */
  pace?(items: number, bytes: number): Promise<boolean>;
  readonly signal: AbortSignal;
}

/** How a slice ended: there is more to do from the checkpoint on, or the source has been listed to its end. */
export type CopyResult = { readonly kind: 'paused'; readonly checkpoint: Checkpoint } | { readonly kind: 'finished' };

/**
 * Copies what the source has and the target lacks, from the checkpoint on, until the source ends or `shouldPause` says
 * so; at least one batch is done, unless `pace` leaves no room for it. Each batch is recorded together with the checkpoint behind it. Listing over items that
 * are settled already moves the checkpoint in memory only; it is recorded with the next batch or at the pause.
 *
 * A slice may be killed at any point and run again from the last recorded checkpoint, or from none: nothing is written
 * twice, because the ledger is asked first and the target second. A key that the source lists twice counts once.
 *
 * Throws what the stores throw (`StoreError`), what the ledger throws (`OwnershipLostError`) and the reason of an
 * aborted signal. Items that were settled before a store error are recorded first.
 */
export async function copySlice(input: CopyInput): Promise<CopyResult> {
  const { source, target, ledger, batchSize, maxBatchBytes, signal } = input;
  let position = input.checkpoint ?? START;
  let recorded = position;

  for await (const stretch of stretches(source, position, batchSize, signal)) {
    for (const path of stretch.entered) await target.createContainer(path, signal);

    const batches = batchesOf(await unsettled(stretch.items, ledger), maxBatchBytes);
    for (const [index, batch] of batches.entries()) {
      const isLast = index === batches.length - 1;
      if (input.pace && !(await input.pace(batch.length, bytesOf(batch)))) return pause(ledger, position, recorded);
      await settle(batch, input, position, isLast ? stretch.end : position);
      if (!isLast && input.shouldPause()) return { kind: 'paused', checkpoint: position };
    }
    position = stretch.end;
    if (batches.length > 0) recorded = position;

    if (input.shouldPause()) return pause(ledger, position, recorded);
  }
  return { kind: 'finished' };
}

/** Ends a slice at a position, and records that one if only settled items lie between it and what is recorded. */
async function pause(ledger: Ledger, position: Checkpoint, recorded: Checkpoint): Promise<CopyResult> {
  if (recorded !== position) await ledger.record([], position);
  return { kind: 'paused', checkpoint: position };
}

/** Copies a batch and records it: with the checkpoint behind it, or with the one before it when the batch breaks off. */
async function settle(
  batch: readonly ItemHeader[],
  input: CopyInput,
  before: Checkpoint,
  behind: Checkpoint,
): Promise<void> {
  const entries: LedgerEntry[] = [];
  try {
    await copyBatch(batch, input, entries, input.signal);
  } catch (error) {
    if (entries.length > 0) await input.ledger.record(entries, before);
    throw error;
  }
  await input.ledger.record(entries, behind);
}

function bytesOf(batch: readonly ItemHeader[]): number {
  return batch.reduce((sum, { size }) => sum + size, 0);
}

async function unsettled(items: readonly ItemHeader[], ledger: Ledger): Promise<ItemHeader[]> {
  if (items.length === 0) return [];
  const byKey = new Map<string, ItemHeader>();
  for (const item of items) if (!byKey.has(item.key)) byKey.set(item.key, item);
  const settled = await ledger.settled([...byKey.keys()]);
  return [...byKey.values()].filter((item) => !settled.has(item.key));
}
