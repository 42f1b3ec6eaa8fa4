import { computed, inject, Service, signal } from '@angular/core';
import { API_ROUTES, type CrossTenantMigrationJob, type JobProgress } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { LiveConnection } from '../../live/live-connection';
import { JobsApi } from './jobs-api';
import { TenantsApi } from '../../tenants/data/tenants-api';
import { ProgressReader } from './progress-reader';

/** A job of the list with its numbers, once they are known. */
export interface JobRow {
  readonly job: CrossTenantMigrationJob;
  readonly progress: JobProgress | null;
}

/** The list of jobs: pages appended at its end, changes written into their rows, new jobs only announced. */
@Service({ autoProvided: false })
export class JobListStore {
  private readonly api = inject(JobsApi);
  private readonly tenants = inject(TenantsApi);
  private readonly clock = inject(ServiceClock);
  private readonly jobs = signal<readonly CrossTenantMigrationJob[] | null>(null);
  private readonly nextLink = signal<string | undefined>(undefined);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly busy = signal(false);
  private readonly unseen = signal<ReadonlySet<string>>(new Set());
  private readonly names = signal<ReadonlyMap<string, string>>(new Map());
  private readonly numbers = new ProgressReader((id) => this.api.progress(id));
  private readonly live = new LiveConnection<CrossTenantMigrationJob>(`/${API_ROUTES.jobChanges}`, {
    opened: () => void this.catchUp(),
    message: (job) => this.change(job),
    deleted: ({ id }) => this.remove(id),
    missed: () => void this.reload(),
  });

  readonly rows = computed<readonly JobRow[] | null>(() => {
    const progress = this.numbers.progress();
    return this.jobs()?.map((job) => ({ job, progress: progress.get(job.id) ?? null })) ?? null;
  });
  readonly error = this.failure.asReadonly();
  readonly loading = this.busy.asReadonly();
  readonly hasMore = computed(() => this.nextLink() !== undefined);
  readonly newJobs = computed(() => this.unseen().size);
  readonly connection = this.live.state;

  constructor() {
    void this.reload();
    void this.readNames();
  }

  tenantName(id: string): string {
    return this.names().get(id) ?? id;
  }

  /** Begins again with the first page, new jobs included. */
  async reload(): Promise<void> {
    await this.read(undefined, () => []);
    this.unseen.set(new Set());
  }

  async loadMore(): Promise<void> {
    await this.read(this.nextLink(), () => this.jobs() ?? []);
  }

  private async read(link: string | undefined, before: () => readonly CrossTenantMigrationJob[]): Promise<void> {
    this.busy.set(true);
    this.failure.set(null);
    try {
      const page = await this.api.list(link);
      const known = new Set(before().map(({ id }) => id));
      this.jobs.set([...before(), ...page.value.filter(({ id }) => !known.has(id))]);
      this.nextLink.set(page['@odata.nextLink']);
      for (const job of page.value) this.numbers.read(job);
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.busy.set(false);
    }
  }

  /** What changed while there was no stream stands in the first page; whoever loaded more keeps it. */
  private async catchUp(): Promise<void> {
    if (this.jobs() === null) return;
    const page = await this.api.list().catch(() => null);
    for (const job of page?.value ?? []) this.change(job);
  }

  private change(job: CrossTenantMigrationJob): void {
    this.clock.observe(job.lastUpdatedDateTime);
    const jobs = this.jobs();
    if (jobs === null) return;
    if (jobs.some(({ id }) => id === job.id)) {
      this.jobs.set(jobs.map((known) => (known.id === job.id ? job : known)));
      this.numbers.read(job);
    } else if (isNewerThan(job, jobs[0])) {
      this.unseen.update((ids) => new Set([...ids, job.id]));
    }
  }

  private remove(gone: string): void {
    this.jobs.update((jobs) => jobs?.filter(({ id }) => id !== gone) ?? null);
    this.unseen.update((ids) => new Set([...ids].filter((id) => id !== gone)));
  }

  /** Without the names the ids stand there: nothing that would have to stop the list. */
  private async readNames(): Promise<void> {
    const tenants = await this.tenants.tenants().catch(() => []);
    this.names.set(new Map(tenants.map(({ id, displayName }) => [id, displayName])));
  }
}

function isNewerThan(job: CrossTenantMigrationJob, newest: CrossTenantMigrationJob | undefined): boolean {
  return newest === undefined || job.createdDateTime >= newest.createdDateTime;
}
