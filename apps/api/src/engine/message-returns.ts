import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Database } from '../database/database';
import { JobsRepository } from '../jobs/jobs.repository';
import type { HeldMessage } from '../queue/message-loop';
import { Queue } from '../queue/queue';
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
    private readonly jobs: JobsRepository,
    private readonly slices: SlicesRepository,
    private readonly wakeUps: RunWakeUps,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  giveBack(message: HeldMessage<'workload-runs'>): Promise<void> {
    return this.commits.add(message);
  }

  private async commit(group: readonly HeldMessage<'workload-runs'>[]): Promise<void> {
    await this.database.transaction(async (tx) => {
      const runIds = group.map(({ data }) => data.runId);
      // Jobs and runs first: whoever holds one sends such messages afterwards, and would wait for the end of these.
      await this.jobs.lockAll(tx, await this.slices.jobsOf(tx, runIds));
      const moving = await this.slices.lockMoving(tx, runIds, this.clock.now());
      await this.queue.completeAll(tx, 'workload-runs', group);
      await this.wakeUps.sendAll(tx, moving);
    });
  }
}
