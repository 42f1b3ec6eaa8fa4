import { Component, computed, DOCUMENT, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type ReportEntry, ReportFormat } from '@ferry/contracts';
import { RelativeTime } from '../clock/relative-time';
import { formatCount } from '../format/numbers';
import { saveFile } from '../http/downloaded-file';
import { JOB_STATUS_FACES } from '../jobs/labels/job-status-faces';
import { ListKeys } from '../shortcuts/list-keys';
import { ShortcutTarget } from '../shortcuts/shortcut-target';
import { EmptyState } from '../ui/empty-state/empty-state';
import { FailureNotice } from '../ui/failure-notice/failure-notice';
import { Icon } from '../ui/icon/icon';
import { Pager } from '../ui/pager/pager';
import { Pill } from '../ui/pill/pill';
import { Skeleton } from '../ui/skeleton/skeleton';
import { REPORTS_PAGE } from './data/reports-api';
import { ReportsStore } from './data/reports-store';
import { FORMAT_LABELS, REPORTS_TEXTS, VERIFICATION_FACES } from './reports.texts';

/** The reports of jobs that are over, the deleted ones among them; what the address says is what is shown. */
@Component({
  selector: 'ferry-reports-page',
  imports: [
    EmptyState,
    FailureNotice,
    Icon,
    ListKeys,
    MatButton,
    Pager,
    Pill,
    RelativeTime,
    RouterLink,
    ShortcutTarget,
    Skeleton,
  ],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
  providers: [ReportsStore],
  host: { class: 'page' },
})
export class ReportsPage {
  readonly q = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(ReportsStore);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);

  protected readonly texts = REPORTS_TEXTS;
  protected readonly pageSize = REPORTS_PAGE;
  protected readonly formats = [ReportFormat.Pdf, ReportFormat.Csv, ReportFormat.Json].map((format) => ({
    format,
    label: FORMAT_LABELS[format],
  }));
  protected readonly query = computed(() => {
    const page = this.page() ?? '';
    return { search: this.q() ?? '', page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 };
  });
  protected readonly lines = computed(
    () =>
      this.store.reports()?.map((report) => ({
        report,
        status: JOB_STATUS_FACES[report.status],
        verification: VERIFICATION_FACES[report.verification],
        people: formatCount(report.people),
      })) ?? null,
  );

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => void this.store.show(query));
    });
  }

  protected search(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.go(event.target.value.trim(), 1);
  }

  protected go(search: string, page: number): void {
    const queryParams = { q: search || null, page: page === 1 ? null : page };
    void this.router.navigate(['/reports'], { queryParams });
  }

  protected async download(report: ReportEntry, format: ReportFormat): Promise<void> {
    const file = await this.store.file(report, format);
    if (file !== null) saveFile(file, this.document);
  }
}
