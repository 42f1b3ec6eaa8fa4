import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { type Workload, WORKLOADS } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { causesOf } from '../../jobs/data/job-draft/preflight-causes';
import { nextFocus } from '../../jobs/job-create/next-focus';
import { WORKLOAD_FACES } from '../../jobs/labels/workload-faces';
import { comparisonText } from '../../preflight/comparison-text';
import { preflightFigures } from '../../preflight/preflight-figures';
import { PreflightFindings } from '../../preflight/preflight-findings';
import { PREFLIGHT_TEXTS } from '../../preflight/preflight.texts';
import { SessionStore } from '../../session/session-store';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { Choice } from '../../ui/choice/choice';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { SelectField } from '../../ui/select-field/select-field';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { TenantPreflightStore } from '../data/tenant-preflight-store';
import { namedPeople } from './named-people';
import { TENANT_PREFLIGHT_TEXTS } from './tenant-preflight.texts';

type Who = keyof (typeof TENANT_PREFLIGHT_TEXTS)['whoOptions'];

/** All checks for people of one's tenant before any job exists, with evidence, compared with the run before. */
@Component({
  selector: 'ferry-tenant-preflight-page',
  imports: [
    Breadcrumb,
    Choice,
    EmptyState,
    FailureNotice,
    Icon,
    MatButton,
    PreflightFindings,
    RouterLink,
    SelectField,
    Skeleton,
  ],
  templateUrl: './tenant-preflight-page.html',
  styleUrls: ['../form.css', '../../preflight/figures.css', './tenant-preflight-page.css'],
  providers: [TenantPreflightStore],
  host: { class: 'page' },
})
export class TenantPreflightPage {
  readonly tenantId = input.required<string>();
  /** Object ids of the people who were chosen elsewhere, with commas between; absent for everybody. */
  readonly people = input<string>();

  protected readonly store = inject(TenantPreflightStore);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(ServiceClock);
  private readonly focus = nextFocus();

  protected readonly texts = TENANT_PREFLIGHT_TEXTS;
  protected readonly words = PREFLIGHT_TEXTS;
  protected readonly canWrite = this.session.canWrite;
  protected readonly ownId = computed(() => this.session.session()?.tenant.id ?? '');
  protected readonly isOwn = computed(() => this.tenantId() === this.ownId());
  protected readonly crumbs = computed(() => [
    { label: this.texts.crumb, link: ['/tenants'] },
    { label: this.texts.own, link: ['/tenants', this.tenantId()] },
  ]);
  protected readonly whoOptions = Object.entries(this.texts.whoOptions).map(([value, label]) => ({ value, label }));
  protected readonly workloads = WORKLOADS.map((workload) => ({ workload, ...WORKLOAD_FACES[workload] }));

  protected readonly source = signal('');
  protected readonly endpoint = signal('');
  protected readonly chosenWorkloads = signal<ReadonlySet<Workload>>(new Set(WORKLOADS));
  protected readonly who = linkedSignal<Who>(() => (this.people() === undefined ? 'everybody' : 'named'));
  protected readonly names = linkedSignal(() => this.people()?.split(',').join('\n') ?? '');

  protected readonly sources = computed(() => [
    { value: '', label: this.texts.choose },
    ...(this.store.sources() ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  ]);
  private readonly leading = computed(() =>
    this.store.endpoints().filter(({ sourceTenantId }) => sourceTenantId === this.source()),
  );
  protected readonly endpoints = computed(() => [
    { value: '', label: this.texts.noEndpoint },
    ...this.leading().map(({ name }) => ({ value: name, label: name })),
  ]);
  private readonly named = computed(() => namedPeople(this.names()));
  protected readonly canRun = computed(
    () =>
      this.source() !== '' &&
      this.chosenWorkloads().size > 0 &&
      (this.who() === 'everybody' || this.named().length > 0) &&
      !this.store.busy(),
  );
  protected readonly figures = computed(() => {
    const result = this.store.result();
    if (result === null) return [];
    return preflightFigures(result.people, new Set(result.findings.map(({ personId }) => personId)).size);
  });
  protected readonly comparison = computed(() => {
    const result = this.store.result();
    if (result === null) return '';
    const ready = causesOf(result.findings).length === 0 ? `${this.words.allReady} ` : '';
    const now = untracked(() => this.clock.now());
    return ready + comparisonText(result, now);
  });
  protected readonly nameOf = (id: string): string => this.store.nameOf(id);

  constructor() {
    effect(() => {
      const [only, another] = this.store.sources() ?? [];
      untracked(() => only !== undefined && another === undefined && this.chooseSource(only.id));
    });
  }

  /** Its endpoint is chosen, too, where there is only one. */
  protected chooseSource(id: string): void {
    this.source.set(id);
    const [only, another] = this.leading();
    this.endpoint.set(only !== undefined && another === undefined ? only.name : '');
  }

  protected chooseWho(who: string): void {
    this.who.set(who === 'named' ? 'named' : 'everybody');
  }

  protected toggle(workload: Workload, event: Event): void {
    const chosen = new Set(this.chosenWorkloads());
    if (event.target instanceof HTMLInputElement && event.target.checked) chosen.add(workload);
    else chosen.delete(workload);
    this.chosenWorkloads.set(chosen);
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.names.set(event.target.value);
  }

  protected async run(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.canRun()) return;
    await this.store.run({
      sourceTenantId: this.source(),
      sourceEndpoint: this.endpoint(),
      workloads: [...this.chosenWorkloads()],
      people: this.who() === 'everybody' ? null : this.named(),
    });
    this.focus('#compared');
  }
}
