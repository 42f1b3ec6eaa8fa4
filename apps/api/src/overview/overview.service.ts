import type { Overview } from '@ferry/contracts';
import { awaitsApproval } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import type { JobRecord } from '../jobs/job.record';
import type { JobOutlook } from '../progress/job-outlook';
import { Outlooks } from '../progress/outlooks';
import { AttentionService } from './attention.service';
import { toCutover, toRunningJob } from './overview.mapper';
import { OverviewRepository } from './overview.repository';
import { BEFORE_CUTOVER, ENDED_BADLY, RUNNING } from './overview-statuses';
import { RunningRepository } from './running.repository';

const DAY = 86_400_000;
/** Of so many running jobs it is looked who is in trouble; the first ones are shown in numbers. */
const WATCHED = 20;
const SHOWN_RUNNING = 10;
const SHOWN_CUTOVERS = 10;
const CUTOVER_DAYS = 14;

/** What a tenant has to know at this moment. */
@Injectable()
export class OverviewService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly overview: OverviewRepository,
    private readonly attention: AttentionService,
    private readonly runs: RunningRepository,
    private readonly outlooks: Outlooks,
    private readonly clock: ServiceClock,
  ) {}

  async of(tenantId: string): Promise<Overview> {
    const now = this.clock.now();
    const running = await this.runningJobs(tenantId);
    const outlooks = new Map<string, JobOutlook>();
    for (const job of running) outlooks.set(job.id, await this.outlooks.of(job));
    return {
      dateTime: now,
      hasJobs: await this.overview.hasJobs(tenantId),
      attention: await this.attention.of(tenantId, running, outlooks, now),
      failedJobs: await this.overview.count(tenantId, ENDED_BADLY),
      runningJobs: await this.overview.count(tenantId, RUNNING),
      running: await this.inNumbers(running.slice(0, SHOWN_RUNNING), outlooks, now),
      ...(await this.cutovers(tenantId, now)),
    };
  }

  /** Those that changed last, first. */
  private async runningJobs(tenantId: string): Promise<JobRecord[]> {
    const jobs = await this.overview.newest(tenantId, RUNNING, WATCHED);
    return jobs.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, WATCHED);
  }

  private async inNumbers(
    jobs: readonly JobRecord[],
    outlooks: ReadonlyMap<string, JobOutlook>,
    now: Date,
  ): Promise<Overview['running']> {
    const ids = jobs.map(({ id }) => id);
    const workloads = Map.groupBy(await this.runs.workloads(ids, now), ({ jobId }) => jobId);
    return jobs.map((job) => toRunningJob(job, workloads.get(job.id) ?? [], outlooks.get(job.id)));
  }

  private async cutovers(tenantId: string, now: Date): Promise<Pick<Overview, 'cutovers' | 'cutoverDays'>> {
    const today = Math.floor(now.getTime() / DAY) * DAY;
    const end = new Date(today + CUTOVER_DAYS * DAY);
    const jobs = await this.overview.dueBetween(tenantId, BEFORE_CUTOVER, now, end, SHOWN_CUTOVERS);
    const people = await this.runs.people(jobs.map(({ id }) => id));
    const peopleOf = (job: JobRecord) => people.find(({ jobId }) => jobId === job.id);
    const days = await this.overview.dueByDay(tenantId, BEFORE_CUTOVER, now, end);
    return {
      cutovers: jobs.map((job) => toCutover(job, peopleOf(job), awaitsApproval(job, this.config))),
      cutoverDays: days.map(({ start, jobs: count }) => ({ startDateTime: start, jobs: count })),
    };
  }
}
