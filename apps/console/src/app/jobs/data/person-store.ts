import { inject, Service, signal } from '@angular/core';
import type { JobEvent, PersonJob, PersonReport } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { JobsApi } from './jobs-api';

/** What is told of one person beside the numbers of the moment: folders, events, other jobs. */
@Service({ autoProvided: false })
export class PersonStore {
  private readonly api = inject(JobsApi);
  private readonly current = signal<PersonReport | null>(null);
  private readonly happened = signal<readonly JobEvent[]>([]);
  private readonly before = signal<readonly PersonJob[]>([]);
  private readonly failure = signal<ServiceError | null>(null);
  private reading: string | null = null;

  readonly report = this.current.asReadonly();
  /** Newest first. */
  readonly events = this.happened.asReadonly();
  /** Every job that the person was or is in, newest first. */
  readonly jobs = this.before.asReadonly();
  readonly error = this.failure.asReadonly();

  /** Reads everything; an answer that comes after somebody else was asked for is dropped. */
  async read(jobId: string, personId: string): Promise<void> {
    const wanted = `${jobId} ${personId}`;
    if (this.reading !== wanted) this.current.set(null);
    this.reading = wanted;
    try {
      const [report, events, jobs] = await Promise.all([
        this.api.personReport(jobId, personId),
        this.api.personEvents(jobId, personId),
        this.api.personJobs(personId),
      ]);
      if (this.reading !== wanted) return;
      this.current.set(report);
      this.happened.set(events.value);
      this.before.set(jobs.value);
      this.failure.set(null);
    } catch (error) {
      if (this.reading === wanted) this.failure.set(toServiceError(error));
    }
  }
}
