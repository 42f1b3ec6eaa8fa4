import type { FilterExpression } from '@ferry/odata';
import { Injectable } from '@nestjs/common';
import { and, eq, type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { jobPeople } from '../database/schema';
import { listFilter } from './list-filter.sql';
import type { ListOrder } from './list-order.sql';
import { TASK_FIELDS } from './task-fields.sql';

/** Which people of a job are meant; those who were taken out are among them. */
export interface TaskCriteria {
  readonly jobId: string;
  readonly filter: FilterExpression | undefined;
}

/** Which people of a job, in which order, from where on. */
export interface TaskListing extends TaskCriteria {
  readonly order: ListOrder;
  readonly skip: number;
  readonly skiptoken: string | undefined;
  readonly limit: number;
}

/** The ids of a page of people and the token of the next page. */
export interface PersonIdPage {
  readonly personIds: string[];
  readonly next: string | null;
}

/** Every statement that lists the people of a job. */
@Injectable()
export class TasksRepository {
  constructor(private readonly database: Database) {}

  /** A page of people. Throws `ODataQueryError` for a filter that cannot be translated. */
  async page(listing: TaskListing): Promise<PersonIdPage> {
    const { order, limit, skiptoken } = listing;
    const rows = await this.database.orm
      .select({ personId: jobPeople.personId, place: sql<string[]>`${order.columns()}` })
      .from(jobPeople)
      .where(and(...conditions(listing), ...(skiptoken === undefined ? [] : [order.behind(skiptoken)])))
      .orderBy(order.sql())
      .offset(listing.skip)
      .limit(limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      personIds: shown.map(({ personId }) => personId),
      next: rows.length > limit && last ? order.token(last.place) : null,
    };
  }

  /** How many people of a job are meant. */
  async count(criteria: TaskCriteria): Promise<number> {
    const [row] = await this.database.orm
      .select({ count: sql<number>`count(*)::int` })
      .from(jobPeople)
      .where(and(...conditions(criteria)));
    return row?.count ?? 0;
  }
}

function conditions({ jobId, filter }: TaskCriteria): SQL[] {
  return [eq(jobPeople.jobId, jobId), ...(filter ? [listFilter(filter, TASK_FIELDS)] : [])];
}
