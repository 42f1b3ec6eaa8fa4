import { ServiceStatus } from '@ferry/contracts';
import { catalogueError, DomainError, isSettled, nextServiceStatus, type ServiceTrigger } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { JobEventsRepository } from '../events/job-events.repository';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { type HeldMessage, Queue } from '../queue/queue';
import { ENGINE } from './actor';
import { Cutover } from './cutover';
import { EndpointTroubles } from './endpoint-troubles';
import { RollUp } from './roll-up';
import { RunWakeUps } from './run-wake-ups';
import { SkippedItemsLimit } from './skipped-items-limit';
import { isSuccess, type SliceOutcome, troubleOf } from './slice-outcome';
import { type ClaimedRun, type SliceEnd, SlicesRepository } from './slices.repository';

/** An outcome that is saved; whoever lost the run has nothing to save. */
export type SavedOutcome = Exclude<SliceOutcome, { kind: 'lost' }>;

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
    private readonly skippedItems: SkippedItemsLimit,
    private readonly endpoints: EndpointTroubles,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** False when the run was not the slice's any more. */
  async save(message: HeldMessage<'workload-runs'>, claimed: ClaimedRun, outcome: SavedOutcome): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const saved = await this.saveRun(tx, message, claimed, outcome);
      const trouble = troubleOf(outcome);
      if (trouble) await this.endpoints.note(tx, claimed.job, trouble);
      return saved;
    });
  }

  private async saveRun(
    tx: Orm,
    message: HeldMessage<'workload-runs'>,
    claimed: ClaimedRun,
    outcome: SavedOutcome,
  ): Promise<boolean> {
    const { job, run } = claimed;
    // A decision may move the job, whatever becomes of the run.
    const moves = outcome.kind === 'held' || endingOf(claimed, outcome, this.clock.now()).end.status !== run.status;
    // The job is always locked before its runs, so that a cancellation and a slice never wait for each other.
    const locked = moves ? await this.jobs.lock(tx, job.id) : job;
    if (!locked) return false;
    const now = this.clock.now();
    const ending =
      outcome.kind === 'held' ? this.heldOrNot(claimed, locked, outcome.skipped, now) : endingOf(claimed, outcome, now);
    if (!(await this.slices.end(tx, claimed, { end: ending.end, succeeded: isSuccess(outcome) }, now))) return false;
    await this.queue.complete(tx, 'workload-runs', message);
    if (ending.end.status !== run.status || ending.end.heldAt) await this.log(tx, claimed, ending, now);
    if (ending.end.phase) await this.wakeUps.send(tx, job, [run.id], ending.end.waitsUntil ?? undefined);
    if (moves) {
      await this.cutover.begin(tx, locked, [run.personId]);
      await this.rollUp.apply(tx, locked);
    }
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [run.personId] });
    return true;
  }

  /** The limit is asked of the locked job once more: it may have been raised while the slice ran. */
  private heldOrNot(claimed: ClaimedRun, locked: JobRecord, skipped: number, now: Date): Ending {
    const { run } = claimed;
    const isSync = run.status === ServiceStatus.Syncing;
    if (!this.skippedItems.isExceeded(locked, run, skipped)) {
      const goesOn = { kind: 'goesOn', phase: 'verify', checkpoint: null, failures: run.failures } as const;
      return endingOf(claimed, isSync ? { kind: 'synced' } : goesOn, now);
    }
    const error = catalogueError('SkippedItemsOverLimit', [String(skipped), String(this.skippedItems.of(locked))]);
    const end = {
      status: isSync ? ServiceStatus.Synced : run.status,
      phase: null,
      checkpoint: null,
      message: error.message,
      errors: [error],
      failures: 0,
      waitsUntil: null,
      waitReason: null,
      heldAt: now,
      finishedAt: null,
    };
    return { end, cause: error.code };
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

function endingOf({ run }: ClaimedRun, outcome: Exclude<SavedOutcome, { kind: 'held' }>, now: Date): Ending {
  const stays = { status: run.status, failures: 0, waitsUntil: null, waitReason: null, finishedAt: null };
  switch (outcome.kind) {
    case 'goesOn': {
      const { phase, checkpoint, failures } = outcome;
      return { end: { ...stays, phase, checkpoint, failures, message: '' }, cause: '' };
    }
    case 'waits': {
      const { until, waitReason, message, failures } = outcome;
      return { end: { ...stays, phase: run.phase, message, failures, waitsUntil: until, waitReason }, cause: '' };
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
