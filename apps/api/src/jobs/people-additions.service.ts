import type { CreateCrossTenantMigrationTask } from '@ferry/contracts';
import { decidePersonAdd } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { CALLER_CAUSES } from '../events/caller-causes';
import { badArgument } from './job-arguments';
import { ActionRefusedError, JobNotFoundError, PersonAlreadyInJobError } from './job-errors';
import type { JobRecord } from './job.record';
import { JobsRepository } from './jobs.repository';

/** Adds people to jobs that were created already (contract page 1.1, row 17). */
@Injectable()
export class PeopleAdditionsService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly changes: Changes,
    private readonly clock: ServiceClock,
  ) {}

  /** Adds a person, with every workload of the job. Answers the id of the person as it is kept. */
  async add(caller: Caller, found: JobRecord, body: CreateCrossTenantMigrationTask): Promise<string> {
    const personId = body.id.toLowerCase();
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lockWithResources(tx, found.id);
      if (!job) throw new JobNotFoundError(found.id);
      const decision = decidePersonAdd(job);
      if (!decision.allowed) throw new ActionRefusedError('addPerson', decision.code, decision.message);
      if (await this.jobs.person(tx, job.id, personId)) throw new PersonAlreadyInJobError(personId);
      const people = job.resources.length + 1;
      if (people > this.config.maxResourcesPerJob) {
        throw badArgument('id', 'maxThresholdFailed', String(this.config.maxResourcesPerJob), String(people));
      }
      const cause = { cause: CALLER_CAUSES.personAdded, actor: caller.actor, at: this.clock.now() };
      await this.jobs.addPerson(tx, job.id, personId, cause);
      await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: null });
    });
    return personId;
  }
}
