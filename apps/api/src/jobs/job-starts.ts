import { JobType, ServiceStatus } from '@ferry/contracts';
import { type JobTrigger } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import type { Orm } from '../database/database';
import { Queue } from '../queue/queue';
import type { JobRecord } from './job.record';
import { type JobMove, JobTransitions } from './job-transitions';
import { type RunSelection, WorkloadRunsRepository } from './workload-runs.repository';

/** Whom an attempt is for, when not for everybody who did not succeed. */
type Among = Partial<Pick<RunSelection, 'personIds' | 'statuses'>>;

const among = (personIds: readonly string[] | undefined): Among => (personIds ? { personIds } : {});

/** Starts a validation or a migration of a locked job: clears what an earlier attempt left, moves, and wakes the engine. */
@Injectable()
export class JobStarts {
  constructor(
    private readonly transitions: JobTransitions,
    private readonly runs: WorkloadRunsRepository,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** Begins a validation. */
  async validate<Job extends JobRecord>(tx: Orm, job: Job, move: JobMove): Promise<Job> {
    const patch = { jobType: JobType.Validate, validatedAt: null, finishedAt: null };
    return this.start(tx, job, 'validate', job.attempt, { ...move, patch });
  }

  /** Begins a migration: the first one, or another attempt for those who did not succeed or for some of them. */
  async migrate<Job extends JobRecord>(tx: Orm, job: Job, move: JobMove, personIds?: readonly string[]): Promise<Job> {
    return this.beginMigration(tx, job, 'migrate', move, among(personIds));
  }

  /** Begins a migration that was submitted: for whoever stands at its beginning since then. */
  async submitted<Job extends JobRecord>(tx: Orm, job: Job, move: JobMove): Promise<Job> {
    return this.beginMigration(tx, job, 'start', move, { statuses: [ServiceStatus.NotStarted] });
  }

  /** Submits a migration for approval: nothing starts, and people stand where they will begin (contract page 3.6). */
  async requestApproval<Job extends JobRecord>(
    tx: Orm,
    job: Job,
    move: JobMove,
    personIds?: readonly string[],
  ): Promise<Job> {
    const { actor, cause } = move;
    await this.runs.reset(tx, job.id, job.attempt + 1, { actor, cause, at: this.clock.now() }, among(personIds));
    const patch = { jobType: JobType.Migrate, finishedAt: null };
    const figures = { createdBy: job.createdBy };
    return this.transitions.apply(tx, job, 'requestApproval', { ...move, patch, figures });
  }

  private async beginMigration<Job extends JobRecord>(
    tx: Orm,
    job: Job,
    trigger: 'migrate' | 'start',
    move: JobMove,
    of: Among,
  ): Promise<Job> {
    const attempt = job.attempt + 1;
    const patch = {
      jobType: JobType.Migrate,
      attempt,
      migrationStartedAt: this.clock.now(),
      cutoverStartedAt: null,
      finishedAt: null,
    };
    return this.start(tx, job, trigger, attempt, { ...move, patch }, of);
  }

  private async start<Job extends JobRecord>(
    tx: Orm,
    job: Job,
    trigger: JobTrigger,
    attempt: number,
    move: JobMove,
    of: Among = {},
  ): Promise<Job> {
    const { actor, cause } = move;
    await this.runs.reset(tx, job.id, attempt, { actor, cause, at: this.clock.now() }, of);
    const started = await this.transitions.apply(tx, job, trigger, move);
    await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
    return started;
  }
}
