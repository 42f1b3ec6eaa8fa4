import type { SkippedItem } from '@ferry/contracts';
import { decideSkippedItemsAccept } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { CALLER_CAUSES } from '../events/caller-causes';
import type { EntityKey } from '../graph/entity-key';
import { ActionRefusedError, TaskNotFoundError } from '../jobs/job-errors';
import { isGuid } from '../jobs/job-key';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { personSituation } from '../jobs/person-situation';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { HoldReleases } from './hold-releases';
import { HoldsRepository } from './holds.repository';
import { SkippedItemsRepository } from './skipped-items.repository';

/** The skipped items of a person: what they are, and that somebody accepts them (ADR 0027). */
@Injectable()
export class SkippedItemsService {
  constructor(
    private readonly database: Database,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly items: SkippedItemsRepository,
    private readonly holds: HoldsRepository,
    private readonly releases: HoldReleases,
    private readonly clock: ServiceClock,
  ) {}

  /** Some of the skipped items of a person, and whether there are more. */
  async list(job: JobRecord, personId: string, skip: number, top: number): Promise<[SkippedItem[], boolean]> {
    await this.requirePerson(this.database.orm, job.id, personId);
    const found = await this.items.ofPerson(job.id, personId.toLowerCase(), skip, top + 1);
    return [found.slice(0, top), found.length > top];
  }

  /** Accepts what was skipped for a person: every workload of theirs that waited for it goes on. */
  async accept(caller: Caller, key: EntityKey, personId: string): Promise<JobRecord> {
    return this.releases.decide(caller, key, async (tx, job) => {
      const place = await this.requirePerson(tx, job.id, personId);
      const person = personId.toLowerCase();
      const runs = await this.runs.ofPerson(tx, job.id, person);
      const decision = decideSkippedItemsAccept(personSituation(runs, place.removedAt !== null));
      if (!decision.allowed) throw new ActionRefusedError('acceptSkippedItems', decision.code, decision.message);
      const cause = { cause: CALLER_CAUSES.skippedItemsAccepted, actor: caller.actor, at: this.clock.now() };
      return this.holds.release(tx, { jobId: job.id, personId: person }, cause);
    });
  }

  private async requirePerson(orm: Orm, jobId: string, personId: string): Promise<{ removedAt: Date | null }> {
    const place = isGuid(personId) ? await this.jobs.person(orm, jobId, personId.toLowerCase()) : undefined;
    if (!place) throw new TaskNotFoundError(personId);
    return place;
  }
}
