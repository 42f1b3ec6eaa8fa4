import type { CrossTenantMigrationTask } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { TaskNotFoundError } from './job-errors';
import type { JobRecord, JobWithResources, RunRecord } from './job.record';
import { isGuid } from './job-key';
import { toTask } from './task.mapper';
import { type TaskCriteria, type TaskListing, TasksRepository } from './tasks.repository';
import { WorkloadRunsRepository } from './workload-runs.repository';

/** A page of tasks and the token of the next one. */
export interface TaskPage {
  readonly tasks: CrossTenantMigrationTask[];
  readonly next: string | null;
}

/** The people of a job: the contract's tasks. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly runs: WorkloadRunsRepository,
  ) {}

  /** A page of the people of a job. Throws `ODataQueryError`. */
  async page(job: JobRecord, listing: TaskListing): Promise<TaskPage> {
    const { personIds, next } = await this.tasks.page(listing);
    const runs = await this.runs.ofPeople(this.database.orm, listing.jobId, personIds);
    const byPerson = Map.groupBy(runs, (run) => run.personId);
    return { tasks: personIds.map((personId) => toTask(job, personId, byPerson.get(personId) ?? [])), next };
  }

  /** How many people of a job are meant. Throws `ODataQueryError`. */
  count(criteria: TaskCriteria): Promise<number> {
    return this.tasks.count(criteria);
  }

  /** Some people of several jobs at once, in the order given, by the id of their job. */
  async ofJobs(jobs: readonly JobWithResources[]): Promise<ReadonlyMap<string, CrossTenantMigrationTask[]>> {
    const runs = await this.runs.ofPeopleInJobs(jobs);
    const key = (jobId: string, personId: string): string => `${jobId}/${personId}`;
    const byPerson = Map.groupBy(runs, (run: RunRecord) => key(run.jobId, run.personId));
    const tasksOf = (job: JobWithResources): CrossTenantMigrationTask[] =>
      job.resources.map((personId) => toTask(job, personId, byPerson.get(key(job.id, personId)) ?? []));
    return new Map(jobs.map((job) => [job.id, tasksOf(job)]));
  }

  /** One person of a job. */
  async get(job: JobRecord, personId: string): Promise<CrossTenantMigrationTask> {
    if (!isGuid(personId)) throw new TaskNotFoundError(personId);
    const runs = await this.runs.ofPerson(this.database.orm, job.id, personId.toLowerCase());
    if (runs.length === 0) throw new TaskNotFoundError(personId);
    return toTask(job, personId.toLowerCase(), runs);
  }
}
