import type { ItemStore } from '@ferry/stores-spi';
import { ahead } from './ahead';
import { type PreparedBatch, writeBatch } from './copy-batch';
import { type CopyStep, copySteps } from './copy-steps';
import type { Checkpoint, Ledger, LedgerEntry } from './ledger';
import { nextPassAfter, START } from './listing';

/** With one alone, source and target would wait for each other whenever a batch takes one of them longer than the other. */
const STEPS_AHEAD = 2;

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
  const { ledger } = input;
  let position = input.checkpoint ?? START;
  let recorded = position;

  for await (const step of stepsOf(input, position)) {
    switch (step.kind) {
      case 'noRoom':
        return pause(ledger, position, recorded);
      case 'settled':
        position = step.behind;
        break;
      case 'batch':
        await settle(step.prepared, input, position, step.behind);
        if (!step.isLast && input.shouldPause()) return { kind: 'paused', checkpoint: position };
        if (!step.isLast) continue;
        position = step.behind;
        recorded = position;
    }
    if (input.shouldPause()) return pause(ledger, position, recorded);
  }
  return { kind: 'finished', next: nextPassAfter(position) };
}

/**
 * The steps of a slice; the next ones are prepared while one is written where the source says that it pays. A pace counts
 * what is about to be copied, so nothing is read ahead of it.
 */
async function* stepsOf(input: CopyInput, from: Checkpoint): AsyncGenerator<CopyStep> {
  if (input.source.readsAhead !== true || input.pace) {
    yield* copySteps(input, from, new Set());
    return;
  }
  const underWay = new Set<string>();
  // They are in memory together: the one that is written, and those that are read.
  const share = { ...input, maxBatchBytes: input.maxBatchBytes / (STEPS_AHEAD + 1) };
  for await (const step of ahead(marked(copySteps(share, from, underWay), underWay), STEPS_AHEAD)) {
    yield step;
    if (step.kind === 'batch') for (const key of keysOf(step.prepared)) underWay.delete(key);
  }
}

/** Notes the keys of each batch before the next one is looked for. */
async function* marked(steps: AsyncGenerator<CopyStep>, underWay: Set<string>): AsyncGenerator<CopyStep> {
  for await (const step of steps) {
    if (step.kind === 'batch') for (const key of keysOf(step.prepared)) underWay.add(key);
    yield step;
  }
}

function keysOf({ groups }: PreparedBatch): string[] {
  return groups.flatMap(({ there, items }) => [
    ...there.map(({ key }) => key),
    ...items.map(({ header }) => header.key),
  ]);
}

/** Ends a slice at a position, and records that one if only settled items lie between it and what is recorded. */
async function pause(ledger: Ledger, position: Checkpoint, recorded: Checkpoint): Promise<CopyResult> {
  if (recorded !== position) await ledger.record([], position);
  return { kind: 'paused', checkpoint: position };
}

/** Writes a batch and records it: with the checkpoint behind it, or with the one before it when the batch breaks off. */
async function settle(
  prepared: PreparedBatch,
  { target, ledger, signal }: CopyInput,
  before: Checkpoint,
  behind: Checkpoint,
): Promise<void> {
  const entries: LedgerEntry[] = [];
  try {
    await writeBatch(prepared, target, entries, signal);
  } catch (error) {
    if (entries.length > 0) await ledger.record(entries, before);
    throw error;
  }
  await ledger.record(entries, behind);
}
