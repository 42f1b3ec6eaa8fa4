import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ServiceClock } from '../clock/service-clock';
import { reasonOf } from '../database/database-trouble';
import { Log } from '../logging/log';
import type { HeldMessage } from '../queue/queue';
import { Settlement } from './settlement';
import { SliceWork } from './slice-work';
import { type ClaimedRun, SlicesRepository } from './slices.repository';

/** Load, call, save: claims the next slice of a run, does it without any transaction open, and saves how it ended. */
@Injectable()
export class WorkloadSlices {
  private readonly inHand = new Set<ClaimedRun>();
  private stopping = false;

  constructor(
    private readonly slices: SlicesRepository,
    private readonly work: SliceWork,
    private readonly settlement: Settlement,
    private readonly clock: ServiceClock,
    private readonly log: Log,
  ) {}

  async handle(message: HeldMessage<'workload-runs'>): Promise<void> {
    const claimed = await this.slices.claim(message.data.runId, randomUUID(), this.clock.now());
    if (!claimed) return;
    this.inHand.add(claimed);
    try {
      const outcome = await this.work.do(claimed, message.signal, () => this.stopping);
      const saved = await this.settlement.save(message, claimed, outcome);
      this.tell(claimed, saved ? outcome.kind : 'lost');
    } finally {
      this.inHand.delete(claimed);
    }
  }

  /** Gives back what has not ended, so that another process goes on at once; nothing that comes of it is saved any more. */
  async handBack(): Promise<void> {
    for (const claimed of this.inHand) {
      try {
        if (await this.settlement.handBack(claimed)) this.tell(claimed, 'handed back');
      } catch (error) {
        // The message comes back all the same once its heartbeat has stopped.
        this.log.warn('slice not handed back', { runId: claimed.run.id, slice: claimed.owner, error: reasonOf(error) });
      }
    }
  }

  /** Lets every slice end after the batch it is at. */
  stop(): void {
    this.stopping = true;
  }

  private tell({ run, owner }: ClaimedRun, outcome: string): void {
    const { id: runId, jobId, service } = run;
    const level = outcome === 'lost' || outcome === 'handed back' ? 'warn' : 'debug';
    this.log[level]('slice ended', { runId, jobId, service, slice: owner, outcome });
  }
}
