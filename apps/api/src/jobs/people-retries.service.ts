import { ServiceStatus } from '@ferry/contracts';
import { decideRetry } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database, type Orm } from '../database/database';
import { CALLER_CAUSES } from '../events/caller-causes';
import type { EntityKey } from '../graph/entity-key';
import { ActionRefusedError, JobNotFoundError, TaskNotFoundError } from './job-errors';
import type { JobRecord } from './job.record';
import { JobStarts } from './job-starts';
import { JobsRepository } from './jobs.repository';
import { JobsService } from './jobs.service';
import { WorkloadRunsRepository } from './workload-runs.repository';

/** Migrates chosen people of a job once more; the contract's `migrate` takes everybody who did not succeed. */
@Injectable()
export class PeopleRetriesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly service: JobsService,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly starts: JobStarts,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * Starts another attempt for those of the people who have failed; everybody else stays as they are. Where approval is
   * required it is submitted like any other migration.
   */
  async retry(caller: Caller, key: EntityKey, personIds: readonly string[]): Promise<JobRecord> {
    const found = await this.service.get(caller, key);
    const wanted = [...new Set(personIds.map((id) => id.toLowerCase()))];
    return this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new JobNotFoundError(key.value);
      const failed = await this.failedAmong(tx, job, wanted);
      const decision = decideRetry(job, failed.length, this.clock.now(), this.config);
      if (!decision.allowed) throw new ActionRefusedError('retry', decision.code, decision.message);
      const move = { actor: caller.actor, cause: CALLER_CAUSES.retried };
      return this.config.requireApproval
        ? this.starts.requestApproval(tx, job, move, failed)
        : this.starts.migrate(tx, job, move, failed);
    });
  }

  private async failedAmong(tx: Orm, job: JobRecord, personIds: readonly string[]): Promise<string[]> {
    const runs = await this.runs.ofPeopleInAny(tx, [job.id], personIds);
    const present = new Set(runs.map(({ personId }) => personId));
    const stranger = personIds.find((id) => !present.has(id));
    if (stranger !== undefined) throw new TaskNotFoundError(stranger);
    const failed = new Set(
      runs.filter(({ status }) => status === ServiceStatus.Failed).map(({ personId }) => personId),
    );
    return personIds.filter((id) => failed.has(id));
  }
}
