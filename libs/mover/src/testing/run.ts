import { InMemoryItemStore } from '@ferry/testing';
import { copySlice, type CopyInput, type CopyResult } from '../copy-slice';
import { InMemoryLedger } from './in-memory-ledger';

/** One run between two stores in memory. */
export class Run {
  readonly source = new InMemoryItemStore();
  readonly target = new InMemoryItemStore();
  ledger = new InMemoryLedger();

  /** Runs one slice from the checkpoint in the ledger on. */
  slice(overrides: Partial<CopyInput> = {}): Promise<CopyResult> {
    return copySlice({
      source: this.source,
      target: this.target,
      ledger: this.ledger,
      checkpoint: this.ledger.checkpoint,
      batchSize: 10,
      maxBatchBytes: 100_000,
      shouldPause: () => false,
      signal: new AbortController().signal,
      ...overrides,
    });
  }

  /** Runs slices until one finishes, and answers how many it took. */
  async toTheEnd(overrides: Partial<CopyInput> = {}): Promise<number> {
    for (let slices = 1; ; slices += 1) {
      if ((await this.slice(overrides)).kind === 'finished') return slices;
    }
  }

  keysAtSource(): string[] {
    return [...new Set(this.source.all().map(({ key }) => key))].sort();
  }

  keysAtTarget(): string[] {
    return this.target
      .all()
      .map(({ key }) => key)
      .sort();
  }
}
