import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollableWindow,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import { Component, computed, DOCUMENT, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReportFormat } from '@ferry/contracts';
import { decideVerification } from '@ferry/domain';
import { RelativeTime } from '../../clock/relative-time';
import { formatCount, formatQuantity } from '../../format/numbers';
import { saveFile } from '../../http/downloaded-file';
import { SessionStore } from '../../session/session-store';
import { PageTitle } from '../../shell/page-title';
import { Breadcrumb, type Crumb } from '../../ui/breadcrumb/breadcrumb';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Pill } from '../../ui/pill/pill';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { JOB_STATUS_FACES } from '../labels/job-status-faces';
import { SERVICE_STATUS_FACES } from '../labels/service-status-faces';
import { WORKLOAD_FACES } from '../labels/workload-faces';
import { JobReportStore } from '../data/job-report-store';
import { REPORT_COLUMNS } from './report-columns';
import {
  grandTotal,
  lastVerified,
  type ReportLine,
  reportLines,
  reportVerdict,
  workloadTotals,
} from './report-figures';
import { JOB_REPORT_TEXTS } from './job-report.texts';

/** What was found at the source, what became of it, and what the target held when it was compared, with downloads. */
@Component({
  selector: 'ferry-job-report-page',
  imports: [
    Breadcrumb,
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollableWindow,
    CdkVirtualScrollViewport,
    FailureNotice,
    Icon,
    MatButton,
    Pill,
    RelativeTime,
    Skeleton,
  ],
  templateUrl: './job-report-page.html',
  styleUrls: ['./job-report-page.css', '../narrow-table.css'],
  providers: [JobReportStore],
  host: { class: 'page' },
})
export class JobReportPage {
  readonly id = input.required<string>();

  private readonly canWrite = inject(SessionStore).canWrite;
  private readonly document = inject(DOCUMENT);
  protected readonly texts = JOB_REPORT_TEXTS;
  protected readonly store = inject(JobReportStore);
  protected readonly workloads = WORKLOAD_FACES;
  protected readonly statuses = SERVICE_STATUS_FACES;
  protected readonly columns = REPORT_COLUMNS;
  protected readonly count = formatCount;
  protected readonly quantity = formatQuantity;
  protected readonly onlyDifferences = signal(false);
  private readonly totals = computed(() => {
    const report = this.store.report();
    return report === null ? [] : workloadTotals(report);
  });
  private readonly total = computed(() => grandTotal(this.totals()));
  /** A row for each workload, and one for all of them. */
  protected readonly rows = computed(() => [...this.totals(), { ...this.total(), service: null }]);
  protected readonly verdict = computed(() => reportVerdict(this.total()));
  protected readonly verified = computed(() => {
    const report = this.store.report();
    return report === null ? null : lastVerified(report);
  });
  protected readonly canVerify = computed(() => {
    const report = this.store.report();
    return report !== null && this.canWrite() && decideVerification(report).allowed;
  });
  protected readonly crumbs = computed<readonly Crumb[]>(() => [
    { label: this.texts.jobs, link: ['/jobs'] },
    { label: this.store.report()?.displayName ?? this.texts.job, link: ['/jobs', this.id()] },
  ]);
  protected readonly face = computed(() => {
    const report = this.store.report();
    return report === null ? null : JOB_STATUS_FACES[report.status];
  });
  private readonly lines = computed(() => {
    const report = this.store.report();
    return report === null ? [] : reportLines(report);
  });
  protected readonly differences = computed(() => this.lines().filter(({ differs }) => differs));
  protected readonly shown = computed(() => (this.onlyDifferences() ? this.differences() : this.lines()));

  constructor() {
    const title = inject(PageTitle);
    effect(() => {
      const id = this.id();
      untracked(() => void this.store.read(id));
    });
    effect(() => {
      const name = this.store.report()?.displayName;
      if (name !== undefined) title.say(this.texts.titleOf(name));
    });
  }

  protected async download(format: `${ReportFormat}`): Promise<void> {
    const file = await this.store.file(this.id(), format as ReportFormat);
    if (file) saveFile(file, this.document);
  }

  protected trackLine(_index: number, line: ReportLine): string {
    return `${line.personId} ${line.service}`;
  }
}
