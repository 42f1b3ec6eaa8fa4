import { JobStatus, type PersonReport } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { ConflictError } from '../graph/graph-http-error';
import { TaskNotFoundError } from '../jobs/job-errors';
import { isGuid } from '../jobs/job-key';
import type { JobRecord } from '../jobs/job.record';
import { KeptReports } from './kept/kept-reports';
import { LiveReport } from './live-report';
import type { Report } from './report';

/** The job is being deleted, and its report is being written down (409). */
export class JobVanishingError extends ConflictError {
  constructor(name: string) {
    super(`The job '${name}' is being deleted. If reports are kept, its own is soon among those of deleted jobs.`);
  }
}

/** The reports of jobs that are there. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly live: LiveReport,
    private readonly kept: KeptReports,
  ) {}

  /** What became of a job, as it is known now. No store is asked: what the target holds is told by the last verification. */
  async ofJob(job: JobRecord): Promise<Report> {
    if (job.status === JobStatus.PendingDelete) {
      const written = await this.kept.ofVanishing(job);
      if (!written) throw new JobVanishingError(job.displayName);
      return written;
    }
    return { head: await this.live.head(job), people: () => this.live.people(job) };
  }

  /** What became of one person of a job. Throws `TaskNotFoundError`. */
  async ofPerson(job: JobRecord, personId: string): Promise<PersonReport> {
    const person = isGuid(personId) ? await this.live.person(job, personId.toLowerCase()) : null;
    if (!person) throw new TaskNotFoundError(personId);
    return person;
  }
}
