import { Injectable } from '@nestjs/common';
import type { HeldMessage } from '../queue/queue';
import { Settlement } from './settlement';
import { SliceWork } from './slice-work';
import { SliceClaims } from './slice-claims';

/** Load, call, save: claims the next slice of a run, does it without any transaction open, and saves how it ended. */
@Injectable()
export class WorkloadSlices {
  private stopping = false;

  constructor(
    private readonly claims: SliceClaims,
    private readonly work: SliceWork,
    private readonly settlement: Settlement,
  ) {}

  async handle(message: HeldMessage<'workload-runs'>): Promise<void> {
    const claimed = await this.claims.take(message.data.runId);
    if (!claimed) return this.settlement.giveBack(message);
    const outcome = await this.work.do(claimed, message.signal, () => this.stopping);
    await this.settlement.save(message, claimed, outcome);
  }

  /** Lets every slice end after the batch it is at. */
  stop(): void {
    this.stopping = true;
  }
}
