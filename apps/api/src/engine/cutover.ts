import { JobStatus, ServiceStatus } from '@ferry/contracts';
import { afterExchange, catalogueError, followsExchange, hasPassed } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { type RunMove, WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { ENGINE } from './actor';
import { type RunWakeUp, RunWakeUps } from './run-wake-ups';

/** In any other status nothing new may begin, above all not while the job is being cancelled. */
const MIGRATING: ReadonlySet<JobStatus> = new Set([
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
]);

/** Lets the waiting workloads of people cut over: mailboxes first, everything else once the mailbox is settled. */
@Injectable()
export class Cutover {
  constructor(
    private readonly runs: WorkloadRunsRepository,
    private readonly wakeUps: RunWakeUps,
    private readonly changes: Changes,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Starts whatever may start now, for everybody in a locked job. Does nothing before the date has come, nothing twice, and
   * nothing for a workload of which somebody has to accept the skipped items first.
   */
  async begin(tx: Orm, job: JobRecord): Promise<void> {
    if (!this.isDue(job)) return;
    const runs = await this.runs.ofPeopleWaiting(tx, job.id);
    const moves = await this.start(tx, runs);
    if (moves.length === 0) return;
    await this.wakeUps.sendAll(tx, wakeUpsOf([job], moves));
    const personIds = [...new Set(moves.map(({ run }) => run.personId))];
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
  }

  /** The same for some people of locked jobs, of whom the caller tells. Answers what has to be woken. */
  async beginAll(tx: Orm, jobs: readonly JobRecord[], personIds: readonly string[]): Promise<RunWakeUp[]> {
    const due = jobs.filter((job) => this.isDue(job));
    if (due.length === 0 || personIds.length === 0) return [];
    const jobIds = due.map(({ id }) => id);
    return wakeUpsOf(due, await this.start(tx, await this.runs.ofPeopleInAny(tx, jobIds, personIds)));
  }

  private isDue(job: JobRecord): boolean {
    return MIGRATING.has(job.status) && hasPassed(job.completeAfter, this.clock.now());
  }

  private async start(tx: Orm, runs: readonly RunRecord[]): Promise<RunMove[]> {
    const at = this.clock.now();
    const placeOf = ({ jobId, personId }: RunRecord): string => `${jobId}/${personId}`;
    const mailboxes = new Map(
      runs.filter((run) => !followsExchange(run.service)).map((run) => [placeOf(run), run.status]),
    );
    const moves = runs
      .filter((run) => run.status === ServiceStatus.Synced && run.heldAt === null)
      .flatMap((run) => moveOf(run, mailboxes.get(placeOf(run)), at));
    if (moves.length > 0) await this.runs.moveEach(tx, moves, { actor: ENGINE, at });
    return moves;
  }
}

/** How whatever has begun is woken; what has failed moves no more. */
function wakeUpsOf(jobs: readonly JobRecord[], moves: readonly RunMove[]): RunWakeUp[] {
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  return moves.flatMap(({ run, to }) => {
    const job = jobOf.get(run.jobId);
    return job && to !== ServiceStatus.Failed ? [{ job, runId: run.id, at: null }] : [];
  });
}

/** What the cutover does to a workload that waits for it; nothing while its mailbox is not through. */
function moveOf(run: RunRecord, mailbox: ServiceStatus | undefined, at: Date): RunMove[] {
  if (!followsExchange(run.service)) {
    return [{ run, to: ServiceStatus.Finalizing, phase: 'copy', cause: 'the cutover date has come' }];
  }
  const next = afterExchange(run.service, mailbox);
  switch (next) {
    case 'wait':
      return [];
    case 'start':
      return [{ run, to: ServiceStatus.InProgress, phase: 'copy', startedAt: at, cause: 'the mailbox is through' }];
    default: {
      const errors = [catalogueError(next.fail, [run.personId])];
      return [{ run, to: ServiceStatus.Failed, phase: null, finishedAt: at, errors, cause: next.fail }];
    }
  }
}
