import { computed, inject, Service, signal } from '@angular/core';
import type { PeopleFigures, Person } from '@ferry/contracts';
import type { DownloadedFile } from '../../http/downloaded-file';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { PeopleApi, type PeoplePage } from './people-api';

/** People of a page. */
export const PEOPLE_ON_PAGE = 100;

/** The people of a tenant, page by page, as the address says. */
@Service({ autoProvided: false })
export class PeopleStore {
  private readonly api = inject(PeopleApi);
  private readonly current = signal<PeoplePage | null>(null);
  private readonly counts = signal<PeopleFigures | null>(null);
  private readonly opened = signal<Person | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly unread = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly busy = signal(false);
  private asked = 0;
  private question = { tenantId: '', search: '', from: '' };

  readonly people = computed(() => this.current()?.people ?? null);
  readonly next = computed(() => this.current()?.next ?? null);
  readonly figures = this.counts.asReadonly();
  /** The person whose details are shown. */
  readonly person = this.opened.asReadonly();
  readonly error = this.failure.asReadonly();
  /** Why the details of the person cannot be shown. */
  readonly personError = this.unread.asReadonly();
  readonly changeError = this.refusal.asReadonly();
  readonly loading = this.busy.asReadonly();

  /** Reads a page. Of several that were asked for, the last one is shown. */
  async show(tenantId: string, search: string, from: string): Promise<void> {
    this.question = { tenantId, search, from };
    await this.reload();
  }

  async reload(): Promise<void> {
    const { tenantId, search, from } = this.question;
    const asked = (this.asked += 1);
    this.busy.set(true);
    this.failure.set(null);
    try {
      const [page, figures] = await Promise.all([
        this.api.page(tenantId, { search, from, top: PEOPLE_ON_PAGE }),
        this.api.figures(tenantId),
      ]);
      if (asked !== this.asked) return;
      this.current.set(page);
      this.counts.set(figures);
    } catch (error) {
      if (asked === this.asked) this.failure.set(toServiceError(error));
    } finally {
      if (asked === this.asked) this.busy.set(false);
    }
  }

  /** Shows one person, who need not be on the page; null shows nobody. */
  async open(tenantId: string, personId: string | null): Promise<void> {
    this.refusal.set(null);
    this.unread.set(null);
    this.opened.set(this.people()?.find(({ id }) => id === personId) ?? null);
    if (personId === null || this.opened() !== null) return;
    try {
      this.opened.set(await this.api.person(tenantId, personId));
    } catch (error) {
      this.unread.set(toServiceError(error));
    }
  }

  /** Forgets people, one after the other; false when the service refuses one, where it stops. */
  remove(ids: readonly string[]): Promise<boolean> {
    return this.changing(async () => {
      for (const id of ids) await this.api.remove(this.question.tenantId, id);
    });
  }

  /** Brings the people of the sandbox back. */
  bringBackSandbox(): Promise<boolean> {
    return this.changing(() => this.api.bringBackSandbox());
  }

  /** The CSV file to fill in; null when it cannot be had. */
  async template(tenantId: string): Promise<DownloadedFile | null> {
    this.refusal.set(null);
    try {
      return await this.api.template(tenantId);
    } catch (error) {
      this.refusal.set(toServiceError(error));
      return null;
    }
  }

  private async changing(work: () => Promise<void>): Promise<boolean> {
    let refusal: ServiceError | null = null;
    try {
      await work();
    } catch (error) {
      refusal = toServiceError(error);
    }
    this.opened.set(null);
    await this.reload();
    this.refusal.set(refusal);
    return refusal === null;
  }
}
