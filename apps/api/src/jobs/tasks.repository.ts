import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobPeople } from '../database/schema';

/** A person of a job at a position of its resources. */
export interface TaskPosition {
  readonly personId: string;
  readonly position: number;
}

/** Every statement about pages of the people of a job. */
@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  /** People of a job behind a position, in the order of its resources; those who were taken out are among them. */
  page(jobId: string, afterPosition: number, skip: number, limit: number): Promise<TaskPosition[]> {
    return this.database.orm
      .select({ personId: jobPeople.personId, position: jobPeople.position })
      .from(jobPeople)
      .where(and(eq(jobPeople.jobId, jobId), gt(jobPeople.position, afterPosition)))
      .orderBy(asc(jobPeople.position))
      .offset(skip)
      .limit(limit);
  }
}
