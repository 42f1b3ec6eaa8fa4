import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { JobEventsRepository } from '../events/job-events.repository';
import { JobsRepository } from '../jobs/jobs.repository';
import { type HeldMessage, Queue } from '../queue/queue';
import { ENGINE } from './actor';
import { Cutover } from './cutover';
import { RollUp } from './roll-up';
import { RunWakeUps } from './run-wake-ups';
import { endingOf, type SliceEnding } from './slice-ending';
import type { SliceOutcome } from './slice-outcome';
import { type ClaimedRun, SlicesRepository } from './slices.repository';
import { Turns } from './turns';

/** A slice that has ended and whose outcome is to be saved. */
interface EndedSlice {
  readonly message: HeldMessage<'workload-runs'>;
  readonly claimed: ClaimedRun;
  readonly ending: SliceEnding;
}

/**
 * Saves the outcomes of slices: the runs, their events, the next wake-ups, what follows for the people and the job, and
 * the ends of the messages, in one short transaction. Slices of one job that end while another transaction of the job is
 * under way are saved together in the next one, because each of them needs the lock of the job. An outcome of somebody
 * who lost the run saves nothing.
 */
@Injectable()
export class Settlement {
  private readonly turns = new Turns<EndedSlice>((slices) => this.saveAll(slices));

  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly slices: SlicesRepository,
    private readonly events: JobEventsRepository,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  async save(message: HeldMessage<'workload-runs'>, claimed: ClaimedRun, outcome: SliceOutcome): Promise<void> {
    if (outcome.kind === 'lost') return;
    const ending = endingOf(claimed, outcome, this.clock.now());
    await this.turns.take(claimed.job.id, { message, claimed, ending });
  }

  /** Saves slices of one job. */
  private async saveAll(ended: readonly EndedSlice[]): Promise<void> {
    const [first] = ended;
    if (!first) return;
    await this.database.transaction(async (tx) => {
      const { job } = first.claimed;
      // The job is always locked before its runs, so that a cancellation and a slice never wait for each other.
      const locked = ended.some(hasMoved) ? await this.jobs.lock(tx, job.id) : job;
      if (!locked) return;
      const now = this.clock.now();
      const saved: EndedSlice[] = [];
      for (const slice of ended) {
        if (await this.slices.end(tx, slice.claimed, slice.ending.end, now)) saved.push(slice);
      }
      if (saved.length === 0) return;
      await this.queue.complete(
        tx,
        'workload-runs',
        saved.map((slice) => slice.message),
      );
      const moved = saved.filter(hasMoved);
      await this.log(tx, moved, now);
      await this.wake(tx, saved);
      const personIds = [...new Set(saved.map((slice) => slice.claimed.run.personId))];
      if (moved.length > 0) {
        await this.cutover.begin(tx, locked, personIds);
        await this.rollUp.apply(tx, locked);
      }
      await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
    });
  }

  private async log(tx: Orm, moved: readonly EndedSlice[], at: Date): Promise<void> {
    await this.events.append(
      tx,
      moved.map(({ claimed: { run }, ending: { end, cause } }) => ({
        jobId: run.jobId,
        personId: run.personId,
        service: run.service,
        fromStatus: run.status,
        toStatus: end.status,
        cause,
        actor: ENGINE,
        at,
      })),
    );
  }

  private async wake(tx: Orm, saved: readonly EndedSlice[]): Promise<void> {
    const goOn = saved.filter(({ ending }) => ending.end.phase !== null);
    const atOnce = goOn.filter(({ ending }) => ending.end.waitsUntil === null);
    const [first] = atOnce;
    if (first) {
      await this.wakeUps.send(
        tx,
        first.claimed.job,
        atOnce.map(({ claimed }) => claimed.run.id),
      );
    }
    for (const { claimed, ending } of goOn) {
      const { waitsUntil } = ending.end;
      if (waitsUntil) await this.wakeUps.send(tx, claimed.job, [claimed.run.id], waitsUntil);
    }
  }
}

function hasMoved({ claimed, ending }: EndedSlice): boolean {
  return ending.end.status !== claimed.run.status;
}
