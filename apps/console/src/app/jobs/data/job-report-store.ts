import { inject, Service, signal } from '@angular/core';
import type { JobReport } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { JobsApi } from './jobs-api';

/** Source and target of a job compared, at the moment of asking. */
@Service({ autoProvided: false })
export class JobReportStore {
  private readonly api = inject(JobsApi);
  private readonly current = signal<JobReport | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly reading = signal(false);

  readonly report = this.current.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.reading.asReadonly();

  async read(id: string): Promise<void> {
    this.reading.set(true);
    this.failure.set(null);
    try {
      this.current.set(await this.api.report(id));
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.reading.set(false);
    }
  }
}
