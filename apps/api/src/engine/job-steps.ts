import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import { awaitsApproval } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database, type Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobStarts } from '../jobs/job-starts';
import { JobTransitions } from '../jobs/job-transitions';
import { JobsRepository } from '../jobs/jobs.repository';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import type { HeldMessage } from '../queue/message-loop';
import { Queue } from '../queue/queue';
import { ENGINE } from './actor';
import { Checks } from './checks';
import { Cutover } from './cutover';
import { JobPurge } from './job-purge';
import { RollUp } from './roll-up';
import { RunWakeUps } from './run-wake-ups';
import { SlicesRepository } from './slices.repository';

/** Everything that a cancellation takes back; what has failed is cancelled with the rest (contract page 3.6). */
const NOT_MOVED: readonly ServiceStatus[] = [
  ServiceStatus.NotStarted,
  ServiceStatus.Valid,
  ServiceStatus.Invalid,
  ServiceStatus.Error,
  ServiceStatus.InProgress,
  ServiceStatus.Syncing,
  ServiceStatus.Synced,
  ServiceStatus.Finalizing,
  ServiceStatus.PendingCancel,
  ServiceStatus.Failed,
];

/** For so long one job takes steps before others get a turn: removing a large one takes many. */
const TURN_MS = 2_000;

/**
 * Looks at a job and does what comes next. It may be called at any time and any number of times: whatever state it
 * finds, it makes sure that the job goes on from there, which is what a restart and the reconciler rely on.
 */
@Injectable()
export class JobSteps {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly slices: SlicesRepository,
    private readonly transitions: JobTransitions,
    private readonly starts: JobStarts,
    private readonly checks: Checks,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly purge: JobPurge,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** Takes steps until the job waits for somebody or something, or others have waited long enough for a turn. */
  async handle({ data }: HeldMessage<'job-steps' | 'job-cutovers'>): Promise<void> {
    const end = performance.now() + TURN_MS;
    let goesOn = true;
    while (goesOn) {
      goesOn = await this.database.transaction(async (tx) => {
        const job = await this.jobs.lock(tx, data.jobId);
        if (!job || !(await this.step(tx, job))) return false;
        if (performance.now() < end) return true;
        await this.queue.send(tx, 'job-steps', [{ key: data.jobId, data }]);
        return false;
      });
    }
  }

  /** One step; true when the next one can follow at once. */
  private async step(tx: Orm, job: JobRecord): Promise<boolean> {
    switch (job.status) {
      case JobStatus.Submitted:
        if (job.jobType !== JobType.Migrate || awaitsApproval(job, this.config)) return false;
        await this.starts.submitted(tx, job, { actor: ENGINE, cause: 'created to migrate' });
        return true;
      case JobStatus.Approved:
        await this.starts.submitted(tx, job, { actor: ENGINE, cause: 'approved' });
        return true;
      case JobStatus.ValidateSubmitted:
        await this.transitions.apply(tx, job, 'prepareValidation', { actor: ENGINE, cause: 'validation is set up' });
        return true;
      case JobStatus.ValidateProcessing:
        await this.transitions.apply(tx, job, 'beginChecks', { actor: ENGINE, cause: 'checks begin' });
        return true;
      case JobStatus.ValidateInProgress:
      case JobStatus.Processing:
        await this.checks.goOn(tx, job);
        return false;
      case JobStatus.InProgress:
      case JobStatus.AdminActionRequired:
      case JobStatus.CuttingOver:
        await this.goOn(tx, job);
        return false;
      case JobStatus.PendingCancel:
        await this.finishCancel(tx, job);
        return false;
      case JobStatus.PendingDelete:
        return this.purge.step(tx, job);
      case JobStatus.Completed:
      case JobStatus.CompletedWithErrors:
      case JobStatus.Failed:
      case JobStatus.Cancelled:
        await this.wakeMoving(tx, job);
        return false;
      case JobStatus.ValidatePassed:
      case JobStatus.ValidateFailed:
      case JobStatus.Deleted:
      case JobStatus.UnknownFutureValue:
        return false;
    }
  }

  private async goOn(tx: Orm, job: JobRecord): Promise<void> {
    await this.cutover.begin(tx, job);
    await this.rollUp.apply(tx, job);
    await this.wakeMoving(tx, job);
  }

  private async wakeMoving(tx: Orm, job: JobRecord): Promise<void> {
    const moving = await this.slices.movingRuns(tx, job.id, this.clock.now());
    await this.wakeUps.send(
      tx,
      job,
      moving.filter((run) => !run.waits).map((run) => run.id),
    );
    await this.wakeUps.hurry(
      tx,
      moving.filter((run) => run.waits && run.isDue).map((run) => run.id),
    );
  }

  private async finishCancel(tx: Orm, job: JobRecord): Promise<void> {
    const at = this.clock.now();
    const cause = { cause: 'the job was cancelled', actor: ENGINE, at };
    const selection = { jobId: job.id, statuses: NOT_MOVED };
    await this.runs.moveAll(tx, selection, ServiceStatus.Cancelled, cause, { phase: null, finishedAt: at });
    await this.transitions.apply(tx, job, 'finishCancel', {
      actor: ENGINE,
      cause: 'everything that moved has stopped',
      patch: { finishedAt: at },
    });
  }
}
