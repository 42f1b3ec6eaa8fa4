import type { ItemStore } from '@ferry/stores-spi';
import { ahead } from './ahead';
import { keysOf } from './copy-batch';
import { type CopyStep, copySteps } from './copy-steps';
import type { Checkpoint, Ledger } from './ledger';
import { nextPassAfter, START } from './listing';
import { WriteQueue } from './write-queue';

/**
 * Batches that are in memory at once where the source is read ahead: with two alone, source and target would wait for each
 * other whenever a batch takes one of them longer than the other, and with three whenever the source enters a container.
 */
const BATCHES_AT_ONCE = 4;

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
  /**
   * Whether items that were settled before are brought to what the source says of them now (flags), where the target can.
   * Nothing is ever taken away from the target.
   */
  readonly followsChanges?: boolean;
  readonly signal: AbortSignal;
}

/** How a slice ended: there is more to do from the checkpoint on, or the source has been listed to its end. */
export type CopyResult =
  | { readonly kind: 'paused'; readonly checkpoint: Checkpoint }
  /** `next` is where another pass begins that only wants what has changed since this one. */
  | { readonly kind: 'finished'; readonly next: Checkpoint };

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
  const from = input.checkpoint ?? START;
  const readsAhead = input.source.readsAhead === true && !input.pace;
  const writes = readsAhead && input.target.overlapsWrites === true ? 2 : 1;
  const underWay = new Set<string>();
  const queue = new WriteQueue(input, from, writes, underWay);
  try {
    for await (const step of stepsOf(input, from, underWay, readsAhead ? BATCHES_AT_ONCE - writes : 0)) {
      switch (step.kind) {
        case 'noRoom':
          return await queue.pause();
        case 'settled':
          await queue.passOver(step.behind);
          break;
        case 'batch':
          await queue.add(step.prepared, step.behind);
      }
      if (input.shouldPause()) return await queue.pause();
    }
  } catch (error) {
    // What the target has taken meanwhile is recorded, whoever it was that failed.
    await queue.settleAll();
    throw error;
  }
  await queue.settleAll();
  return { kind: 'finished', next: nextPassAfter(queue.position) };
}

/**
 * The steps of a slice; so many of the next ones are prepared while one is written, where the source says that it pays. A pace
 * counts what is about to be copied, so nothing is read ahead of it.
 */
async function* stepsOf(
  input: CopyInput,
  from: Checkpoint,
  underWay: Set<string>,
  stepsAhead: number,
): AsyncGenerator<CopyStep> {
  if (stepsAhead === 0) {
    yield* copySteps(input, from, underWay);
    return;
  }
  const share = { ...input, maxBatchBytes: input.maxBatchBytes / BATCHES_AT_ONCE };
  yield* ahead(marked(copySteps(share, from, underWay), underWay), stepsAhead);
}

/** Notes the keys of each batch before the next one is looked for. */
async function* marked(steps: AsyncGenerator<CopyStep>, underWay: Set<string>): AsyncGenerator<CopyStep> {
  for await (const step of steps) {
    if (step.kind === 'batch') for (const key of keysOf(step.prepared)) underWay.add(key);
    yield step;
  }
}
