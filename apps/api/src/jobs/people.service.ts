import { JobStatus, ServiceStatus, type CrossTenantMigrationTask } from '@ferry/contracts';
import { decidePersonCancel, isFinal } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { Queue } from '../queue/queue';
import { ActionRefusedError, JobNotFoundError, TaskNotFoundError } from './job-errors';
import type { JobRecord, RunRecord } from './job.record';
import { isGuid } from './job-key';
import { JobTransitions } from './job-transitions';
import { JobsRepository } from './jobs.repository';
import { toTask } from './task.mapper';
import { TasksRepository } from './tasks.repository';
import { WorkloadRunsRepository } from './workload-runs.repository';

/** A page of tasks and where the next one begins. */
export interface TaskPage {
  readonly tasks: CrossTenantMigrationTask[];
  /** Position behind which the next page begins; null on the last one. */
  readonly next: number | null;
}

/** What stays when a person leaves: content that has moved, and a workload that was cancelled before. */
const LASTING: ReadonlySet<ServiceStatus> = new Set([ServiceStatus.Completed, ServiceStatus.Cancelled]);

/** The people of a job: the contract's tasks. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly tasks: TasksRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly transitions: JobTransitions,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /** A page of the people of a job in the order of its resources. */
  async page(job: JobRecord, after: number, skip: number, limit: number): Promise<TaskPage> {
    const positions = await this.tasks.page(job.id, after, skip, limit + 1);
    const shown = positions.slice(0, limit);
    const runs = await this.runs.ofPeople(
      this.database.orm,
      job.id,
      shown.map((position) => position.personId),
    );
    const last = shown.at(-1);
    return {
      tasks: shown.map(({ personId }) =>
        toTask(
          personId,
          runs.filter((run) => run.personId === personId),
        ),
      ),
      next: positions.length > limit && last ? last.position : null,
    };
  }

  /** One person of a job. */
  async get(job: JobRecord, personId: string): Promise<CrossTenantMigrationTask> {
    if (!isGuid(personId)) throw new TaskNotFoundError(personId);
    const runs = await this.runs.ofPerson(this.database.orm, job.id, personId.toLowerCase());
    if (runs.length === 0) throw new TaskNotFoundError(personId);
    return toTask(personId.toLowerCase(), runs);
  }

  /**
   * Takes a person out of a job: whatever was not completed is cancelled at once, also what had failed, so that no
   * roll-up counts it and no retry takes it up. The others go on, the identity mapping stays (contract page 1.3.12).
   * With the last person gone the job is cancelled.
   */
  async cancel(caller: Caller, found: JobRecord, key: string): Promise<void> {
    if (!isGuid(key)) throw new TaskNotFoundError(key);
    const personId = key.toLowerCase();
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new JobNotFoundError(found.id);
      const person = await this.jobs.person(tx, job.id, personId);
      if (!person) throw new TaskNotFoundError(key);
      const runs = await this.runs.ofPerson(tx, job.id, personId);
      const situation = { statuses: runs.map((run) => run.status), removed: person.removedAt !== null };
      const decision = decidePersonCancel(situation, job, this.clock.now());
      if (!decision.allowed) throw new ActionRefusedError('cancelPerson', decision.code, decision.message);
      await this.remove(tx, caller, job, personId, runs);
    });
  }

  private async remove(tx: Orm, caller: Caller, job: JobRecord, personId: string, runs: RunRecord[]): Promise<void> {
    const at = this.clock.now();
    const statuses = [...new Set(runs.map((run) => run.status))].filter((status) => !LASTING.has(status));
    const cause = { cause: 'the person was taken out of the job', actor: caller.actor, at };
    const patch = { phase: null, finishedAt: at };
    const selection = { jobId: job.id, personIds: [personId], statuses };
    await this.runs.moveAll(tx, selection, ServiceStatus.Cancelled, cause, patch);
    await this.jobs.removePerson(tx, job.id, personId, at);
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [personId] });
    const { active } = await this.jobs.countPeople(tx, job.id);
    if (active === 0 && !isFinal(job.status) && job.status !== JobStatus.PendingCancel) {
      await this.transitions.apply(tx, job, 'cancel', { actor: caller.actor, cause: 'the last person was taken out' });
    }
    await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
  }
}
