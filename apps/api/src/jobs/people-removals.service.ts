import { JobStatus, ServiceStatus } from '@ferry/contracts';
import { decidePersonCancel, isFinal } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { CALLER_CAUSES } from '../events/caller-causes';
import type { EntityKey } from '../graph/entity-key';
import { Queue } from '../queue/queue';
import { ActionRefusedError, JobNotFoundError, PersonNotInJobError, UserRequestNotFoundError } from './job-errors';
import type { JobRecord, RunRecord } from './job.record';
import { isGuid } from './job-key';
import { JobTransitions } from './job-transitions';
import { JobsRepository } from './jobs.repository';
import { personSituation } from './person-situation';
import { JobsService } from './jobs.service';
import { WorkloadRunsRepository } from './workload-runs.repository';

/** What stays when a person leaves: content that has moved, and a workload that was cancelled before. */
const LASTING: ReadonlySet<ServiceStatus> = new Set([ServiceStatus.Completed, ServiceStatus.Cancelled]);

/** Takes people out of jobs (contract page 1.3.12). */
@Injectable()
export class PeopleRemovalsService {
  constructor(
    private readonly database: Database,
    private readonly service: JobsService,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly transitions: JobTransitions,
    private readonly changes: Changes,
    private readonly queue: Queue,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Takes a person out of a job: whatever was not completed is cancelled at once, also what had failed, so that no
   * roll-up counts it and no retry takes it up. The others go on, the identity mapping stays.
   * With the last person gone the job is cancelled.
   *
   * @param traceId the id of the request, which the published refusals name
   */
  async remove(caller: Caller, key: EntityKey, person: string, traceId: string): Promise<void> {
    const found = await this.find(caller, key, traceId);
    if (!isGuid(person)) throw new PersonNotInJobError(person, traceId);
    const personId = person.toLowerCase();
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new UserRequestNotFoundError(caller.tenantId, key.value, traceId);
      const place = await this.jobs.person(tx, job.id, personId);
      if (!place) throw new PersonNotInJobError(person, traceId);
      const runs = await this.runs.ofPerson(tx, job.id, personId);
      const situation = personSituation(runs, place.removedAt !== null);
      const decision = decidePersonCancel(situation, job, this.clock.now());
      if (!decision.allowed) throw new ActionRefusedError('cancelPerson', decision.code, decision.message);
      await this.cancelRuns(tx, caller, job, personId, runs);
    });
  }

  private async find(caller: Caller, key: EntityKey, traceId: string): Promise<JobRecord> {
    try {
      return await this.service.get(caller, key);
    } catch (error) {
      if (!(error instanceof JobNotFoundError)) throw error;
      throw new UserRequestNotFoundError(caller.tenantId, key.value, traceId);
    }
  }

  private async cancelRuns(
    tx: Orm,
    caller: Caller,
    job: JobRecord,
    personId: string,
    runs: readonly RunRecord[],
  ): Promise<void> {
    const at = this.clock.now();
    const statuses = [...new Set(runs.map((run) => run.status))].filter((status) => !LASTING.has(status));
    const cause = { cause: CALLER_CAUSES.personRemoved, actor: caller.actor, at };
    const patch = { phase: null, finishedAt: at };
    const selection = { jobId: job.id, personIds: [personId], statuses };
    await this.runs.moveAll(tx, selection, ServiceStatus.Cancelled, cause, patch);
    await this.jobs.removePerson(tx, job.id, personId, cause);
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: [personId] });
    const { active } = await this.jobs.countPeople(tx, job.id);
    if (active === 0 && !isFinal(job.status) && job.status !== JobStatus.PendingCancel) {
      await this.transitions.apply(tx, job, 'cancel', { actor: caller.actor, cause: 'the last person was taken out' });
    }
    await this.queue.send(tx, 'job-steps', [{ key: job.id, data: { jobId: job.id } }]);
  }
}
