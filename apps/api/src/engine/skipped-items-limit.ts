import { needsDecision } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import type { JobRecord, RunRecord } from '../jobs/job.record';

/** Knows how many items a workload may skip before somebody has to accept it. */
@Injectable()
export class SkippedItemsLimit {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** What a job allows: its own number, or that of the setting. */
  of({ skippedItemsAllowed }: Pick<JobRecord, 'skippedItemsAllowed'>): number {
    return skippedItemsAllowed ?? this.config.skippedItemsAllowed;
  }

  /** Whether somebody has to decide about so many skipped items of a run. */
  isExceeded(job: Pick<JobRecord, 'skippedItemsAllowed'>, run: Pick<RunRecord, 'acceptedSkipped'>, skipped: number) {
    return needsDecision({ skipped, accepted: run.acceptedSkipped, allowed: this.of(job) });
  }
}
