import type { Checkpoint, ItemState, Ledger, LedgerEntry } from '../ledger';

/** A ledger in memory; `intercept` may throw before a call does anything and before it answers. */
export class InMemoryLedger implements Ledger {
  readonly rows = new Map<string, LedgerEntry>();
  checkpoint: Checkpoint | null = null;
  /** How many transactions were made. */
  records = 0;
  intercept: (call: { method: 'settled' | 'record'; moment: 'before' | 'after' }) => void = () => undefined;

  async settled(keys: readonly string[]): Promise<ReadonlySet<string>> {
    this.intercept({ method: 'settled', moment: 'before' });
    return new Set(keys.filter((key) => this.rows.has(key)));
  }

  async record(entries: readonly LedgerEntry[], checkpoint: Checkpoint): Promise<void> {
    this.intercept({ method: 'record', moment: 'before' });
    this.records += 1;
    for (const entry of entries) if (!this.rows.has(entry.key)) this.rows.set(entry.key, entry);
    this.checkpoint = structuredClone(checkpoint);
    this.intercept({ method: 'record', moment: 'after' });
  }

  /** How many rows there are of each state. */
  counts(): Record<ItemState, number> {
    const counts = { copied: 0, alreadyThere: 0, skipped: 0, failed: 0 };
    for (const { state } of this.rows.values()) counts[state] += 1;
    return counts;
  }
}
