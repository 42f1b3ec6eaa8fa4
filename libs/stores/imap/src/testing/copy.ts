import { type Checkpoint, copySlice, type Ledger, type LedgerEntry } from '@ferry/mover';
import type { ItemStore } from '@ferry/stores-spi';

/** What a copy has settled, by state. */
export type Settled = Record<LedgerEntry['state'], number>;

/** Copies everything in slices of one batch with a ledger of its own, as another job would. */
export async function copyAll(source: ItemStore, target: ItemStore, batchSize = 50): Promise<Settled> {
  const rows = new Map<string, LedgerEntry>();
  const ledger: Ledger = {
    settled: async (keys) => new Set(keys.filter((key) => rows.has(key))),
    record: async (entries) => {
      for (const entry of entries) rows.set(entry.key, entry);
    },
  };
  let checkpoint: Checkpoint | null = null;
  for (;;) {
    const result = await copySlice({
      source,
      target,
      ledger,
      checkpoint,
      batchSize,
      maxBatchBytes: 8 * 1024 * 1024,
      shouldPause: () => true,
      followsChanges: true,
      signal: new AbortController().signal,
    });
    if (result.kind === 'finished') break;
    checkpoint = JSON.parse(JSON.stringify(result.checkpoint)) as Checkpoint;
  }
  const counts: Settled = { copied: 0, alreadyThere: 0, skipped: 0, failed: 0 };
  for (const { state } of rows.values()) counts[state] += 1;
  return counts;
}
