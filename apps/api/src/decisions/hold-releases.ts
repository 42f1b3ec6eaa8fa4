import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Changes } from '../changes/changes';
import { Database, type Orm } from '../database/database';
import { Cutover } from '../engine/cutover';
import { RollUp } from '../engine/roll-up';
import { RunWakeUps } from '../engine/run-wake-ups';
import type { EntityKey } from '../graph/entity-key';
import { JobNotFoundError } from '../jobs/job-errors';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { JobsService } from '../jobs/jobs.service';
import type { ReleasedRun } from './holds.repository';

/** Lets go on what was held, once somebody has decided. */
@Injectable()
export class HoldReleases {
  constructor(
    private readonly database: Database,
    private readonly service: JobsService,
    private readonly jobs: JobsRepository,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly changes: Changes,
  ) {}

  /** Decides on the locked job; whatever is let go by that goes on in the same transaction. */
  async decide(
    caller: Caller,
    key: EntityKey,
    release: (tx: Orm, job: JobRecord) => Promise<ReleasedRun[]>,
  ): Promise<JobRecord> {
    const found = await this.service.get(caller, key);
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new JobNotFoundError(key.value);
      await this.goOn(tx, job, await release(tx, job));
    });
    return this.service.get(caller, { by: 'idOrDisplayName', value: found.id });
  }

  private async goOn(tx: Orm, job: JobRecord, released: readonly ReleasedRun[]): Promise<void> {
    const personIds = [...new Set(released.map((run) => run.personId))];
    const begun = await this.cutover.beginAll(tx, [job], personIds);
    const moving = released.filter((run) => run.moves).map((run) => ({ job, runId: run.id, at: null }));
    await this.wakeUps.sendAll(tx, [...begun, ...moving]);
    await this.rollUp.apply(tx, job);
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
  }
}
