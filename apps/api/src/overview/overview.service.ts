import { type Attention, type AttentionPerson, JobStatus, type Overview } from '@ferry/contracts';
import { ATTENTION_KINDS, type AttentionFigures, awaitsApproval, jobAttention } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import type { JobRecord } from '../jobs/job.record';
import type { JobOutlook } from '../progress/job-outlook';
import { Outlooks } from '../progress/outlooks';
import { ProgressRepository } from '../progress/progress.repository';
import { OverviewRepository } from './overview.repository';
import { toAttention, toCutover, toRunningJob } from './overview.mapper';
import { RunningRepository } from './running.repository';
import { TroubleRepository } from './trouble.repository';

const DAY = 86_400_000;

/** Jobs that ended with people who failed. */
const ENDED_BADLY = [JobStatus.Failed, JobStatus.CompletedWithErrors, JobStatus.ValidateFailed];
/** Jobs that the engine works on. */
const RUNNING = [
  JobStatus.ValidateSubmitted,
  JobStatus.ValidateProcessing,
  JobStatus.ValidateInProgress,
  JobStatus.Processing,
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
];
/** Jobs whose migration has not begun. */
const NOT_BEGUN = [JobStatus.Submitted, JobStatus.ValidatePassed];
/** Jobs whose cutover is still to come. */
const BEFORE_CUTOVER = [
  ...NOT_BEGUN,
  JobStatus.Approved,
  JobStatus.ValidateSubmitted,
  JobStatus.ValidateProcessing,
  JobStatus.ValidateInProgress,
  JobStatus.Processing,
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
];

/** Of each kind of trouble so many jobs are told of; of a tenant with more, a list tells. */
const SHOWN = 20;
/** Looking for causes reads every run that failed, so of fewer jobs. */
const SHOWN_FAILED = 10;
const SHOWN_RUNNING = 10;
const SHOWN_CUTOVERS = 10;
const CUTOVER_DAYS = 14;
/** So long a job is still asked about whose validation has expired, or whose date has passed. */
const FORGOTTEN_AFTER = 7 * DAY;
/** So early an expiry may be mentioned; the domain decides. */
const EARLIEST_EXPIRY = 3 * DAY;

/** What a tenant has to know at this moment. */
@Injectable()
export class OverviewService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly overview: OverviewRepository,
    private readonly trouble: TroubleRepository,
    private readonly runs: RunningRepository,
    private readonly outlooks: Outlooks,
    private readonly progress: ProgressRepository,
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
      attention: await this.attention(tenantId, running, outlooks, now),
      failedJobs: await this.overview.count(tenantId, ENDED_BADLY),
      runningJobs: await this.overview.count(tenantId, RUNNING),
      running: await this.running(running, outlooks, now),
      ...(await this.cutovers(tenantId, now)),
    };
  }

  private async runningJobs(tenantId: string): Promise<JobRecord[]> {
    const jobs = await this.overview.newest(tenantId, RUNNING, SHOWN);
    return jobs.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, SHOWN);
  }

  private async attention(
    tenantId: string,
    running: readonly JobRecord[],
    outlooks: ReadonlyMap<string, JobOutlook>,
    now: Date,
  ): Promise<Overview['attention']> {
    const ended = await this.overview.newest(tenantId, ENDED_BADLY, SHOWN_FAILED);
    const badly = ended.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, SHOWN_FAILED);
    const jobs = [...running, ...badly, ...(await this.waiting(tenantId, now))];
    const ids = [...running, ...badly].map(({ id }) => id);
    const [failed, held, causes] = [
      await this.trouble.failed(ids),
      await this.trouble.held(ids),
      Map.groupBy(await this.trouble.causes(ids), ({ jobId }) => jobId),
    ];
    const told: Attention[] = [];
    for (const job of jobs) {
      const found = {
        failed: failed.find(({ jobId }) => jobId === job.id),
        held: held.find(({ jobId }) => jobId === job.id),
        causes: causes.get(job.id) ?? [],
        stuck: outlooks.get(job.id)?.stuckPeople ?? [],
        stuckExamples: await this.names(job, outlooks.get(job.id)?.stuckPeople ?? []),
      };
      const figures: AttentionFigures = {
        failed: found.failed?.people ?? 0,
        held: found.held?.people ?? 0,
        stuck: found.stuck.length,
      };
      told.push(...jobAttention(job, figures, now, this.config).map((why) => toAttention(job, why, found)));
    }
    return ATTENTION_KINDS.flatMap((kind) => told.filter((one) => one.kind === kind).slice(0, SHOWN));
  }

  /** Jobs that wait for somebody to begin, or to approve, before a date. */
  private async waiting(tenantId: string, now: Date): Promise<JobRecord[]> {
    const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const validation = this.config.validationDays * DAY;
    const [from, to] = [at(-validation - FORGOTTEN_AFTER), at(EARLIEST_EXPIRY - validation)];
    const expiring = await this.overview.validatedBetween(tenantId, from, to, SHOWN);
    const due = await this.overview.dueBetween(
      tenantId,
      NOT_BEGUN,
      at(-FORGOTTEN_AFTER),
      at(CUTOVER_DAYS * DAY),
      SHOWN,
    );
    const approvals = await this.overview.newest(tenantId, [JobStatus.Submitted], SHOWN);
    const awaiting = approvals.filter((job) => awaitsApproval(job, this.config));
    return [...new Map([...expiring, ...due, ...awaiting].map((job) => [job.id, job])).values()];
  }

  private async names(job: JobRecord, ids: readonly string[]): Promise<AttentionPerson[]> {
    if (ids.length === 0) return [];
    const people = await this.progress.people(job.id, ids.slice(0, 3));
    return people.map(({ personId: id, displayName }) => ({ id, displayName }));
  }

  private async running(
    jobs: readonly JobRecord[],
    outlooks: ReadonlyMap<string, JobOutlook>,
    now: Date,
  ): Promise<Overview['running']> {
    const shown = jobs.slice(0, SHOWN_RUNNING);
    const ids = shown.map(({ id }) => id);
    const workloads = Map.groupBy(await this.runs.workloads(ids, now), ({ jobId }) => jobId);
    return shown.map((job) => toRunningJob(job, workloads.get(job.id) ?? [], outlooks.get(job.id)));
  }

  private async cutovers(tenantId: string, now: Date): Promise<Pick<Overview, 'cutovers' | 'cutoverDays'>> {
    const today = Math.floor(now.getTime() / DAY) * DAY;
    const end = new Date(today + CUTOVER_DAYS * DAY);
    const jobs = await this.overview.dueBetween(tenantId, BEFORE_CUTOVER, now, end, SHOWN_CUTOVERS);
    const people = await this.runs.people(jobs.map(({ id }) => id));
    const days = await this.overview.dueByDay(tenantId, BEFORE_CUTOVER, now, end);
    return {
      cutovers: jobs.map((job) =>
        toCutover(
          job,
          people.find(({ jobId }) => jobId === job.id),
          awaitsApproval(job, this.config),
        ),
      ),
      cutoverDays: days.map(({ start, jobs: count }) => ({ startDateTime: start, jobs: count })),
    };
  }
}
