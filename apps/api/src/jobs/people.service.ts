import type { CrossTenantMigrationTask } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { TaskNotFoundError } from './job-errors';
import type { JobRecord } from './job.record';
import { isGuid } from './job-key';
import { toTask } from './task.mapper';
import { TasksRepository } from './tasks.repository';
import { WorkloadRunsRepository } from './workload-runs.repository';

/** A page of tasks and where the next one begins. */
export interface TaskPage {
  readonly tasks: CrossTenantMigrationTask[];
  /** Position behind which the next page begins; null on the last one. */
  readonly next: number | null;
}

/** The people of a job: the contract's tasks. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly runs: WorkloadRunsRepository,
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
}
