import { JobStatus, type PersonReport, type ReportHead } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import type { PlacedPerson } from './report';
import { toPersonReports, toReportHead } from './report.mapper';
import { type FolderItems, ReportRepository, type ReportedPerson } from './report.repository';

/** People who are read together. */
const PAGE = 200;
/** Items of the ledger that are added up in one statement; a run that has more stands alone. */
const ITEMS_TOGETHER = 200_000;

/** The job was removed while its report was read. */
export class ReportInterruptedError extends Error {
  readonly code = 'reportInterrupted';

  constructor(jobId: string) {
    super(`Job ${jobId} was removed while its report was read.`);
    this.name = 'ReportInterruptedError';
  }
}

/** The report of a job that is there: made of its runs, its ledger and its events, a few people at a time. */
@Injectable()
export class LiveReport {
  constructor(
    private readonly database: Database,
    private readonly reports: ReportRepository,
    private readonly jobs: JobsRepository,
    private readonly runs: WorkloadRunsRepository,
    private readonly clock: ServiceClock,
  ) {}

  /** The job as a whole. */
  async head(job: JobRecord, orm: Orm = this.database.orm): Promise<ReportHead> {
    const names = {
      source: await this.reports.tenantName(orm, job.sourceTenantId),
      target: await this.reports.tenantName(orm, job.tenantId),
    };
    return toReportHead(job, await this.reports.sums(orm, job.id), names, this.clock.now());
  }

  /** The people of the job, page by page. Throws `ReportInterruptedError` when its removal has begun meanwhile. */
  async *people(job: JobRecord): AsyncGenerator<PersonReport> {
    for (let after = 0; ;) {
      const page = await this.page(job, after);
      // Looked at behind the page: what was read while the job was removed is not the whole truth.
      const current = await this.jobs.find(job.tenantId, job.id);
      if (!current || current.status === JobStatus.PendingDelete) throw new ReportInterruptedError(job.id);
      const last = page.at(-1);
      if (!last) return;
      for (const { person } of page) yield person;
      after = last.position;
    }
  }

  /** The next people behind a place; none when nobody is left. */
  async page(job: JobRecord, after: number, orm: Orm = this.database.orm): Promise<PlacedPerson[]> {
    const people = await this.reports.people(orm, job.id, after, PAGE);
    return people.length === 0 ? [] : this.of(job, people, orm);
  }

  /** One person of the job; null when there is no such person in it. */
  async person(job: JobRecord, personId: string, orm: Orm = this.database.orm): Promise<PersonReport | null> {
    const found = await this.reports.person(orm, job.id, personId);
    const [placed] = found ? await this.of(job, [found], orm) : [];
    return placed?.person ?? null;
  }

  private async of(job: JobRecord, people: readonly ReportedPerson[], orm: Orm): Promise<PlacedPerson[]> {
    const personIds = people.map(({ personId }) => personId);
    const runs = await this.runs.ofPeople(orm, job.id, personIds);
    const folderItems: FolderItems[] = [];
    for (const ids of statements(runs)) folderItems.push(...(await this.reports.folderItems(orm, ids)));
    const runIds = runs.map(({ id }) => id);
    return toPersonReports(job, people, {
      runs,
      folderItems,
      verifiedFolders: await this.reports.verifiedFolders(orm, runIds),
      transitions: await this.reports.transitions(orm, job.id, personIds),
    });
  }
}

/** The runs that are added up together. */
function statements(runs: readonly RunRecord[]): number[][] {
  const groups: number[][] = [];
  let room = 0;
  for (const { id, copied, alreadyThere, skipped, failed } of runs) {
    const items = copied + alreadyThere + skipped + failed;
    const current = groups.at(-1);
    if (current && items <= room) current.push(id);
    else groups.push([id]);
    room = (current && items <= room ? room : ITEMS_TOGETHER) - items;
  }
  return groups;
}
