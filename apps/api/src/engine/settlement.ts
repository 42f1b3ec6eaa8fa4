import { followsExchange } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { Log } from '../logging/log';
import type { HeldMessage } from '../queue/message-loop';
import { Queue } from '../queue/queue';
import { Cutover } from './cutover';
import { EndpointTroubles } from './endpoint-troubles';
import { EndpointsRepository } from './endpoints.repository';
import { GroupCommit } from './group-commit';
import { KeptStores } from './kept-stores';
import { MessageReturns } from './message-returns';
import { RollUp } from './roll-up';
import { type RunWakeUp, RunWakeUps } from './run-wake-ups';
import { SkippedItemsLimit } from './skipped-items-limit';
import { allowedEnding, endingOf, heldEnding, type SliceEnding } from './slice-ending';
import { goesOnSoon, isSuccess, type SliceOutcome, troubleOf } from './slice-outcome';
import { type ClaimedRun, SlicesRepository } from './slices.repository';

/** What becomes of the message of a slice: it ends, or the run has its next slice in the same turn. */
export type MessageEnd = 'ended' | 'sameMessage';

/** A slice that has ended and is to be saved. */
interface Settled {
  readonly message: HeldMessage<'workload-runs'>;
  readonly claimed: ClaimedRun;
  readonly outcome: Exclude<SliceOutcome, { kind: 'lost' }>;
  /** Written by the commit. */
  end: MessageEnd;
}

/** What is written for it. */
interface Ending extends SliceEnding {
  readonly settled: Settled;
  readonly claimed: ClaimedRun;
  readonly job: JobRecord;
  readonly succeeded: boolean;
  readonly keepsSlot: boolean;
}

/** Enough to make a transaction cheap for each, and few enough to keep it short. */
const MOST_TOGETHER = 100;

/**
 * Saves the outcomes of slices: the run, its event, the next wake-up, what follows for the person and the job, and the end
 * of the message. Slices that end at the same time share one short transaction. An outcome of somebody who lost the run
 * saves nothing.
 */
@Injectable()
export class Settlement {
  private readonly commits = new GroupCommit<Settled>((group) => this.commit(group), MOST_TOGETHER);

  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly slices: SlicesRepository,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly returns: MessageReturns,
    private readonly skippedItems: SkippedItemsLimit,
    private readonly endpoints: EndpointsRepository,
    private readonly kept: KeptStores,
    private readonly troubles: EndpointTroubles,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
    private readonly log: Log,
  ) {}

  /** Gives a run up in the middle of its slice and wakes it at once, if it still belongs to the slice. */
  async handBack(claimed: ClaimedRun): Promise<void> {
    const was = await this.database.transaction(async (tx) => {
      if (!(await this.slices.release(tx, claimed))) return false;
      await this.wakeUps.hurry(tx, [claimed.run.id]);
      return true;
    });
    this.tell(claimed, was ? 'handedBack' : 'lost');
  }

  /** Saves an outcome. Answers whether the message goes on with the run, or has ended. */
  async save(message: HeldMessage<'workload-runs'>, claimed: ClaimedRun, outcome: SliceOutcome): Promise<MessageEnd> {
    if (outcome.kind === 'lost') {
      await this.lose(message, claimed);
      return 'ended';
    }
    const settled: Settled = { message, claimed, outcome, end: 'ended' };
    await this.commits.add(settled);
    return settled.end;
  }

  /** The run is somebody else's by now; the slot is still the one of this slice. */
  private async lose(message: HeldMessage<'workload-runs'>, claimed: ClaimedRun): Promise<void> {
    this.tell(claimed, 'lost');
    await this.kept.drop(claimed.run.id, claimed.owner);
    await this.endpoints.giveBack(claimed.owner);
    await this.returns.giveBack(message);
  }

  private async commit(group: readonly Settled[]): Promise<void> {
    const lost = await this.database.transaction(async (tx) => {
      // Jobs are always locked before their runs, so that a cancellation and a slice never wait for each other.
      const locked = await this.jobs.lockAll(tx, [...new Set(group.map(({ claimed }) => claimed.job.id))]);
      const now = this.clock.now();
      const endings = group.flatMap((settled) => {
        const job = locked.get(settled.claimed.job.id);
        if (!job) return [];
        const { claimed, outcome } = settled;
        const keepsSlot = goesOnSoon(outcome) && outcome.keepsSlot === true;
        const succeeded = isSuccess(outcome);
        return [{ settled, claimed, job, ...this.endingOf(settled, job, now), succeeded, keepsSlot }];
      });
      const ended = await this.slices.endAll(tx, endings, now);
      await this.follow(
        tx,
        endings.filter(({ claimed }) => ended.has(claimed.run.id)),
      );
      await this.troubles.noteAll(
        tx,
        group.flatMap(({ claimed, outcome }) => {
          const trouble = troubleOf(outcome);
          return trouble ? [{ job: claimed.job, trouble }] : [];
        }),
      );
      return group.filter(({ claimed }) => !ended.has(claimed.run.id));
    });
    for (const settled of group) {
      if (!lost.includes(settled)) this.tell(settled.claimed, settled.outcome.kind);
    }
    for (const { message, claimed } of lost) await this.lose(message, claimed);
  }

  /** What comes of slices that have ended: for their messages, their people and their jobs. */
  private async follow(tx: Orm, endings: readonly Ending[]): Promise<void> {
    if (endings.length === 0) return;
    const moved = endings.filter(({ claimed, end }) => end.status !== claimed.run.status || end.heldAt);
    const jobs = new Map(moved.map(({ job }) => [job.id, job]));
    const mailboxes = moved.filter(({ claimed }) => !followsExchange(claimed.run.service));
    const begun = await this.cutover.beginAll(tx, [...jobs.values()], people(mailboxes));
    await this.endMessages(tx, endings, begun);
    await this.rollUpAll(tx, [...jobs.values()], endings);
  }

  /**
   * Ends messages, and wakes what has another slice. A mailbox whose cutover has begun goes on under the message that it
   * has: its turn is the one in which it was found to be in sync.
   */
  private async endMessages(tx: Orm, endings: readonly Ending[], begun: readonly RunWakeUp[]): Promise<void> {
    const beginning = new Set(begun.map(({ runId }) => runId));
    for (const { settled, claimed } of endings) settled.end = beginning.has(claimed.run.id) ? 'sameMessage' : 'ended';
    const [going, ended] = partition(endings, ({ settled }) => settled.end === 'sameMessage');
    await this.queue.completeAll(
      tx,
      'workload-runs',
      ended.map(({ settled }) => settled.message),
    );
    const again = ended
      .filter(({ end }) => end.phase !== null)
      .map(({ job, claimed, end }) => ({ job, runId: claimed.run.id, at: end.waitsUntil }));
    const goingIds = new Set(going.map(({ claimed }) => claimed.run.id));
    await this.wakeUps.sendAll(tx, [...again, ...begun.filter(({ runId }) => !goingIds.has(runId))]);
  }

  private async rollUpAll(tx: Orm, jobs: readonly JobRecord[], endings: readonly Ending[]): Promise<void> {
    const held = new Set(endings.filter(({ end }) => end.heldAt).map(({ job }) => job.id));
    const [holding, others] = partition(jobs, ({ id }) => held.has(id));
    await this.rollUp.applyAll(tx, holding);
    await this.rollUp.applyWhereLeft(tx, others);
  }

  private tell({ run, owner }: ClaimedRun, outcome: SliceOutcome['kind'] | 'handedBack'): void {
    const { id: runId, jobId, service } = run;
    const level = outcome === 'lost' || outcome === 'handedBack' ? 'warn' : 'debug';
    this.log[level]('slice ended', { runId, jobId, service, slice: owner, outcome });
  }

  private endingOf({ claimed: { run }, outcome }: Settled, job: JobRecord, now: Date): SliceEnding {
    if (outcome.kind !== 'held') return endingOf(run, outcome, now);
    // The limit may have been raised while the slice ran.
    if (!this.skippedItems.isExceeded(job, run, outcome.skipped)) return allowedEnding(run, now);
    return heldEnding(run, outcome.skipped, this.skippedItems.of(job), now);
  }
}

function partition<Entry>(entries: readonly Entry[], isFirst: (entry: Entry) => boolean): [Entry[], Entry[]] {
  return [entries.filter(isFirst), entries.filter((entry) => !isFirst(entry))];
}

function people(endings: readonly Ending[]): string[] {
  return [...new Set(endings.map(({ claimed }) => claimed.run.personId))];
}
