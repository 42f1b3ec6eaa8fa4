import { ServiceStatus } from '@ferry/contracts';
import { DomainError, isSettled, nextServiceStatus, type ServiceTrigger } from '@ferry/domain';
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
import type { SliceOutcome } from './slice-outcome';
import { type ClaimedRun, type SliceEnd, SlicesRepository } from './slices.repository';

/** What an outcome writes into the run, by which trigger, and why. */
interface Ending {
  readonly end: SliceEnd;
  readonly cause: string;
}

/**
 * Saves the outcome of a slice: the run, its event, the next wake-up, what follows for the person and the job, and the
 * end of the message, in one short transaction. An outcome of somebody who lost the run saves nothing.
 */
@Injectable()
export class Settlement {
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

  /** Saves an outcome. Answers whether it was saved: not if the run belongs to somebody else by now. */
  async save(message: HeldMessage<'workload-runs'>, claimed: ClaimedRun, outcome: SliceOutcome): Promise<boolean> {
    if (outcome.kind === 'lost') return false;
    return this.database.transaction(async (tx) => {
      const { job, run } = claimed;
      const ending = endingOf(claimed, outcome, this.clock.now());
      const moved = ending.end.status !== run.status;
      // The job is always locked before its runs, so that a cancellation and a slice never wait for each other.
      const locked = moved ? await this.jobs.lock(tx, job.id) : job;
      if (!locked) return false;
      const now = this.clock.now();
      if (!(await this.slices.end(tx, claimed, ending.end, now))) return false;
      await this.queue.complete(tx, 'workload-runs', message);
      if (moved) await this.log(tx, claimed, ending, now);
      if (ending.end.phase) await this.wakeUps.send(tx, job, [run.id], ending.end.waitsUntil ?? undefined);
      if (moved) {
        await this.cutover.begin(tx, locked, [run.personId]);
        await this.rollUp.apply(tx, locked);
      }
      await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [run.personId] });
      return true;
    });
  }

  /** Gives a run up in the middle of its slice and wakes it at once. Answers whether it still belonged to the slice. */
  async handBack(claimed: ClaimedRun): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      if (!(await this.slices.release(tx, claimed))) return false;
      await this.wakeUps.hurry(tx, [claimed.run.id]);
      return true;
    });
  }

  private async log(tx: Orm, { run }: ClaimedRun, { end, cause }: Ending, at: Date): Promise<void> {
    await this.events.append(tx, [
      {
        jobId: run.jobId,
        personId: run.personId,
        service: run.service,
        fromStatus: run.status,
        toStatus: end.status,
        cause,
        actor: ENGINE,
        at,
      },
    ]);
  }
}

function endingOf({ run }: ClaimedRun, outcome: Exclude<SliceOutcome, { kind: 'lost' }>, now: Date): Ending {
  const stays = { status: run.status, failures: 0, waitsUntil: null, finishedAt: null };
  switch (outcome.kind) {
    case 'goesOn': {
      const { phase, checkpoint, failures } = outcome;
      return { end: { ...stays, phase, checkpoint, failures, message: '' }, cause: '' };
    }
    case 'waits': {
      const { until, reason, failures } = outcome;
      return { end: { ...stays, phase: run.phase, message: reason, failures, waitsUntil: until }, cause: '' };
    }
    case 'synced':
      return moving(run.status, 'synced', { ...stays, message: '' }, 'the mailbox is in sync', now);
    case 'completed': {
      const { message, errors } = outcome;
      return moving(run.status, 'complete', { ...stays, message, errors: [...errors] }, 'verified', now);
    }
    case 'failed': {
      const { message, errors } = outcome;
      const cause = errors[0]?.code ?? 'failed';
      return moving(run.status, 'fail', { ...stays, message, errors: [...errors] }, cause, now);
    }
  }
}

function moving(
  from: ServiceStatus,
  trigger: ServiceTrigger,
  end: Omit<SliceEnd, 'phase'>,
  cause: string,
  now: Date,
): Ending {
  const status = nextServiceStatus(from, trigger);
  if (!status) throw new DomainError('illegalTransition', `A workload cannot ${trigger} from ${from}.`);
  const finishedAt = isSettled(status) ? now : null;
  return { end: { ...end, status, phase: null, checkpoint: null, finishedAt }, cause };
}
