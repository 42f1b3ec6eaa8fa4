import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, computed, DOCUMENT, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { formatCount } from '../../format/numbers';
import { saveFile } from '../../http/downloaded-file';
import { SessionStore } from '../../session/session-store';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { isConfirmed } from '../../ui/confirm-dialog/confirm-dialog';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { PeopleStore } from '../data/people-store';
import { PEOPLE_TEXTS } from './people.texts';
import { PeopleTable, personRowId } from './people-table';
import { PersonPanel } from './person-panel';

/** How long nobody types before a search begins. */
const PAUSE_MS = 250;

/** The people of a tenant. Search, page and the person who is open stand in the address. */
@Component({
  selector: 'ferry-people-page',
  imports: [Breadcrumb, EmptyState, FailureNotice, Icon, MatButton, PeopleTable, PersonPanel, RouterLink, Skeleton],
  templateUrl: './people-page.html',
  styleUrl: './people-page.css',
  providers: [PeopleStore],
  host: { class: 'page' },
})
export class PeoplePage {
  readonly tenantId = input.required<string>();
  readonly search = input('', { transform: (text: string | undefined) => text ?? '' });
  /** Where the page begins; empty for the first one. */
  readonly from = input('', { transform: (text: string | undefined) => text ?? '' });
  /** The person whose details are shown. */
  readonly person = input(null, { transform: (id: string | undefined) => id ?? null });

  protected readonly store = inject(PeopleStore);
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly dialogs = inject(MatDialog);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly document = inject(DOCUMENT);

  protected readonly texts = PEOPLE_TEXTS;
  protected readonly canWrite = this.session.canWrite;
  protected readonly chosen = signal<ReadonlySet<string>>(new Set());
  protected readonly isOwn = computed(() => this.tenantId() === this.session.session()?.tenant.id);
  protected readonly ownId = computed(() => this.session.session()?.tenant.id ?? '');
  protected readonly hasSandboxPeople = computed(
    () => this.canWrite() && this.session.session()?.sandbox === true && this.isOwn(),
  );
  protected readonly crumbs = computed(() => [
    { label: this.texts.crumb, link: ['/tenants'] },
    { label: this.texts.own, link: ['/tenants', this.tenantId()] },
  ]);
  protected readonly count = computed(() => {
    const [shown, all] = [this.store.people()?.length ?? 0, this.store.figures()?.people ?? 0];
    if (this.search() !== '') return this.texts.found(shown, this.store.next() !== null);
    return shown === all ? this.texts.count(all) : this.texts.shown(shown, formatCount(all));
  });
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const [tenantId, search, from] = [this.tenantId(), this.search(), this.from()];
      untracked(() => {
        this.chosen.set(new Set());
        void this.store.show(tenantId, search, from);
      });
    });
    effect(() => {
      const [tenantId, person] = [this.tenantId(), this.person()];
      if (this.store.people() !== null) untracked(() => void this.store.open(tenantId, person));
    });
  }

  /** The address follows what is typed, once nobody types for a moment. */
  protected type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    const search = event.target.value.trim();
    clearTimeout(this.pause);
    this.pause = setTimeout(() => void this.go({ search: search || null, from: null, person: null }), PAUSE_MS);
  }

  /** Back to the row from which the details were opened, or to the search when that is gone. */
  protected async close(): Promise<void> {
    const id = this.person();
    await this.go({ person: null });
    const row = id === null ? null : this.document.getElementById(personRowId(id));
    (row ?? this.document.getElementById('people-search'))?.focus();
  }

  protected async remove(ids: readonly string[], who: string): Promise<void> {
    const { heading, done, ...question } = this.texts.removal;
    if (!(await isConfirmed(this.dialogs, { ...question, heading: heading(who) }))) return;
    this.chosen.set(new Set());
    if (await this.store.remove(ids)) await this.announcer.announce(done(ids.length));
    await this.close();
  }

  protected removeChosen(): Promise<void> {
    const ids = [...this.chosen()];
    return this.remove(ids, this.texts.count(ids.length));
  }

  protected async saveTemplate(): Promise<void> {
    const file = await this.store.template(this.tenantId());
    if (file !== null) saveFile(file, this.document);
  }

  private go(queryParams: Params): Promise<boolean> {
    return this.router.navigate([], {
      relativeTo: this.route,
      queryParams,
      queryParamsHandling: 'merge',
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}
