import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { ServiceClock } from '../clock/service-clock';
import type { HeldMessage } from '../queue/queue';
import { Settlement } from './settlement';
import { SliceWork } from './slice-work';
import { SlicesRepository } from './slices.repository';

/** Load, call, save: claims the next slice of a run, does it without any transaction open, and saves how it ended. */
@Injectable()
export class WorkloadSlices {
  private stopping = false;

  constructor(
    private readonly slices: SlicesRepository,
    private readonly work: SliceWork,
    private readonly settlement: Settlement,
    private readonly clock: ServiceClock,
  ) {}

  async handle(message: HeldMessage<'workload-runs'>): Promise<void> {
    const claimed = await this.slices.claim(message.data.runId, randomUUID(), this.clock.now());
    if (!claimed) return;
    const outcome = await this.work.do(claimed, message.signal, () => this.stopping);
    await this.settlement.save(message, claimed, outcome);
  }

  /** Lets every slice end after the batch it is at. */
  stop(): void {
    this.stopping = true;
  }
}
