import { computed, inject, Service, signal } from '@angular/core';
import { type CrossTenantMigrationJob, JobStatus } from '@ferry/contracts';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { createJobBody } from './job-draft/create-job-body';
import { cutoverOf } from './job-draft/draft-faults';
import type { JobCreation } from './job-draft/job-creation';
import { JobDraftStore } from './job-draft-store';
import { JobsApi } from './jobs-api';
import { PlannedJobsStore } from './planned-jobs-store';

const NAME_TAKEN = 'Another job has this name. Give this one another name and go on.';
/** Statuses after which asking for the next job makes no sense: who asks, or how often, is wrong. */
const STOPS: ReadonlySet<number> = new Set([401, 403, 408, 429]);

/**
 * Creates the jobs of a draft one after the other. Before each request it is written down that it was made, and a job that
 * may exist already is looked for by its name, which is unique: so nothing is created twice, even if the browser dies.
 */
@Service({ autoProvided: false })
export class JobCreationStore {
  private readonly api = inject(JobsApi);
  private readonly clock = inject(ServiceClock);
  private readonly drafts = inject(JobDraftStore);
  private readonly plan = inject(PlannedJobsStore);
  private readonly sending = signal(false);

  readonly busy = this.sending.asReadonly();
  readonly creations = computed(() => this.drafts.draft().creations);
  readonly created = computed(() => this.creations().filter(({ state }) => state === 'created'));
  readonly isDone = computed(() => this.creations().length > 0 && this.created().length === this.creations().length);

  /** Creates what is not there yet. Resolves when all were tried, or going on makes no sense. */
  async create(): Promise<void> {
    if (this.sending() || this.isDone()) return;
    if (!this.drafts.isFixed()) this.begin();
    this.sending.set(true);
    try {
      for (let at = 0; at < this.creations().length; at += 1) if (!(await this.createOne(at))) return;
    } finally {
      this.sending.set(false);
    }
    if (this.isDone()) this.drafts.forget();
  }

  /** Gives a job that is not created yet another name. */
  rename(at: number, displayName: string): void {
    const creation = this.creations()[at];
    if (creation === undefined || creation.state === 'created') return;
    if (!this.drafts.isFixed()) {
      const isOnly = this.creations().length === 1;
      const names = { ...this.drafts.draft().names, [at]: displayName };
      this.drafts.change(isOnly ? { displayName, names: {} } : { names });
    }
    // Under another name nothing can be there yet, whatever became of the request before.
    this.write(at, { displayName, state: 'waiting', problem: null });
  }

  /** Takes it that nothing was tried, as long as everything was refused: the draft may be changed, and then says more. */
  forgetRefusals(): void {
    if (this.creations().length > 0 && !this.drafts.isFixed()) this.drafts.change({ creations: [] });
  }

  /** Everything as it is planned now, since nothing of it can exist. */
  private begin(): void {
    const creations = this.plan.jobs().map(({ displayName, people }): JobCreation => ({
      displayName: displayName.trim(),
      people,
      state: 'waiting',
      id: null,
      problem: null,
    }));
    this.drafts.changeNow({ creations });
  }

  /** Whether to go on with the next one. */
  private async createOne(at: number): Promise<boolean> {
    const creation = this.creations()[at];
    if (creation === undefined || creation.state === 'created') return true;
    try {
      const known = creation.state === 'asked' ? await this.api.findByName(creation.displayName) : null;
      if (known !== null && !this.isSame(known, creation)) {
        this.write(at, { state: 'refused', problem: NAME_TAKEN });
        return true;
      }
      this.write(at, { state: 'asked', problem: null });
      const job = known ?? (await this.post(creation));
      // Only now: whoever comes back in between finds the job by its name, and starts it.
      this.write(at, { state: 'created', id: job.id, problem: await this.start(job) });
      return true;
    } catch (error) {
      const failure = toServiceError(error);
      this.write(at, { state: isRefusal(failure) ? 'refused' : 'asked', problem: problemOf(failure) });
      return isRefusal(failure) && !STOPS.has(failure.status);
    }
  }

  private post(creation: JobCreation): Promise<CrossTenantMigrationJob> {
    const draft = this.drafts.draft();
    return this.api.create(createJobBody(draft, creation, cutoverOf(draft, this.clock.now())));
  }

  /** A validation that cannot be started is told; the job is there all the same, and can be validated on its page. */
  private async start(job: CrossTenantMigrationJob): Promise<string | null> {
    if (this.drafts.draft().start !== 'validate' || job.status !== JobStatus.Submitted) return null;
    try {
      await this.api.act(job.id, 'validate');
      return null;
    } catch (error) {
      return `It is not being validated yet: ${toServiceError(error).message}`;
    }
  }

  private isSame(job: CrossTenantMigrationJob, { people }: JobCreation): boolean {
    const ids = new Set(job.resources);
    const isSameSource = job.sourceTenantId === this.drafts.draft().sourceTenantId.toLowerCase();
    return isSameSource && ids.size === people.length && people.every((id) => ids.has(id.toLowerCase()));
  }

  private write(at: number, part: Partial<JobCreation>): void {
    const creations = this.creations().map((creation, index) => (index === at ? { ...creation, ...part } : creation));
    this.drafts.changeNow({ creations });
  }
}

/** Whether the service has said no, so that nothing was created; without an answer, or with one of 5xx, nobody knows. */
function isRefusal({ status }: ServiceError): boolean {
  return status >= 400 && status < 500;
}

function problemOf({ message, details }: ServiceError): string {
  return details.find((detail) => detail.message !== message)?.message ?? message;
}
