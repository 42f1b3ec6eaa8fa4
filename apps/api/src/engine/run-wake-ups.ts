import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { Queue } from '../queue/queue';

/** What the limit on connections counts against: the endpoint of the job, or the source tenant where there is none. */
export function endpointGroup(job: Pick<JobRecord, 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>): string {
  return `${job.tenantId}/${job.sourceEndpoint ?? job.sourceTenantId}`;
}

/** Workers are told of a message that is due when its transaction began, and find any other at their next look. */
const SURELY_PAST_MS = 60_000;

/** Wakes workload runs. */
@Injectable()
export class RunWakeUps {
  constructor(
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** Sends one wake-up for each run, now or at a time; a run that has one already gets no second. */
  async send(tx: Orm, job: JobRecord, runIds: readonly number[], at?: Date): Promise<void> {
    const group = endpointGroup(job);
    await this.queue.send(
      tx,
      'workload-runs',
      runIds.map((runId) => ({ key: String(runId), data: { runId }, group, ...(at ? { at } : {}) })),
    );
  }

  /** Brings wake-ups forward that wait for a time which has come by now, because the clock was moved. */
  async hurry(tx: Orm, runIds: readonly number[]): Promise<void> {
    const at = new Date(this.clock.now().getTime() - SURELY_PAST_MS);
    for (const runId of runIds) {
      await this.queue.reschedule(tx, 'workload-runs', { key: String(runId), data: { runId }, at });
    }
  }
}
