import type { JobCounts, JobSummary } from '@ferry/contracts';
import type { ListQuery } from '@ferry/odata';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { CONFIG, type Config } from '../config/config';
import { JOB_FIELDS, JOB_ID, NEWEST_FIRST } from '../jobs/job-fields.sql';
import { JobListRepository } from '../jobs/job-list.repository';
import type { JobRecord } from '../jobs/job.record';
import { ListOrder } from '../jobs/list-order.sql';
import { Outlooks } from '../progress/outlooks';
import { FiguresRepository } from './figures.repository';
import { toJobSummary } from './summary.mapper';

/** A page of jobs as lines of a list, and the token of the next one. */
export interface SummariesPage {
  readonly value: JobSummary[];
  readonly next: string | null;
}

/** Jobs as lines of a list: found by the query options of the contract, with their most important numbers. */
@Injectable()
export class SummariesService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly listing: JobListRepository,
    private readonly figures: FiguresRepository,
    private readonly outlooks: Outlooks,
  ) {}

  /** A page of the jobs of the caller's tenant; `attention` leaves only those that need a person. */
  async page(caller: Caller, query: ListQuery, attention: boolean, limit: number): Promise<SummariesPage> {
    const { jobs, next } = await this.listing.page({
      tenantId: caller.tenantId,
      filter: query.filter,
      search: query.search,
      attention: attention ? this.config : undefined,
      order: ListOrder.of(query.orderby, JOB_FIELDS, NEWEST_FIRST, JOB_ID),
      skip: query.skip ?? 0,
      skiptoken: query.skiptoken,
      limit,
      resources: 0,
    });
    return { value: await this.of(jobs), next };
  }

  /** The jobs that are meant, counted by status. */
  async counts(caller: Caller, { filter, search }: ListQuery): Promise<JobCounts> {
    const counts = await this.listing.countByStatus({ tenantId: caller.tenantId, filter, search }, this.config);
    const sum = (member: 'jobs' | 'needAttention') => counts.reduce((total, count) => total + count[member], 0);
    const statuses = counts.map(({ status, jobs }) => ({ status, jobs }));
    return { jobs: sum('jobs'), needAttention: sum('needAttention'), statuses };
  }

  /** Some jobs as lines of a list, in their order. What is stuck is asked only of jobs in which something is to move. */
  async of(jobs: readonly JobRecord[]): Promise<JobSummary[]> {
    const figures = await this.figures.ofJobs(jobs.map(({ id }) => id));
    const summaries: JobSummary[] = [];
    for (const job of jobs) {
      const known = figures.get(job.id);
      const stuck = known?.moves === true ? (await this.outlooks.of(job)).stuck : 0;
      summaries.push(toJobSummary(job, known, stuck, this.config));
    }
    return summaries;
  }
}
