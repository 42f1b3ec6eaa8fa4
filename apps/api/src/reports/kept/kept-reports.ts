import { JobStatus, PersonReport, ReportHead } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { Caller } from '../../auth/caller';
import { ServiceClock } from '../../clock/service-clock';
import type { Orm } from '../../database/database';
import { NotFoundError } from '../../graph/graph-http-error';
import { isGuid } from '../../jobs/job-key';
import type { JobRecord } from '../../jobs/job.record';
import { LiveReport } from '../live-report';
import type { Report } from '../report';
import { ReportRepository } from '../report.repository';
import { VerificationFactsRepository, verdictOf } from '../verification-facts.repository';
import { KeptReportsRepository } from './kept-reports.repository';
import { ReportRetention } from './report-retention';

/** No such report (404), or none that the caller may know of. */
export class ReportNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`There is no report '${id}' of a deleted job. Look for its id among the reports.`);
  }
}

/** Keeps the reports of jobs that are deleted, and gives them out. */
@Injectable()
export class KeptReports {
  constructor(
    private readonly kept: KeptReportsRepository,
    private readonly live: LiveReport,
    private readonly reports: ReportRepository,
    private readonly verifications: VerificationFactsRepository,
    private readonly retention: ReportRetention,
    private readonly clock: ServiceClock,
  ) {}

  /** Whether reports are kept at all. */
  get areKept(): boolean {
    return this.retention.days !== 0;
  }

  /**
   * Writes the next part of the report of a locked job down that is to be deleted: its head, then some people, then that
   * nobody is left. False when there is nothing left to write. It may be interrupted after any part; the report has the id
   * of its job, so nothing is written twice.
   */
  async collect(tx: Orm, job: JobRecord): Promise<boolean> {
    const collection = await this.kept.collection(tx, job.id);
    if (collection === null) {
      const head = await this.live.head(job, tx);
      const before = await this.reports.statusBeforeDeletion(tx, job.id);
      const status = (before as JobStatus | null) ?? job.status;
      const facts = await this.verifications.ofJobs(tx, [job.id]);
      await this.kept.begin(tx, job.tenantId, { ...head, status }, verdictOf(facts.get(job.id)));
      return true;
    }
    if (collection.isComplete) return false;
    const page = await this.live.page(job, collection.last, tx);
    if (page.length === 0) await this.kept.complete(tx, job.id, this.clock.now());
    else await this.kept.add(tx, job.id, page);
    return true;
  }

  /** Shows the report, in the transaction that removes its job. */
  async keep(tx: Orm, job: JobRecord): Promise<void> {
    // What was begun under another setting is not left lying about unseen.
    if (!this.areKept) {
      await this.kept.remove(tx, job.id);
      return;
    }
    await this.kept.keepEvents(tx, job.id);
    await this.kept.keep(tx, job.id, this.clock.now());
  }

  /** A report of the caller's tenant. Throws `ReportNotFoundError`. */
  async get(caller: Caller, id: string): Promise<Report> {
    const head = isGuid(id) ? await this.kept.head(caller.tenantId, id, this.retention.oldest()) : null;
    if (head === null) throw new ReportNotFoundError(id);
    return this.reportOf(head);
  }

  /** The report of a job whose removal has begun, as far as it is known; null before everybody has been written down. */
  async ofVanishing(job: JobRecord): Promise<Report | null> {
    const head = await this.kept.collectedHead(job.tenantId, job.id);
    return head && this.reportOf(head);
  }

  private reportOf(plain: Record<string, unknown>): Report {
    const head = plainToInstance(ReportHead, plain);
    return { head, people: () => this.people(head.id) };
  }

  private async *people(id: string): AsyncGenerator<PersonReport> {
    for (let after = 0; ;) {
      const page = await this.kept.people(id, after);
      const last = page.at(-1);
      if (!last) return;
      for (const { person } of page) yield plainToInstance(PersonReport, person);
      after = last.position;
    }
  }
}
