import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { Queue } from '../queue/queue';
import { endpointOf } from './endpoint';

/** That a run is to be woken, now or at a time. */
export interface RunWakeUp {
  readonly job: Pick<JobRecord, 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;
  readonly runId: number;
  readonly at: Date | null;
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
    await this.sendAll(
      tx,
      runIds.map((runId) => ({ job, runId, at: at ?? null })),
    );
  }

  /** The same for runs of several jobs at once. */
  async sendAll(tx: Orm, wakeUps: readonly RunWakeUp[]): Promise<void> {
    await this.queue.send(
      tx,
      'workload-runs',
      wakeUps.map(({ job, runId, at }) => {
        const { tenantId, endpoint } = endpointOf(job);
        return { key: String(runId), data: { runId }, group: `${tenantId}/${endpoint}`, ...(at ? { at } : {}) };
      }),
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
