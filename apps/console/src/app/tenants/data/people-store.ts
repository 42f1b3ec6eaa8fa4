import { computed, inject, Service, signal } from '@angular/core';
import type { PeopleFigures, Person } from '@ferry/contracts';
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
  readonly removalError = this.refusal.asReadonly();
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
    this.opened.set(this.people()?.find(({ id }) => id === personId) ?? null);
    if (personId === null || this.opened() !== null) return;
    try {
      this.opened.set(await this.api.person(tenantId, personId));
    } catch (error) {
      this.refusal.set(toServiceError(error));
    }
  }

  /** Forgets a person; false when the service refuses. */
  async remove({ id }: Person): Promise<boolean> {
    this.refusal.set(null);
    try {
      await this.api.remove(this.question.tenantId, id);
    } catch (error) {
      this.refusal.set(toServiceError(error));
      return false;
    }
    this.opened.set(null);
    await this.reload();
    return true;
  }
}
