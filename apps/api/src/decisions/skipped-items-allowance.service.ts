import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ServiceClock } from '../clock/service-clock';
import { CALLER_CAUSES } from '../events/caller-causes';
import { JobEventsRepository } from '../events/job-events.repository';
import type { EntityKey } from '../graph/entity-key';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { HoldReleases } from './hold-releases';
import { HoldsRepository } from './holds.repository';

/** How many items a workload of a job may skip without anybody being asked (ADR 0027). */
@Injectable()
export class SkippedItemsAllowanceService {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly holds: HoldsRepository,
    private readonly events: JobEventsRepository,
    private readonly releases: HoldReleases,
    private readonly clock: ServiceClock,
  ) {}

  /** Sets it; whatever was held and has skipped no more than that goes on. */
  async set(caller: Caller, key: EntityKey, allowed: number): Promise<JobRecord> {
    return this.releases.decide(caller, key, async (tx, job) => {
      const at = this.clock.now();
      const cause = { cause: `${CALLER_CAUSES.skippedItemsAllowed} up to ${allowed}`, actor: caller.actor, at };
      await this.jobs.setSkippedItemsAllowed(tx, job.id, allowed, at);
      const { status } = job;
      const about = { jobId: job.id, personId: null, service: null, fromStatus: status, toStatus: status };
      await this.events.append(tx, [{ ...about, ...cause }]);
      return this.holds.release(tx, { jobId: job.id, skippedAtMost: allowed }, cause);
    });
  }
}
