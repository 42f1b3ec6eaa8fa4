import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { formatQuantity } from '../../format/numbers';
import { SessionStore } from '../../session/session-store';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Pager } from '../../ui/pager/pager';
import { Skeleton } from '../../ui/skeleton/skeleton';
import type { BulkAction } from '../data/bulk-run';
import { JobListStore } from '../data/job-list-store';
import { JobSelection } from '../data/job-selection';
import { PAGE_SIZE } from '../data/jobs-options';
import { ALL_JOBS, jobsQueryParameters, type JobsQuery, leavesOut, readJobsQuery } from '../data/jobs-query';
import { JobFilters } from './job-filters';
import { JOB_LIST_TEXTS } from './job-list.texts';
import { JobTable } from './job-table';
import { SelectionBar } from './selection-bar';
import { StatusCounters } from './status-counters';
import { ViewBar } from './view-bar';

/** The jobs: what the address says is what is shown. */
@Component({
  selector: 'ferry-job-list-page',
  imports: [
    EmptyState,
    FailureNotice,
    Icon,
    JobFilters,
    JobTable,
    MatButton,
    Pager,
    RouterLink,
    SelectionBar,
    Skeleton,
    StatusCounters,
    ViewBar,
  ],
  templateUrl: './job-list-page.html',
  styleUrl: './job-list-page.css',
  providers: [JobListStore],
  host: { class: 'page' },
})
export class JobListPage {
  readonly q = input<string>();
  readonly status = input<string>();
  readonly attention = input<string>();
  readonly by = input<string>();
  readonly endpoint = input<string>();
  readonly cutover = input<string>();
  readonly sort = input<string>();
  readonly page = input<string>();

  protected readonly store = inject(JobListStore);
  private readonly router = inject(Router);
  private readonly dialogs = inject(MatDialog);
  private readonly session = inject(SessionStore);

  protected readonly texts = JOB_LIST_TEXTS;
  protected readonly pageSize = PAGE_SIZE;
  protected readonly canWrite = this.session.canWrite;
  protected readonly sandbox = computed(() => this.session.session()?.sandbox === true);
  protected readonly selection = new JobSelection(this.store.rows);
  protected readonly query = computed<JobsQuery>(() =>
    readJobsQuery({
      q: this.q(),
      status: this.status(),
      attention: this.attention(),
      by: this.by(),
      endpoint: this.endpoint(),
      cutover: this.cutover(),
      sort: this.sort(),
      page: this.page(),
    }),
  );
  /** Nothing at all is another thing than nothing that matches. */
  protected readonly hasNone = computed(() => !leavesOut(this.store.query()) && this.store.query().page === 1);
  protected readonly newJobs = computed(() => {
    const count = this.store.newJobs();
    return count === 0 ? null : `${formatQuantity(count, 'new job', 'new jobs')} - ${this.texts.show}`;
  });

  constructor() {
    effect(() => {
      const query = this.query();
      untracked(() => void this.store.show(query));
    });
  }

  protected go(query: JobsQuery): void {
    void this.router.navigate(['/jobs'], { queryParams: jobsQueryParameters(query) });
  }

  protected goToPage(page: number): void {
    this.go({ ...this.query(), page });
    window.scrollTo({ top: 0 });
  }

  /** New jobs stand at the top of the newest ones, so that is where it leads when another page is open. */
  protected showNew(): void {
    if (this.query().page === 1) void this.store.reload();
    else this.goToPage(1);
  }

  protected showAll(): void {
    this.go(ALL_JOBS);
  }

  protected async act(action: BulkAction): Promise<void> {
    const { openBulkDialog } = await import('./bulk/bulk-dialog');
    await openBulkDialog(this.dialogs, { action, jobs: this.selection.jobs() });
    await this.store.reload();
    if (action === 'delete') this.selection.clear();
  }
}
