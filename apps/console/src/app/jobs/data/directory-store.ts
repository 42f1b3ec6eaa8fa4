import { computed, inject, Service, signal } from '@angular/core';
import type { Person, PersonCollection } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import type { PickedPerson } from './job-draft/job-draft';
import { JobDraftStore } from './job-draft-store';
import { TenantsApi } from '../../tenants/data/tenants-api';

const PAGE = 100;
const LARGEST_PAGE = 999;

/** The people of the target tenant as the service finds them, page by page, and who of them is chosen. */
@Service({ autoProvided: false })
export class DirectoryStore {
  private readonly api = inject(TenantsApi);
  private readonly drafts = inject(JobDraftStore);
  private readonly session = inject(SessionStore).session;

  private readonly wanted = signal('');
  private readonly found = signal<readonly Person[]>([]);
  private readonly next = signal<string | null>(null);
  private readonly reading = signal(false);
  private readonly failure = signal<ServiceError | null>(null);
  private request = 0;

  readonly text = this.wanted.asReadonly();
  readonly people = this.found.asReadonly();
  readonly loading = this.reading.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly hasMore = computed(() => this.next() !== null);
  readonly picked = computed(() => this.drafts.draft().picked);
  readonly pickedIds = computed(() => new Set(this.picked().map(({ id }) => id)));

  /** Looks for people; an answer to an earlier question that comes late is not shown. */
  async search(text: string): Promise<void> {
    this.wanted.set(text);
    const tenantId = this.session()?.tenant.id ?? '';
    await this.read(() => this.api.people(tenantId, text.trim(), PAGE), false);
  }

  async more(): Promise<void> {
    const link = this.next();
    if (link !== null) await this.read(() => this.api.peoplePage(link), true);
  }

  /** Chooses everybody who is found, also those who are not shown yet. */
  async pickAllFound(): Promise<void> {
    const tenantId = this.session()?.tenant.id ?? '';
    await this.read(() => this.api.people(tenantId, this.wanted().trim(), LARGEST_PAGE), false);
    while (this.next() !== null && this.failure() === null) await this.more();
    if (this.failure() === null) this.pick(this.found(), true);
  }

  pick(people: readonly PickedPerson[], isChosen: boolean): void {
    const changed = new Set(people.map(({ id }) => id));
    const others = this.picked().filter(({ id }) => !changed.has(id));
    const chosen = people.map(({ id, displayName, mail }) => ({ id, displayName, mail }));
    this.drafts.change({ picked: isChosen ? [...others, ...chosen] : others, leftOut: [] });
  }

  private async read(ask: () => Promise<PersonCollection>, isMore: boolean): Promise<void> {
    const request = ++this.request;
    this.reading.set(true);
    this.failure.set(null);
    try {
      const { value, nextLink } = await ask();
      if (request !== this.request) return;
      this.found.update((known) => (isMore ? [...known, ...value] : value));
      this.next.set(nextLink ?? null);
    } catch (error) {
      if (request === this.request) this.failure.set(toServiceError(error));
    } finally {
      if (request === this.request) this.reading.set(false);
    }
  }
}
