import type { ItemHeader, ItemStore } from '@ferry/stores-spi';
import { batchesOf } from './batches';
import { follow, isAllNew, prepareBatch, type PreparedBatch } from './copy-batch';
import type { CopyInput } from './copy-slice';
import type { Checkpoint, Ledger } from './ledger';
import { stretches } from './listing';

/** One step of a slice. */
export type CopyStep =
  /** A batch is ready to be written; `behind` is the checkpoint that is recorded with it. */
  | { readonly kind: 'batch'; readonly prepared: PreparedBatch; readonly behind: Checkpoint; readonly isLast: boolean }
  /** Everything up to `behind` was settled before. */
  | { readonly kind: 'settled'; readonly behind: Checkpoint }
  /** The pace leaves no room for the next batch. */
  | { readonly kind: 'noRoom' };

/**
 * Lists the source from a checkpoint on and prepares what is to be written, batch by batch; `isLast` marks the last batch
 * of a stretch of the listing. Keys in `underWay` are being written by an earlier step, and are passed over like settled
 * ones.
 */
export async function* copySteps(
  input: CopyInput,
  from: Checkpoint,
  underWay: ReadonlySet<string>,
): AsyncGenerator<CopyStep> {
  const { source, target, ledger, batchSize, maxBatchBytes, signal } = input;
  let before = from;
  const readsAhead = source.readsAhead === true && !input.pace;
  let expectsNew = false;
  for await (const stretch of stretches(source, from, batchSize, signal)) {
    const entered = enter(stretch.entered, target, signal);
    // Whoever needs the containers learns of a failure; until then it must not count as unhandled.
    entered.catch(() => undefined);
    try {
      // Only a source that is read ahead is worked on at the same time.
      if (!readsAhead) await entered;
      const { fresh, settled } = await sorted(stretch.items, ledger, underWay);
      if (input.followsChanges === true) await follow(target, settled, signal);
      const batches = batchesOf(fresh, maxBatchBytes);
      if (batches.length === 0) {
        await entered;
        yield { kind: 'settled', behind: stretch.end };
      }
      for (const [index, batch] of batches.entries()) {
        if (input.pace && !(await input.pace(batch.length, bytesOf(batch)))) {
          yield { kind: 'noRoom' };
          return;
        }
        const prepared = await prepareBatch(batch, { ...input, entered, expectsNew }, signal);
        expectsNew = readsAhead && isAllNew(prepared);
        const isLast = index === batches.length - 1;
        yield { kind: 'batch', prepared, behind: isLast ? stretch.end : before, isLast };
      }
    } finally {
      await entered.catch(() => undefined);
    }
    before = stretch.end;
  }
}

async function enter(paths: readonly string[], target: ItemStore, signal: AbortSignal): Promise<void> {
  for (const path of paths) await target.createContainer(path, signal);
}

/** Which items are to be copied, and which were settled before; a key that is listed twice counts once. */
async function sorted(
  items: readonly ItemHeader[],
  ledger: Ledger,
  underWay: ReadonlySet<string>,
): Promise<{ fresh: ItemHeader[]; settled: ItemHeader[] }> {
  if (items.length === 0) return { fresh: [], settled: [] };
  const byKey = new Map<string, ItemHeader>();
  for (const item of items) if (!byKey.has(item.key)) byKey.set(item.key, item);
  const known = await ledger.settled([...byKey.keys()]);
  const all = [...byKey.values()];
  return {
    fresh: all.filter(({ key }) => !known.has(key) && !underWay.has(key)),
    settled: all.filter(({ key }) => known.has(key)),
  };
}

function bytesOf(batch: readonly ItemHeader[]): number {
  return batch.reduce((sum, { size }) => sum + size, 0);
}
