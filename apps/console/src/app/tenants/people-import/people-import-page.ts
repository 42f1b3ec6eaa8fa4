import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { ImportOutcome } from '@ferry/contracts';
import { formatBytes, formatCount } from '../../format/numbers';
import { saveFile } from '../../http/downloaded-file';
import { SessionStore } from '../../session/session-store';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { faultsFile } from '../data/faults-file';
import { peopleFileType, PeopleImportStore, rowsWith } from '../data/people-import-store';
import { OUTCOME_FACES, OUTCOMES } from '../labels/import-faces';
import { ImportRows } from './import-rows';
import { PEOPLE_IMPORT_TEXTS } from './people-import.texts';

/** Imports people: a file, a dry run that says what would become of each row, and then the import itself. */
@Component({
  selector: 'ferry-people-import-page',
  imports: [Breadcrumb, EmptyState, FailureNotice, Icon, ImportRows, MatButton, RouterLink, Skeleton],
  templateUrl: './people-import-page.html',
  styleUrl: './people-import-page.css',
  providers: [PeopleImportStore],
  host: { class: 'page' },
})
export class PeopleImportPage {
  readonly tenantId = input.required<string>();
  /** The outcome whose rows are shown; all of them without one. */
  readonly show = input<string>();

  protected readonly store = inject(PeopleImportStore);
  private readonly session = inject(SessionStore);
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);

  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private readonly choose = viewChild<MatButton>('choose');

  protected readonly texts = PEOPLE_IMPORT_TEXTS;
  protected readonly canWrite = this.session.canWrite;
  protected readonly ownId = computed(() => this.session.session()?.tenant.id ?? '');
  protected readonly isOwn = computed(() => this.tenantId() === this.ownId());
  protected readonly isOver = signal(false);
  protected readonly unfit = signal<string | null>(null);
  protected readonly crumbs = computed(() => [
    { label: this.texts.crumbs.tenants, link: ['/tenants'] },
    { label: this.texts.crumbs.own, link: ['/tenants', this.tenantId()] },
    { label: this.texts.crumbs.people, link: ['/tenants', this.tenantId(), 'people'] },
  ]);
  protected readonly fileSize = computed(() => formatBytes(this.store.file()?.size ?? 0));
  protected readonly outcome = computed(() => OUTCOMES.find((outcome) => outcome === this.show()) ?? null);
  protected readonly rows = computed(() => rowsWith(this.store.answer()?.rows ?? [], this.outcome()));
  protected readonly filters = computed(() => {
    const answer = this.store.answer();
    if (answer === null) return [];
    const counters = OUTCOMES.map((outcome) => {
      const { label, future } = OUTCOME_FACES[outcome];
      return { outcome, label: answer.dryRun ? future : label, count: answer.totals[outcome] };
    });
    return [{ outcome: null, label: this.texts.all, count: answer.totals.rows }, ...counters]
      .filter(({ count, outcome }) => count > 0 || outcome === null)
      .map((filter) => ({ ...filter, count: formatCount(filter.count), chosen: filter.outcome === this.outcome() }));
  });
  protected readonly summary = computed(() => {
    const answer = this.store.answer();
    if (answer === null) return '';
    const { created, changed, refused } = answer.totals;
    if (!answer.dryRun) return this.texts.summaryDone(created, changed, refused);
    return created + changed === 0 ? this.texts.summaryNothing : this.texts.summaryDry(created, changed);
  });

  protected over(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.isOver.set(false);
    void this.take(event.dataTransfer?.files[0]);
  }

  protected pick(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    void this.take(event.target.files?.[0]);
    // The same file may be chosen again after it was mended.
    event.target.value = '';
  }

  protected async import(): Promise<void> {
    await this.showOnly(null);
    await this.store.import(this.tenantId());
    this.follow();
  }

  protected async startOver(): Promise<void> {
    this.store.clear();
    await this.showOnly(null);
    this.follow();
  }

  protected async saveTemplate(): Promise<void> {
    const file = await this.store.template(this.tenantId());
    if (file !== null) saveFile(file, this.document);
  }

  protected saveFaults(): void {
    saveFile(faultsFile(this.store.answer()?.rows ?? []), this.document);
  }

  protected showOnly(show: ImportOutcome | null): Promise<boolean> {
    const queryParams = { show };
    return this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true, scroll: 'manual' });
  }

  private async take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const type = peopleFileType(file.name);
    const { unknownType, empty } = this.texts.choose;
    if (type === null) this.unfit.set(unknownType(file.name));
    else if (file.size === 0) this.unfit.set(empty(file.name));
    else {
      this.unfit.set(null);
      await this.store.choose(this.tenantId(), { name: file.name, size: file.size, type, content: file });
      const refused = this.store.answer()?.totals.refused ?? 0;
      await this.showOnly(refused > 0 ? ImportOutcome.Refused : null);
      this.follow();
    }
  }

  /** What had the focus is gone: it goes on to what has come in its place. */
  private follow(): void {
    const move = () => {
      const heading = this.heading();
      if (heading) heading.nativeElement.focus();
      else this.choose()?.focus();
    };
    afterNextRender(move, { injector: this.injector });
  }
}
