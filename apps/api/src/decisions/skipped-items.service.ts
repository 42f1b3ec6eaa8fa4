import type { SkippedItem } from '@ferry/contracts';
import { decideSkippedItemsAccept } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { Changes } from '../changes/changes';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { Cutover } from '../engine/cutover';
import { RollUp } from '../engine/roll-up';
import { RunWakeUps } from '../engine/run-wake-ups';
import { CALLER_CAUSES } from '../events/caller-causes';
import { JobEventsRepository } from '../events/job-events.repository';
import type { EntityKey } from '../graph/entity-key';
import { ActionRefusedError, JobNotFoundError, TaskNotFoundError } from '../jobs/job-errors';
import { isGuid } from '../jobs/job-key';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { JobsService } from '../jobs/jobs.service';
import { personSituation } from '../jobs/person-situation';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { HoldsRepository, type ReleasedRun } from './holds.repository';
import { SkippedItemsRepository } from './skipped-items.repository';

/** Decisions about items that were skipped: accepting those of a person, and how many a job lets pass (ADR 0027). */
@Injectable()
export class SkippedItemsService {
  constructor(
    private readonly database: Database,
    private readonly service: JobsService,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly items: SkippedItemsRepository,
    private readonly holds: HoldsRepository,
    private readonly events: JobEventsRepository,
    private readonly cutover: Cutover,
    private readonly rollUp: RollUp,
    private readonly wakeUps: RunWakeUps,
    private readonly changes: Changes,
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
    return this.decide(caller, key, async (tx, job) => {
      const place = await this.requirePerson(tx, job.id, personId);
      const person = personId.toLowerCase();
      const runs = await this.runs.ofPerson(tx, job.id, person);
      const decision = decideSkippedItemsAccept(personSituation(runs, place.removedAt !== null));
      if (!decision.allowed) throw new ActionRefusedError('acceptSkippedItems', decision.code, decision.message);
      const cause = { cause: CALLER_CAUSES.skippedItemsAccepted, actor: caller.actor, at: this.clock.now() };
      return this.holds.release(tx, { jobId: job.id, personId: person }, cause);
    });
  }

  /** Says how many items a workload of the job may skip without anybody being asked. */
  async allow(caller: Caller, key: EntityKey, allowed: number): Promise<JobRecord> {
    return this.decide(caller, key, async (tx, job) => {
      const at = this.clock.now();
      const cause = { cause: `${CALLER_CAUSES.skippedItemsAllowed} up to ${allowed}`, actor: caller.actor, at };
      await this.jobs.setSkippedItemsAllowed(tx, job.id, allowed, at);
      const { status } = job;
      const about = { jobId: job.id, personId: null, service: null, fromStatus: status, toStatus: status };
      await this.events.append(tx, [{ ...about, ...cause }]);
      return this.holds.release(tx, { jobId: job.id, skippedAtMost: allowed }, cause);
    });
  }

  /** Decides on the locked job; whatever is let go by that goes on in the same transaction. */
  private async decide(
    caller: Caller,
    key: EntityKey,
    release: (tx: Orm, job: JobRecord) => Promise<ReleasedRun[]>,
  ): Promise<JobRecord> {
    const found = await this.service.get(caller, key);
    await this.database.transaction(async (tx) => {
      const job = await this.jobs.lock(tx, found.id);
      if (!job) throw new JobNotFoundError(key.value);
      const released = await release(tx, job);
      const personIds = [...new Set(released.map((run) => run.personId))];
      const begun = await this.cutover.beginAll(tx, [job], personIds);
      const moving = released.filter((run) => run.moves).map((run) => ({ job, runId: run.id, at: null }));
      await this.wakeUps.sendAll(tx, [...begun, ...moving]);
      await this.rollUp.apply(tx, job);
      await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds });
    });
    return this.service.get(caller, { by: 'idOrDisplayName', value: found.id });
  }

  private async requirePerson(orm: Orm, jobId: string, personId: string): Promise<{ removedAt: Date | null }> {
    const place = isGuid(personId) ? await this.jobs.person(orm, jobId, personId.toLowerCase()) : undefined;
    if (!place) throw new TaskNotFoundError(personId);
    return place;
  }
}
