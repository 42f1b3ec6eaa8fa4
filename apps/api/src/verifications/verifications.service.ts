import { decideVerification } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Database } from '../database/database';
import { RunWakeUps } from '../engine/run-wake-ups';
import { CALLER_CAUSES } from '../events/caller-causes';
import type { EntityKey } from '../graph/entity-key';
import { ActionRefusedError, JobNotFoundError } from '../jobs/job-errors';
import type { JobRecord } from '../jobs/job.record';
import { JobTransitions } from '../jobs/job-transitions';
import { JobsRepository } from '../jobs/jobs.repository';
import { JobsService } from '../jobs/jobs.service';
import { VerificationsRepository } from './verifications.repository';

/** Verifications of jobs that are over: what somebody asks for, the engine carries out. */
@Injectable()
export class VerificationsService {
  constructor(
    private readonly database: Database,
    private readonly service: JobsService,
    private readonly jobs: JobsRepository,
    private readonly transitions: JobTransitions,
    private readonly verifications: VerificationsRepository,
    private readonly wakeUps: RunWakeUps,
  ) {}

  /** Asks for source and target of a job to be compared once more. Whatever is being compared already is not asked twice. */
  async request(caller: Caller, key: EntityKey): Promise<JobRecord> {
    const found = await this.service.get(caller, key);
    return this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new JobNotFoundError(key.value);
      const decision = decideVerification(job);
      if (!decision.allowed) throw new ActionRefusedError('verify', decision.code, decision.message);
      const runIds = await this.verifications.begin(tx, job.id);
      if (runIds.length === 0) return job;
      await this.wakeUps.send(tx, job, runIds);
      await this.transitions.note(tx, job, { actor: caller.actor, cause: CALLER_CAUSES.verified });
      return job;
    });
  }
}
