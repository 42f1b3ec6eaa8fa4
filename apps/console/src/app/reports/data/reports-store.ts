import { inject, Service, signal } from '@angular/core';
import type { ReportEntry, ReportFormat } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { ReportsApi } from './reports-api';

/** Which reports are shown. */
export interface ReportsQuery {
  readonly search: string;
  /** From 1 on. */
  readonly page: number;
}

/** A page of the list of reports. */
@Service({ autoProvided: false })
export class ReportsStore {
  private readonly api = inject(ReportsApi);
  private readonly current = signal<ReportsQuery>({ search: '', page: 1 });
  private readonly shown = signal<readonly ReportEntry[] | null>(null);
  private readonly others = signal(false);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly working = signal(false);

  /** Null before the first page has come. */
  readonly reports = this.shown.asReadonly();
  readonly hasMore = this.others.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();

  async show(query: ReportsQuery): Promise<void> {
    this.current.set(query);
    const page = await this.trying(() => this.api.page(query.search, query.page));
    if (page === null || query !== this.current()) return;
    this.shown.set(page.value);
    this.others.set(page.nextLink !== undefined);
  }

  reload(): Promise<void> {
    return this.show(this.current());
  }

  /** A report as a file; null when it cannot be had. */
  file(report: ReportEntry, format: ReportFormat): Promise<DownloadedFile | null> {
    return this.trying(() => this.api.file(report, format));
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
