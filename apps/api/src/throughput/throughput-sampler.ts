import { Injectable } from '@nestjs/common';
import type { Subscription } from 'rxjs';
import { Changes } from '../changes/changes';
import { reasonOf } from '../database/database-trouble';
import { JobsRepository } from '../jobs/jobs.repository';
import { Log } from '../logging/log';
import { ThroughputRepository } from './throughput.repository';

/** Jobs of which samples are taken in one statement: it holds their locks only as long as a slice does. */
const TOGETHER = 50;

/**
 * Takes samples of what jobs have moved. It remembers which of them have changed since its last look, and forgets that with
 * the process: the first look, and one after a gap, is at every job that somebody has to move on.
 */
@Injectable()
export class ThroughputSampler {
  private readonly changed = new Set<string>();
  private mayHaveMissed = true;
  private listening: Subscription | null = null;

  constructor(
    private readonly changes: Changes,
    private readonly jobs: JobsRepository,
    private readonly throughput: ThroughputRepository,
    private readonly log: Log,
  ) {}

  /** Looks at whatever has changed since the last time. What could not be looked at is looked at next time. */
  async look(): Promise<void> {
    // Only who looks listens: in a process that serves requests alone nobody would take jobs from the list.
    this.listening ??= this.changes.signals.subscribe((signal) => {
      if (signal === 'gap') this.mayHaveMissed = true;
      else this.changed.add(signal.jobId);
    });
    try {
      await this.lookAtChanged();
    } catch (error) {
      this.mayHaveMissed = true;
      this.log.warn('throughput', { error: reasonOf(error) });
    }
  }

  private async lookAtChanged(): Promise<void> {
    if (this.mayHaveMissed) {
      this.mayHaveMissed = false;
      for (const { id } of await this.jobs.unsettled()) this.changed.add(id);
    }
    const jobIds = [...this.changed].sort();
    for (let from = 0; from < jobIds.length; from += TOGETHER) {
      const portion = jobIds.slice(from, from + TOGETHER);
      // Before the samples, so that what changes while they are taken is not forgotten.
      for (const jobId of portion) this.changed.delete(jobId);
      await this.throughput.take(portion);
    }
  }
}
