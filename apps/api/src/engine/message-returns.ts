import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { type HeldMessage, Queue } from '../queue/queue';
import { GroupCommit } from './group-commit';
import { RunWakeUps } from './run-wake-ups';
import { SlicesRepository } from './slices.repository';

const MOST_TOGETHER = 100;

/**
 * Ends messages that led to no slice, several in one transaction. A wake-up that somebody sent in the meantime was dropped
 * because of such a message, so its run is looked at once more, behind whoever is changing it, and woken if it moves.
 */
@Injectable()
export class MessageReturns {
  private readonly commits = new GroupCommit<HeldMessage<'workload-runs'>>(
    (group) => this.commit(group),
    MOST_TOGETHER,
  );

  constructor(
    private readonly database: Database,
    private readonly slices: SlicesRepository,
    private readonly wakeUps: RunWakeUps,
    private readonly queue: Queue,
  ) {}

  giveBack(message: HeldMessage<'workload-runs'>): Promise<void> {
    return this.commits.add(message);
  }

  private async commit(group: readonly HeldMessage<'workload-runs'>[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      // Runs first: whoever changes one sends its wake-up afterwards, and would wait for this message.
      const moving = await this.slices.lockMoving(
        tx,
        group.map(({ data }) => data.runId),
      );
      await this.queue.completeAll(tx, 'workload-runs', group);
      await this.wakeUps.sendAll(tx, moving);
    });
  }
}
