import { Injectable } from '@nestjs/common';
import type { HeldMessage } from '../queue/queue';
import { MessageReturns } from './message-returns';
import { RunClaims } from './run-claims';
import { Settlement } from './settlement';
import { SliceWork } from './slice-work';

/** Load, call, save: claims the next slice of a run, does it without any transaction open, and saves how it ended. */
@Injectable()
export class WorkloadSlices {
  private stopping = false;

  constructor(
    private readonly claims: RunClaims,
    private readonly returns: MessageReturns,
    private readonly work: SliceWork,
    private readonly settlement: Settlement,
  ) {}

  async handle(message: HeldMessage<'workload-runs'>): Promise<void> {
    // It was sent for a time that has come: now it lines up with the others.
    if (message.turn === null) return this.returns.giveBack(message);
    const claimed = await this.claims.take(message);
    if (claimed === 'putOff') return;
    if (!claimed) return this.returns.giveBack(message);
    const outcome = await this.work.do(claimed, message.signal, () => this.stopping);
    await this.settlement.save(message, claimed, outcome);
  }

  /** Lets every slice end after the batch it is at. */
  stop(): void {
    this.stopping = true;
  }
}
