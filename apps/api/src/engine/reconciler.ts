import { JobStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Database } from '../database/database';
import { JobsRepository } from '../jobs/jobs.repository';
import { Queue } from '../queue/queue';
import { SlicesRepository } from './slices.repository';

const WAITS_FOR_ITS_DATE: ReadonlySet<JobStatus> = new Set([JobStatus.InProgress, JobStatus.AdminActionRequired]);

/**
 * Sends the wake-ups that are missing, whatever became of them: every job that somebody has to move on gets a step, and
 * the step finds out what there is to do. What waits already is not sent twice.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly slices: SlicesRepository,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** One round over all unsettled jobs. */
  async reconcile(): Promise<void> {
    const jobs = [...(await this.jobs.unsettled()), ...(await this.slices.jobsComparing())];
    // In one order for all processes: two that send the same wake-ups in different orders wait for each other.
    const unsettled = [...new Map(jobs.map((job) => [job.id, job])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    if (unsettled.length === 0) return;
    const now = this.clock.now();
    await this.database.transaction((tx) => this.queue.forgetFuture(tx));
    await this.database.transaction(async (tx) => {
      await this.queue.send(
        tx,
        'job-steps',
        unsettled.map((job) => ({ key: job.id, data: { jobId: job.id } })),
      );
      await this.queue.send(
        tx,
        'job-cutovers',
        unsettled
          .filter((job) => WAITS_FOR_ITS_DATE.has(job.status) && job.completeAfter > now)
          .map((job) => ({ key: job.id, data: { jobId: job.id }, at: job.completeAfter })),
      );
    });
  }
}
