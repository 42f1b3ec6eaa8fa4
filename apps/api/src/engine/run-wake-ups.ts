import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { type NewMessage, Queue } from '../queue/queue';
import { TurnsRepository } from '../queue/turns.repository';
import { endpointOf } from './endpoint';
import { SlicesRepository } from './slices.repository';

/** That a run is to be woken, now or at a time. */
export interface RunWakeUp {
  readonly job: Pick<JobRecord, 'id' | 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;
  readonly runId: number;
  readonly at: Date | null;
}

/**
 * Wakes workload runs, so that jobs take turns (ADR 0028). The first wake-up of a job gets the turn after the current one of
 * its endpoint, and each further one the turn after that, however many runs the job has.
 */
@Injectable()
export class RunWakeUps {
  constructor(
    private readonly queue: Queue,
    private readonly turns: TurnsRepository,
    private readonly slices: SlicesRepository,
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
    const now = this.clock.now();
    const later = wakeUps.flatMap(({ runId, at }) => (at && at > now ? [{ ...messageTo(runId), at }] : []));
    const due = wakeUps.filter(({ at }) => !at || at <= now);
    await this.queue.send(tx, 'workload-runs', [...later, ...(await this.inTurn(tx, due, now))]);
  }

  /** Brings wake-ups forward that wait for a time which has come by now: the clock was moved, or a slice was handed back. */
  async hurry(tx: Orm, runIds: readonly number[]): Promise<void> {
    for (const runId of runIds) {
      await this.queue.reschedule(tx, 'workload-runs', messageTo(runId));
    }
  }

  /** A wake-up for later has no turn yet, or it would be before everybody when its time comes. */
  private async inTurn(tx: Orm, wakeUps: readonly RunWakeUp[], now: Date): Promise<NewMessage<'workload-runs'>[]> {
    if (wakeUps.length === 0) return [];
    const groups = new Set(wakeUps.map(({ job }) => groupOf(job)));
    const current = await this.turns.current(tx, 'workload-runs', [...groups]);
    const ofJob = Map.groupBy(wakeUps, ({ job }) => job.id);
    const moving = await this.slices.countMoving(tx, [...ofJob.keys()], now);
    return [...ofJob].flatMap(([jobId, woken]) => {
      const inLine = Math.max((moving.get(jobId) ?? 0) - woken.length, 0);
      return woken.map(({ job, runId }, index) => {
        const group = groupOf(job);
        return { ...messageTo(runId), group, turn: (current.get(group) ?? 0) + inLine + index + 1 };
      });
    });
  }
}

function messageTo(runId: number): { readonly key: string; readonly data: { readonly runId: number } } {
  return { key: String(runId), data: { runId } };
}

/** What the limit on connections counts against. */
function groupOf(job: RunWakeUp['job']): string {
  const { tenantId, endpoint } = endpointOf(job);
  return `${tenantId}/${endpoint}`;
}
