import { ServiceStatus } from '@ferry/contracts';
import { type ArrivalLedger, followDepartures, OwnershipLostError } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { Log } from '../logging/log';
import { ArrivalsRepository } from './arrivals.repository';
import { LedgerRepository } from './ledger.repository';
import type { ClaimedRun } from './slices.repository';
import type { StorePair } from './stores';

/** Items per page when the source is listed. */
const PAGE = 500;

/** Follows what has left its place at the source since it was copied: items that were moved, and deletions where asked. */
@Injectable()
export class Departures {
  constructor(
    private readonly arrivals: ArrivalsRepository,
    private readonly ledger: LedgerRepository,
    private readonly log: Log,
  ) {}

  /** Brings the target of a claimed run, whose last pass is through, to what the source says now. */
  async follow(claimed: ClaimedRun, pair: StorePair, signal: AbortSignal): Promise<void> {
    const { run } = claimed;
    // While the first pass goes on, everything has just been listed.
    if (run.status === ServiceStatus.Syncing) return;
    const ledger: ArrivalLedger = {
      containers: () => this.arrivals.containers(run.id),
      written: (container) => this.arrivals.written(run.id, container),
      sinceFirstPass: () => this.arrivals.sinceFirstPass(run),
      removed: async (keys) => {
        if (!(await this.ledger.markRemoved(claimed, keys))) throw new OwnershipLostError();
      },
    };
    const { source, target, followsDeletions } = pair;
    const { moved, deleted } = await followDepartures({
      ...{ source, target, ledger, followsDeletions },
      ...{ pageSize: PAGE, signal },
    });
    if (moved + deleted > 0) this.log.info('departures followed', { jobId: run.jobId, runId: run.id, moved, deleted });
  }
}
