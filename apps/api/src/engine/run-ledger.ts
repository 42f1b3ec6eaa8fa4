import { type Checkpoint, type ItemState, type Ledger, type LedgerEntry, OwnershipLostError } from '@ferry/mover';
import type { ServiceClock } from '../clock/service-clock';
import { notificationOf } from '../changes/changes';
import type { LedgerRepository } from './ledger.repository';
import type { ClaimedRun } from './slices.repository';
import { inCatalogueWords } from './store-words';

/** The mover's ledger of one claimed run, kept in the database. */
export class RunLedger implements Ledger {
  private since = performance.now();
  private expected: number | null = null;
  private readonly counts: Record<ItemState, number>;

  constructor(
    private readonly entries: LedgerRepository,
    private readonly claimed: ClaimedRun,
    private readonly clock: ServiceClock,
  ) {
    const { copied, alreadyThere, skipped, failed } = claimed.run;
    this.counts = { copied, alreadyThere, skipped, failed };
  }

  /** How many items the ledger has in some states: what it had when the run was claimed, and what this slice added. */
  count(...states: ItemState[]): number {
    return states.reduce((sum, state) => sum + this.counts[state], 0);
  }

  /** Whether nothing was ever recorded. */
  get isEmpty(): boolean {
    return this.count('copied', 'alreadyThere', 'skipped', 'failed') === 0;
  }

  /** Says how many items the source announces; it is saved with what is recorded next. */
  expect(items: number): void {
    this.expected = items;
  }

  async settled(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.entries.settled(this.claimed.run.id, keys);
  }

  async record(entries: readonly LedgerEntry[], checkpoint: Checkpoint): Promise<void> {
    const { job, run } = this.claimed;
    const change = { jobId: job.id, tenantId: job.tenantId, personIds: [run.personId] };
    const worked = performance.now() - this.since;
    this.since += worked;
    const settled = entries.map(inCatalogueWords);
    const batch = { entries: settled, checkpoint, expected: this.expected, workedMs: worked };
    const recorded = await this.entries.record(this.claimed, batch, this.clock.now(), notificationOf(change));
    if (!recorded) throw new OwnershipLostError();
    for (const { state } of entries) this.counts[state] += 1;
  }
}
