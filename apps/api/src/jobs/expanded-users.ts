import type { CrossTenantMigrationJob } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { LinkedRequest } from '../graph/graph-links';
import { JobLinks } from './job-links';
import type { JobWithResources } from './job.record';
import { ListOrder } from './list-order.sql';
import { PeopleService } from './people.service';
import { RESOURCE_ORDER, TASK_FIELDS, TASK_ID } from './task-fields.sql';

/** How many people an expansion shows; a link leads to the others (contract page 5.4: usually 20). */
const MOST_EXPANDED = 20;

/** What an expansion adds to a job. */
export type UsersMember = Pick<CrossTenantMigrationJob, 'users' | 'users@odata.nextLink'>;

/** The people of jobs as `$expand=users` shows them. */
@Injectable()
export class ExpandedUsers {
  /** How many of a job's resources are needed to show its people, and to know whether there are more. */
  readonly resources = MOST_EXPANDED + 1;

  constructor(
    private readonly people: PeopleService,
    private readonly links: JobLinks,
  ) {}

  /** The first people of each job, by the id of the job. */
  async of(jobs: readonly JobWithResources[], request: LinkedRequest): Promise<ReadonlyMap<string, UsersMember>> {
    const first = jobs.map((job) => ({ ...job, resources: job.resources.slice(0, MOST_EXPANDED) }));
    const tasks = await this.people.ofJobs(first);
    return new Map(
      jobs.map(({ id, resources }) => {
        const users = tasks.get(id) ?? [];
        if (resources.length <= MOST_EXPANDED) return [id, { users }];
        return [id, { users, 'users@odata.nextLink': this.links.usersBehind(request, id, behindTheFirst()) }];
      }),
    );
  }
}

/** The place behind the people that an expansion shows, as the list of people writes it. */
function behindTheFirst(): string {
  return ListOrder.of(undefined, TASK_FIELDS, RESOURCE_ORDER, TASK_ID).token([String(MOST_EXPANDED)]);
}
