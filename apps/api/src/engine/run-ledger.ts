import { type Checkpoint, type Ledger, type LedgerEntry, OwnershipLostError } from '@ferry/mover';
import type { ServiceClock } from '../clock/service-clock';
import { notificationOf } from '../changes/changes';
import type { ClaimedRun, SlicesRepository } from './slices.repository';
import { inCatalogueWords } from './store-words';

/** The mover's ledger of one claimed run, kept in the database. */
export class RunLedger implements Ledger {
  constructor(
    private readonly slices: SlicesRepository,
    private readonly claimed: ClaimedRun,
    private readonly clock: ServiceClock,
  ) {}

  settled(keys: readonly string[]): Promise<ReadonlySet<string>> {
    return this.slices.settled(this.claimed.run.id, keys);
  }

  async record(entries: readonly LedgerEntry[], checkpoint: Checkpoint): Promise<void> {
    const { job, run } = this.claimed;
    const change = { jobId: job.id, tenantId: job.tenantId, personIds: [run.personId] };
    const recorded = await this.slices.record(
      this.claimed,
      entries.map(inCatalogueWords),
      checkpoint,
      this.clock.now(),
      notificationOf(change),
    );
    if (!recorded) throw new OwnershipLostError();
  }
}
