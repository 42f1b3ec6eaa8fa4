import { JobStatus } from '@ferry/contracts';
import { DomainError, isFinal, type JobFigures, jobMessage, type JobTrigger, nextJobStatus } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import { JobEventsRepository } from '../events/job-events.repository';
import { Queue } from '../queue/queue';
import type { JobPatch, JobRecord } from './job.record';
import { JobsRepository } from './jobs.repository';

/** Why a job is moved, by whom, and what changes with it. */
export interface JobMove {
  readonly actor: string;
  readonly cause: string;
  readonly patch?: JobPatch;
  readonly figures?: JobFigures;
}

/** The only place where the status of a job changes: the row, its event and the word to the consoles go together. */
@Injectable()
export class JobTransitions {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly events: JobEventsRepository,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Moves a job by a trigger, in the caller's transaction; the caller holds the lock of the row. Throws a `DomainError`
   * `illegalTransition` when the lifecycle has no such arrow: that is a fault of ours, not of a caller.
   */
  async apply<Job extends JobRecord>(tx: Orm, job: Job, trigger: JobTrigger, move: JobMove): Promise<Job> {
    const status = nextJobStatus(job.status, trigger);
    if (!status) throw new DomainError('illegalTransition', `A job cannot ${trigger} from ${job.status}.`);
    return this.moveTo(tx, job, status, move);
  }

  private async moveTo<Job extends JobRecord>(tx: Orm, job: Job, status: JobStatus, move: JobMove): Promise<Job> {
    const at = this.clock.now();
    const message = jobMessage(status, { completeAfter: job.completeAfter, ...move.figures });
    const moved = await this.jobs.move(tx, job, { status, message, at, patch: move.patch ?? {} });
    if (!moved) throw new DomainError('illegalTransition', `Job ${job.id} was moved by somebody else.`);
    await this.log(tx, job, status, move, at);
    // A job that was cancelled, or whose clock was moved, waits for its date no longer.
    if (isFinal(status)) await this.queue.withdraw(tx, 'job-cutovers', job.id);
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: null });
    return { ...job, ...moved };
  }

  /** Logs what happened to a locked job without moving it, such as another date, and says so to the consoles. */
  async note(tx: Orm, job: JobRecord, what: Pick<JobMove, 'actor' | 'cause'>): Promise<void> {
    await this.log(tx, job, job.status, what, this.clock.now());
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [] });
  }

  private async log(
    tx: Orm,
    job: JobRecord,
    toStatus: JobStatus,
    { actor, cause }: Pick<JobMove, 'actor' | 'cause'>,
    at: Date,
  ): Promise<void> {
    const about = { jobId: job.id, personId: null, service: null };
    await this.events.append(tx, [{ ...about, fromStatus: job.status, toStatus, cause, actor, at }]);
  }
}
