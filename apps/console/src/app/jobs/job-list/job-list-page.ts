import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { formatQuantity } from '../../format/numbers';
import { SessionStore } from '../../session/session-store';
import { EmptyState } from '../../ui/empty-state/empty-state';
import { FailureNotice } from '../../ui/failure-notice/failure-notice';
import { Icon } from '../../ui/icon/icon';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { JobListStore } from '../data/job-list-store';
import { JobTable } from './job-table';

@Component({
  selector: 'ferry-job-list-page',
  imports: [EmptyState, FailureNotice, Icon, JobTable, MatButton, RouterLink, Skeleton],
  templateUrl: './job-list-page.html',
  styleUrl: './job-list-page.css',
  providers: [JobListStore],
  host: { class: 'page' },
})
export class JobListPage {
  protected readonly store = inject(JobListStore);
  protected readonly canWrite = inject(SessionStore).canWrite;
  protected readonly newJobs = computed(() => formatQuantity(this.store.newJobs(), 'new job', 'new jobs'));
  protected readonly tenantName = (id: string) => this.store.tenantName(id);
}
