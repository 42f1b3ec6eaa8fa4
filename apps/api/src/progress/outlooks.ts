import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { JobRecord } from '../jobs/job.record';
import { JobOutlook } from './job-outlook';
import { PaceRepository } from './pace.repository';

/** A job in which more runs move than this is not compared anew for each message of each follower. */
const MANY = 500;
/** For so long what was seen of such a job is good enough, in milliseconds. */
const GOOD_FOR_MS = 2_000;

/** Looks at what is stuck and how long it may take; often asked, so large jobs are remembered for a moment. */
@Injectable()
export class Outlooks {
  private readonly kept = new Map<string, { readonly outlook: JobOutlook; readonly until: number }>();

  constructor(
    private readonly pace: PaceRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** The outlook of a job, now or a moment ago. */
  async of(job: Pick<JobRecord, 'id' | 'tenantId'>): Promise<JobOutlook> {
    for (const [id, { until }] of this.kept) if (until <= performance.now()) this.kept.delete(id);
    const known = this.kept.get(job.id);
    if (known) return known.outlook;
    const moving = await this.pace.moving(job.id, this.clock.now());
    const seen = moving.length === 0 ? [] : await this.pace.seen(job.tenantId);
    const outlook = new JobOutlook(moving, seen);
    if (moving.length > MANY) this.kept.set(job.id, { outlook, until: performance.now() + GOOD_FOR_MS });
    return outlook;
  }
}
