import { type Attention, type AttentionPerson, JobStatus } from '@ferry/contracts';
import { ATTENTION_KINDS, awaitsApproval, jobAttention } from '@ferry/domain';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import type { JobRecord } from '../jobs/job.record';
import type { JobOutlook } from '../progress/job-outlook';
import { ProgressRepository } from '../progress/progress.repository';
import { toAttention } from './overview.mapper';
import { OverviewRepository } from './overview.repository';
import { ENDED_BADLY, NOT_BEGUN } from './overview-statuses';
import { TroubleRepository } from './trouble.repository';

const DAY = 86_400_000;

/** Of each kind of trouble so many jobs are told of; of a tenant with more, a list tells. */
const SHOWN = 20;
/** Looking for causes reads every run that failed, so of fewer jobs. */
const SHOWN_FAILED = 10;
const EXAMPLES = 3;
/** So long a job is still asked about whose validation has expired, or whose date has passed. */
const FORGOTTEN_AFTER = 7 * DAY;
/** So early a date may be mentioned at most; the domain decides. */
const EARLIEST = 4 * DAY;

/** What needs a person. */
@Injectable()
export class AttentionService {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly overview: OverviewRepository,
    private readonly trouble: TroubleRepository,
    private readonly progress: ProgressRepository,
  ) {}

  /** Why jobs of a tenant need a person, most urgent first, beside the running ones that the caller has found. */
  async of(
    tenantId: string,
    running: readonly JobRecord[],
    outlooks: ReadonlyMap<string, JobOutlook>,
    now: Date,
  ): Promise<Attention[]> {
    const ended = await this.overview.newest(tenantId, ENDED_BADLY, SHOWN_FAILED);
    const badly = ended.sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime()).slice(0, SHOWN_FAILED);
    const ids = [...running, ...badly].map(({ id }) => id);
    const [failed, held, causes] = [
      await this.trouble.failed(ids),
      await this.trouble.held(ids),
      Map.groupBy(await this.trouble.causes(ids), ({ jobId }) => jobId),
    ];
    const told: Attention[] = [];
    for (const job of [...running, ...badly, ...(await this.waiting(tenantId, now))]) {
      const stuck = outlooks.get(job.id)?.stuckPeople ?? [];
      const found = {
        failed: failed.find(({ jobId }) => jobId === job.id),
        held: held.find(({ jobId }) => jobId === job.id),
        causes: causes.get(job.id) ?? [],
        stuck,
        stuckExamples: await this.names(job, stuck),
      };
      const figures = { failed: found.failed?.people ?? 0, held: found.held?.people ?? 0, stuck: stuck.length };
      told.push(...jobAttention(job, figures, now, this.config).map((why) => toAttention(job, why, found)));
    }
    return ATTENTION_KINDS.flatMap((kind) => told.filter((one) => one.kind === kind).slice(0, SHOWN));
  }

  /** Jobs that wait for somebody to begin, or to approve, before a date. */
  private async waiting(tenantId: string, now: Date): Promise<JobRecord[]> {
    const at = (milliseconds: number) => new Date(now.getTime() + milliseconds);
    const validation = this.config.validationDays * DAY;
    const [from, to] = [at(-validation - FORGOTTEN_AFTER), at(EARLIEST - validation)];
    const expiring = await this.overview.validatedBetween(tenantId, from, to, SHOWN);
    const due = await this.overview.dueBetween(tenantId, NOT_BEGUN, at(-FORGOTTEN_AFTER), at(EARLIEST), SHOWN);
    const submitted = await this.overview.newest(tenantId, [JobStatus.Submitted], SHOWN);
    const awaiting = submitted.filter((job) => awaitsApproval(job, this.config));
    return [...new Map([...expiring, ...due, ...awaiting].map((job) => [job.id, job])).values()];
  }

  private async names(job: JobRecord, ids: readonly string[]): Promise<AttentionPerson[]> {
    if (ids.length === 0) return [];
    const people = await this.progress.people(job.id, ids.slice(0, EXAMPLES));
    return people.map(({ personId: id, displayName }) => ({ id, displayName }));
  }
}
