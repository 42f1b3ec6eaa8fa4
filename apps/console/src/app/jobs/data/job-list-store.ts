import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { API_ROUTES, type CrossTenantMigrationJob, type JobCounts, JobStatus, type JobSummary } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { LiveConnection } from '../../live/live-connection';
import { Together } from '../../live/together';
import { ALL_JOBS, type JobsQuery, leavesOut } from './jobs-query';
import { jobsOptions, totalOf } from './jobs-options';
import { SummariesApi } from './summaries-api';

/** Numbers of rows and counters are read anew at most so often. */
const ROWS_MILLISECONDS = 1_000;
const COUNTS_MILLISECONDS = 2_000;
/** Rows that are read anew in one request. */
const ROWS_TOGETHER = 25;

/**
 * A page of the list of jobs. Changes are written into their rows, which stay where they are until somebody asks for the
 * list again; new jobs are only announced.
 */
@Service({ autoProvided: false })
export class JobListStore {
  private readonly api = inject(SummariesApi);
  private readonly clock = inject(ServiceClock);
  private readonly shown = signal<readonly JobSummary[] | null>(null);
  private readonly counted = signal<JobCounts | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly busy = signal(false);
  private readonly unseen = signal(0);
  private readonly current = signal<JobsQuery>(ALL_JOBS);
  private readonly created = new Set<string>();
  private readonly changed = new Set<string>();
  private readAt = new Date(0);
  private readonly rowsAgain = new Together(ROWS_MILLISECONDS, () => void this.readChanged());
  private readonly countsAgain = new Together(COUNTS_MILLISECONDS, () => void this.readCounts());

  readonly query = this.current.asReadonly();
  /** Null before the first page has come. */
  readonly rows = this.shown.asReadonly();
  readonly counts = this.counted.asReadonly();
  readonly error = this.failure.asReadonly();
  readonly loading = this.busy.asReadonly();
  /** Jobs that were created since the page was read and belong into this list. */
  readonly newJobs = this.unseen.asReadonly();
  /** How many jobs all pages have; null before the counts have come. */
  readonly total = computed(() => {
    const counts = this.counted();
    return counts === null ? null : totalOf(counts, this.current());
  });

  constructor() {
    new LiveConnection<CrossTenantMigrationJob>(`/${API_ROUTES.jobChanges}`, {
      opened: () => this.readAt.getTime() > 0 && void this.reload(),
      message: (job) => this.change(job),
      deleted: ({ id }) => this.markDeleted(id),
      missed: () => void this.reload(),
    });
    inject(DestroyRef).onDestroy(() => {
      this.rowsAgain.stop();
      this.countsAgain.stop();
    });
  }

  /** Shows another list, or another page of it; what was shown stays until that has come. */
  async show(query: JobsQuery): Promise<void> {
    this.current.set(query);
    await this.reload();
  }

  /** Reads the page that is shown again, new jobs included. */
  async reload(): Promise<void> {
    const query = this.current();
    this.busy.set(true);
    this.failure.set(null);
    try {
      const now = this.clock.now();
      const options = jobsOptions(query, now);
      const [rows, counts] = await Promise.all([this.api.page(options), this.api.counts(options)]);
      if (query !== this.current()) return;
      this.readAt = now;
      this.created.clear();
      this.unseen.set(0);
      this.counted.set(counts);
      this.shown.set(rows);
    } catch (error) {
      if (query === this.current()) this.failure.set(toServiceError(error));
    } finally {
      if (query === this.current()) this.busy.set(false);
    }
  }

  private change(job: CrossTenantMigrationJob): void {
    this.clock.observe(job.lastUpdatedDateTime);
    const rows = this.shown();
    if (rows?.some((row) => row.job.id === job.id) === true) {
      this.shown.set(rows.map((row) => (row.job.id === job.id ? { ...row, job } : row)));
      this.changed.add(job.id);
      this.rowsAgain.ask();
    } else if (job.createdDateTime > this.readAt) {
      this.created.add(job.id);
    }
    this.countsAgain.ask();
  }

  /** A row that went would move the others under the pointer: it says that it is deleted until the list is read again. */
  private markDeleted(gone: string): void {
    this.created.delete(gone);
    this.countsAgain.ask();
    const deleted = (row: JobSummary): JobSummary => ({
      ...row,
      health: null,
      job: { ...row.job, status: JobStatus.Deleted },
    });
    this.shown.update((rows) => rows?.map((row) => (row.job.id === gone ? deleted(row) : row)) ?? null);
  }

  /** Rows keep what they say when their numbers cannot be read; the next change asks again. */
  private async readChanged(): Promise<void> {
    const ids = [...this.changed].slice(0, ROWS_TOGETHER);
    for (const id of ids) this.changed.delete(id);
    const read = await this.api.some(ids).catch(() => []);
    const byId = new Map(read.map((row) => [row.job.id, row]));
    this.shown.update((rows) => rows?.map((row) => byId.get(row.job.id) ?? row) ?? null);
    if (this.changed.size > 0) this.rowsAgain.ask();
  }

  private async readCounts(): Promise<void> {
    const query = this.current();
    const options = jobsOptions(query, this.clock.now());
    const created = [...this.created].slice(-ROWS_TOGETHER);
    const counts = await this.api.counts(options).catch(() => null);
    const fresh = created.length === 0 ? null : await this.api.counts(options, created).catch(() => null);
    if (query !== this.current()) return;
    if (counts !== null) this.counted.set(counts);
    if (fresh !== null) this.unseen.set(leavesOut(query) ? totalOf(fresh, query) : this.created.size);
  }
}
