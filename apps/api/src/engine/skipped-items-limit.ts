import { needsDecision } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { type ClaimedRun, SlicesRepository } from './slices.repository';

/** Knows how many items a workload may skip before somebody has to accept it. */
@Injectable()
export class SkippedItemsLimit {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly slices: SlicesRepository,
  ) {}

  /** What a job allows: its own number, or that of the setting. */
  of({ skippedItemsAllowed }: Pick<JobRecord, 'skippedItemsAllowed'>): number {
    return skippedItemsAllowed ?? this.config.skippedItemsAllowed;
  }

  /** Whether somebody has to decide about so many skipped items of a run. */
  isExceeded(job: Pick<JobRecord, 'skippedItemsAllowed'>, run: Pick<RunRecord, 'acceptedSkipped'>, skipped: number) {
    return needsDecision({ skipped, accepted: run.acceptedSkipped, allowed: this.of(job) });
  }

  /** How many items a claimed run has skipped, if that is too many; null when it may go on. */
  async beyondLimit({ job, run }: ClaimedRun): Promise<number | null> {
    const skipped = await this.slices.skipped(run.id);
    return this.isExceeded(job, run, skipped) ? skipped : null;
  }
}
