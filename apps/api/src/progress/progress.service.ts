import type { JobChange, JobEvent, JobProgress, PersonProgress } from '@ferry/contracts';
import { awaitsApproval } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { Database } from '../database/database';
import { type EventCriteria, JobEventsRepository } from '../events/job-events.repository';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { TenantsRepository } from '../tenants/tenants.repository';
import type { JobOutlook } from './job-outlook';
import { Outlooks } from './outlooks';
import { toJobEvent, toJobProgress, toPersonProgress } from './progress.mapper';
import { ProgressRepository } from './progress.repository';

/** How many events the first message of a stream brings. */
const FIRST_EVENTS = 50;
/** Most events of one message; whoever missed more gets the next ones in a message behind it. */
export const MOST_EVENTS = 1_000;

/** A page of events and the number that asks for the next one. */
export interface EventsPage {
  readonly value: JobEvent[];
  readonly next: number | null;
}

/** A job in numbers: as a whole, by person, and what happened. */
@Injectable()
export class ProgressService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly database: Database,
    private readonly progress: ProgressRepository,
    private readonly outlooks: Outlooks,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly events: JobEventsRepository,
    private readonly tenants: TenantsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** The job as a whole. */
  async ofJob(job: JobRecord, outlook?: JobOutlook): Promise<JobProgress> {
    const { orm } = this.database;
    const source = await this.tenants.find(job.tenantId, job.sourceTenantId);
    return toJobProgress(job, {
      sourceTenantName: source?.displayName ?? null,
      people: await this.jobs.countPeople(orm, job.id),
      counts: await this.progress.counts(job.id),
      totals: await this.progress.totals(job.id),
      outlook: outlook ?? (await this.outlooks.of(job)),
      validationDays: this.config.validationDays,
      requireApproval: this.config.requireApproval,
      skippedItemsAllowed: this.config.skippedItemsAllowed,
    });
  }

  /** Some of its people, or all of them. */
  async ofPeople(job: JobRecord, personIds: readonly string[] | null, outlook?: JobOutlook): Promise<PersonProgress[]> {
    if (personIds?.length === 0) return [];
    const view = {
      outlook: outlook ?? (await this.outlooks.of(job)),
      job,
      awaitsApproval: awaitsApproval(job, this.config),
      now: this.clock.now(),
    };
    const people = await this.progress.people(job.id, personIds);
    const runs = personIds
      ? await this.runs.ofPeople(this.database.orm, job.id, personIds)
      : await this.runs.ofJob(job.id);
    const byPerson = Map.groupBy(runs, (run) => run.personId);
    return people.map((person) => toPersonProgress(person, byPerson.get(person.personId) ?? [], view));
  }

  /** A page of what happened and is looked for, newest first. */
  async eventsOf(job: JobRecord, before: number | null, limit: number, criteria: EventCriteria): Promise<EventsPage> {
    const events = await this.events.page(job.id, before, limit + 1, criteria);
    const shown = events.slice(0, limit);
    return { value: shown.map(toJobEvent), next: events.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** A page of what happened after an event, oldest first. */
  async eventsAfter(job: JobRecord, after: number, limit: number): Promise<EventsPage> {
    const events = await this.events.since(job.id, after, limit + 1);
    const shown = events.slice(0, limit);
    return { value: shown.map(toJobEvent), next: events.length > limit ? (shown.at(-1)?.id ?? null) : null };
  }

  /** The people of whom something is stuck; nobody when the job is gone. */
  async stuckPeople(jobId: string, tenantId: string): Promise<readonly string[]> {
    const job = await this.jobs.find(tenantId, jobId);
    return job ? (await this.outlooks.of(job)).stuckPeople : [];
  }

  /** Everything, for the first message of a stream; null when the job is gone. */
  async whole(jobId: string, tenantId: string): Promise<JobChange | null> {
    const job = await this.jobs.find(tenantId, jobId);
    if (!job) return null;
    const events = await this.events.page(job.id, null, FIRST_EVENTS);
    const outlook = await this.outlooks.of(job);
    return {
      progress: await this.ofJob(job, outlook),
      people: await this.ofPeople(job, null, outlook),
      events: events.reverse().map(toJobEvent),
    };
  }

  /** What is new since an event, for the people who changed; null when the job is gone. */
  async since(
    jobId: string,
    tenantId: string,
    eventId: number,
    personIds: readonly string[] | null,
  ): Promise<JobChange | null> {
    const job = await this.jobs.find(tenantId, jobId);
    if (!job) return null;
    const events = await this.events.since(job.id, eventId, MOST_EVENTS);
    const outlook = await this.outlooks.of(job);
    return {
      progress: await this.ofJob(job, outlook),
      people: await this.ofPeople(job, personIds, outlook),
      events: events.map(toJobEvent),
    };
  }
}
