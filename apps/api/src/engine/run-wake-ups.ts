import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { type NewMessage, Queue } from '../queue/queue';
import { TurnsRepository } from '../queue/turns.repository';
import { endpointOf, groupOf } from './endpoint';
import { EndpointsRepository } from './endpoints.repository';

/** That a run is to be woken, now or at a time. */
export interface RunWakeUp {
  readonly job: Pick<JobRecord, 'id' | 'tenantId' | 'sourceTenantId' | 'sourceEndpoint'>;
  readonly runId: number;
  readonly at: Date | null;
}

/**
 * Wakes workload runs, so that jobs take turns (ADR 0028): however many runs a job has, the wake-ups of all jobs are handled
 * one after the other.
 */
@Injectable()
export class RunWakeUps {
  constructor(
    private readonly queue: Queue,
    private readonly turns: TurnsRepository,
    private readonly endpoints: EndpointsRepository,
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
    await this.queue.send(tx, 'workload-runs', [...later, ...(await this.inTurn(tx, due))]);
  }

  /**
   * Sends the wake-up of a run that lost the only slot of its endpoint to others: it keeps its turn, or they would go before
   * it again.
   */
  async sendInTurn(tx: Orm, { job, runId, at }: RunWakeUp, turn: number): Promise<void> {
    const group = lineOf([{ job, runId, at }]);
    const tier = (await this.endpoints.tiers(tx, [endpointOf(job)])).get(group);
    const when = at === null ? {} : { at };
    const limit = tier === undefined ? {} : { tier };
    await this.queue.send(tx, 'workload-runs', [{ ...messageTo(runId), group, ...limit, turn, ...when }]);
  }

  /** Brings wake-ups forward that wait for a time which has come by now: the clock was moved, or a slice was handed back. */
  async hurry(tx: Orm, runIds: readonly number[]): Promise<void> {
    for (const runId of runIds) {
      await this.queue.reschedule(tx, 'workload-runs', messageTo(runId));
    }
  }

  /** A wake-up for later has no turn yet, or it would go before everybody when its time comes. */
  private async inTurn(tx: Orm, wakeUps: readonly RunWakeUp[]): Promise<NewMessage<'workload-runs'>[]> {
    if (wakeUps.length === 0) return [];
    const ofJob = [...Map.groupBy(wakeUps, ({ job }) => job.id)];
    const wanted = ofJob.map(([jobId, woken]) => ({ jobId, line: lineOf(woken), count: woken.length }));
    const first = await this.turns.take(tx, 'workload-runs', wanted);
    const tiers = await this.endpoints.tiers(
      tx,
      wakeUps.map(({ job }) => endpointOf(job)),
    );
    return ofJob.flatMap(([jobId, woken]) => {
      const group = lineOf(woken);
      const tier = tiers.get(group);
      return woken.map(({ runId }, index) => ({
        ...messageTo(runId),
        group,
        ...(tier === undefined ? {} : { tier }),
        turn: (first.get(jobId) ?? 1) + index,
      }));
    });
  }
}

function messageTo(runId: number): { readonly key: string; readonly data: { readonly runId: number } } {
  return { key: String(runId), data: { runId } };
}

/** What the limit on connections counts against, for the wake-ups of one job. */
function lineOf([first]: readonly RunWakeUp[]): string {
  return first ? groupOf(endpointOf(first.job)) : '';
}
