import { Injectable } from '@nestjs/common';
import { Changes } from '../changes/changes';
import type { Orm } from '../database/database';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { KeptReports } from '../reports/kept/kept-reports';
import { JobPurgeRepository } from './job-purge.repository';

/** Rows that go in one transaction: each is over in far less time than a statement may take. */
const ROWS_TOGETHER = 10_000;

/**
 * Removes a job that is to be deleted, a part at a time. First its report is written down, person by person; then its ledger
 * goes, in portions; with the last portion goes the job itself, and the report becomes visible. Whatever is interrupted goes
 * on from there: until then the job is there, and afterwards its report.
 */
@Injectable()
export class JobPurge {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly purges: JobPurgeRepository,
    private readonly reports: KeptReports,
    private readonly changes: Changes,
  ) {}

  /** The next part, for a locked job; true when another one follows. */
  async step(tx: Orm, job: JobRecord): Promise<boolean> {
    if (this.reports.areKept && (await this.reports.collect(tx, job))) return true;
    if ((await this.purges.removePortion(tx, job.id, ROWS_TOGETHER)) === ROWS_TOGETHER) return true;
    await this.changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: null });
    await this.reports.keep(tx, job);
    await this.jobs.purge(tx, job.id);
    return false;
  }
}
