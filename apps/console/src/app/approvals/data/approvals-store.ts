import { DestroyRef, inject, Service, signal } from '@angular/core';
import { API_ROUTES, type CrossTenantMigrationJob, type Hold, type JobSummary } from '@ferry/contracts';
import { decidePersonCancel } from '@ferry/domain';
import { ServiceClock } from '../../clock/service-clock';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { jobSituation, personSituation } from '../../jobs/data/job-situation';
import { JobsApi } from '../../jobs/data/jobs-api';
import { LiveConnection } from '../../live/live-connection';
import { Together } from '../../live/together';
import { SessionStore } from '../../session/session-store';
import { type ApprovalBar, approvalBar } from './approval-bar';
import { ApprovalsApi } from './approvals-api';

const READ_MILLISECONDS = 2_000;

/** What waits for a person to decide, over all jobs: migrations that were submitted, and people with skipped items. */
@Service({ autoProvided: false })
export class ApprovalsStore {
  private readonly api = inject(ApprovalsApi);
  private readonly jobs = inject(JobsApi);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(ServiceClock);
  private readonly submitted = signal<readonly JobSummary[] | null>(null);
  private readonly held = signal<readonly Hold[] | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private readonly refusal = signal<ServiceError | null>(null);
  private readonly underWay = signal<string | null>(null);
  private readonly again = new Together(READ_MILLISECONDS, () => void this.load());

  /** Null before they have come. */
  readonly proposals = this.submitted.asReadonly();
  readonly holds = this.held.asReadonly();
  readonly error = this.failure.asReadonly();
  /** Why the last decision did not happen. */
  readonly actionError = this.refusal.asReadonly();
  /** What is being decided just now: the id of a job, or of a job and a person. */
  readonly busy = this.underWay.asReadonly();

  constructor() {
    new LiveConnection<CrossTenantMigrationJob>(`/${API_ROUTES.jobChanges}`, {
      opened: () => this.again.ask(),
      message: () => this.again.ask(),
      deleted: () => this.again.ask(),
      missed: () => this.again.ask(),
    });
    inject(DestroyRef).onDestroy(() => this.again.stop());
    this.again.ask();
  }

  async load(): Promise<void> {
    this.failure.set(null);
    try {
      const [proposals, holds] = await Promise.all([this.api.proposals(), this.api.holds()]);
      this.submitted.set(proposals);
      this.held.set(holds);
    } catch (error) {
      this.failure.set(toServiceError(error));
    }
  }

  /** What keeps whoever looks from approving; the domain says who may. */
  barOf({ job }: JobSummary): ApprovalBar {
    return approvalBar(this.session.session(), job);
  }

  mayLeave({ job, person }: Hold): boolean {
    const decision = decidePersonCancel(personSituation(person), jobSituation(job), this.clock.now());
    return this.session.canWrite() && decision.allowed;
  }

  approve({ job }: JobSummary): Promise<void> {
    return this.decide(job.id, () => this.jobs.approve(job.id));
  }

  cancel({ job }: JobSummary): Promise<void> {
    return this.decide(job.id, () => this.jobs.act(job.id, 'cancel'));
  }

  accept({ job, person }: Hold): Promise<void> {
    return this.decide(holdKey(job.job.id, person.id), () => this.jobs.acceptSkippedItems(job.job.id, person.id));
  }

  takeOut({ job, person }: Hold): Promise<void> {
    return this.decide(holdKey(job.job.id, person.id), () => this.jobs.cancelPerson(job.job.id, person.id));
  }

  private async decide(key: string, call: () => Promise<void>): Promise<void> {
    if (this.underWay() !== null) return;
    this.underWay.set(key);
    this.refusal.set(null);
    try {
      await call();
      await this.load();
    } catch (error) {
      this.refusal.set(toServiceError(error));
    } finally {
      this.underWay.set(null);
    }
  }
}

/** Names a person of a job among everything that may be decided. */
export function holdKey(jobId: string, personId: string): string {
  return `${jobId} ${personId}`;
}
