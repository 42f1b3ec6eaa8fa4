import { Injectable } from '@nestjs/common';
import { reasonOf } from '../database/database-trouble';
import { Log } from '../logging/log';
import type { HeldMessage } from '../queue/message-loop';
import { KeptStores } from './kept-stores';
import { MessageReturns } from './message-returns';
import { RunClaims } from './run-claims';
import { type MessageEnd, Settlement } from './settlement';
import { SliceWork } from './slice-work';
import type { ClaimedRun } from './slices.repository';

/** Load, call, save: claims the next slice of a run, does it without any transaction open, and saves how it ended. */
@Injectable()
export class WorkloadSlices {
  private readonly inHand = new Set<ClaimedRun>();
  private stopping = false;

  constructor(
    private readonly claims: RunClaims,
    private readonly kept: KeptStores,
    private readonly returns: MessageReturns,
    private readonly work: SliceWork,
    private readonly settlement: Settlement,
    private readonly log: Log,
  ) {}

  async handle(message: HeldMessage<'workload-runs'>): Promise<void> {
    // It was sent for a time that has come: now it lines up with the others.
    if (message.turn === null) return this.returns.giveBack(message);
    let next: MessageEnd = 'sameMessage';
    while (next === 'sameMessage') {
      await message.place.take();
      if (message.signal.aborted) return;
      next = await this.slice(message);
    }
  }

  /** One slice; answers whether the run has another one before its message ends. */
  private async slice(message: HeldMessage<'workload-runs'>): Promise<MessageEnd> {
    const claimed = await this.claims.take(message);
    if (claimed === 'putOff') {
      await this.kept.drop(message.data.runId);
      return 'ended';
    }
    if (!claimed) {
      await this.kept.drop(message.data.runId);
      await this.returns.giveBack(message);
      return 'ended';
    }
    this.inHand.add(claimed);
    try {
      const outcome = await this.work.do(claimed, message.signal, () => this.stopping);
      // Others may begin while this one is saved, and what they come to is saved together.
      message.place.leave();
      return await this.settlement.save(message, claimed, outcome);
    } finally {
      // A slice that was cut short by the stop is still to be handed back.
      if (!this.stopping || !message.signal.aborted) this.inHand.delete(claimed);
    }
  }

  /** Lets every slice end after the batch it is at. */
  stop(): void {
    this.stopping = true;
  }

  /** Gives back what has not ended, so that another process goes on at once; nothing that comes of it is saved any more. */
  async handBack(): Promise<void> {
    for (const claimed of this.inHand) {
      try {
        await this.settlement.handBack(claimed);
      } catch (error) {
        // The message comes back all the same once its heartbeat has stopped.
        this.log.warn('slice not handed back', { runId: claimed.run.id, slice: claimed.owner, error: reasonOf(error) });
      }
    }
  }
}
