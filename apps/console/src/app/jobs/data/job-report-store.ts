import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import type { JobReport, ReportFormat } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { JobsApi } from './jobs-api';

/** While source and target are compared the report is read again after so long, in milliseconds. */
const LOOK_AGAIN_MS = 3_000;

/** What became of a job, and what the last comparison of source and target found. */
@Service({ autoProvided: false })
export class JobReportStore {
  private readonly api = inject(JobsApi);
  private readonly current = signal<JobReport | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly working = signal(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly report = this.current.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();
  /** For how many people a workload is being compared once more. */
  readonly verifying = computed(() =>
    (this.current()?.totals ?? []).reduce((most, { verifyingPeople }) => Math.max(most, verifyingPeople), 0),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  async read(id: string): Promise<void> {
    await this.trying(() => this.readNow(id));
  }

  /** Asks for source and target to be compared once more, and follows until they are. */
  async verify(id: string): Promise<void> {
    await this.trying(async () => {
      await this.api.verify(id);
      await this.readNow(id);
    });
  }

  /** The report as a file; null when it cannot be had. */
  async file(id: string, format: ReportFormat): Promise<DownloadedFile | null> {
    return this.trying(() => this.api.reportFile(id, format));
  }

  private async readNow(id: string): Promise<void> {
    clearTimeout(this.timer);
    this.current.set(await this.api.report(id));
    if (this.verifying() > 0) this.timer = setTimeout(() => void this.read(id), LOOK_AGAIN_MS);
  }

  private async trying<T>(work: () => Promise<T>): Promise<T | null> {
    this.working.set(true);
    this.failure.set(null);
    try {
      return await work();
    } catch (error) {
      this.failure.set(toServiceError(error));
      return null;
    } finally {
      this.working.set(false);
    }
  }
}
