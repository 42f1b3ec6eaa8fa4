import { Component, computed, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ServiceClock } from '../../clock/service-clock';
import { causesOf } from '../../jobs/data/job-draft/preflight-causes';
import { nextFocus } from '../../jobs/job-create/next-focus';
import { comparisonText } from '../../preflight/comparison-text';
import { preflightFigures } from '../../preflight/preflight-figures';
import { PreflightFindings } from '../../preflight/preflight-findings';
import { PREFLIGHT_TEXTS } from '../../preflight/preflight.texts';
import { SessionStore } from '../../session/session-store';
import { Breadcrumb } from '../../ui/breadcrumb/breadcrumb';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { type PreflightQuestion, TenantPreflightStore } from '../data/tenant-preflight-store';
import { PreflightForm } from './preflight-form';
import { TENANT_PREFLIGHT_TEXTS } from './tenant-preflight.texts';

/** All checks for people of one's tenant before any job exists, with evidence, compared with the run before. */
@Component({
  selector: 'ferry-tenant-preflight-page',
  imports: [
    Breadcrumb,
    EmptyState,
    FailureNotice,
    Icon,
    MatButton,
    PreflightFindings,
    PreflightForm,
    RouterLink,
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

  protected async run(question: PreflightQuestion): Promise<void> {
    await this.store.run(question);
    this.focus('#compared');
  }
}
