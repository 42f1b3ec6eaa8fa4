import { inject, Service, signal } from '@angular/core';
import type { AuditEntry } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { AuditApi } from './audit-api';
import { type AuditQuery, readAuditQuery } from './audit-query';

const EVERYTHING = readAuditQuery({
  actor: undefined,
  job: undefined,
  action: undefined,
  from: undefined,
  to: undefined,
  after: undefined,
});

/** A page of the audit. */
@Service({ autoProvided: false })
export class AuditStore {
  private readonly api = inject(AuditApi);
  private readonly current = signal<AuditQuery>(EVERYTHING);
  private readonly shown = signal<readonly AuditEntry[] | null>(null);
  private readonly token = signal<string | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly working = signal(false);

  /** Null before the first page has come. */
  readonly entries = this.shown.asReadonly();
  /** What asks for the next, older page; null on the last one. */
  readonly next = this.token.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly busy = this.working.asReadonly();

  async show(query: AuditQuery): Promise<void> {
    this.current.set(query);
    const page = await this.trying(() => this.api.page(query));
    if (page === null || query !== this.current()) return;
    this.shown.set(page.value);
    this.token.set(
      page.nextLink === undefined ? null : new URL(page.nextLink, location.origin).searchParams.get('skiptoken'),
    );
  }

  reload(): Promise<void> {
    return this.show(this.current());
  }

  /** Everything that is meant, as a file; null when it cannot be had. */
  file(): Promise<DownloadedFile | null> {
    return this.trying(() => this.api.file(this.current()));
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
