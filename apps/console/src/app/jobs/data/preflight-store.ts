import { computed, inject, Service, signal } from '@angular/core';
import type { Preflight } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { SessionStore } from '../../session/session-store';
import { causesOf, joinedRuns } from './job-draft/preflight-causes';
import { JobDraftStore } from './job-draft-store';
import { PlannedJobsStore } from './planned-jobs-store';
import { TenantsApi } from '../../tenants/data/tenants-api';

/** All checks for the chosen people, before any job exists. */
@Service({ autoProvided: false })
export class PreflightStore {
  private readonly api = inject(TenantsApi);
  private readonly drafts = inject(JobDraftStore);
  private readonly plan = inject(PlannedJobsStore);
  private readonly session = inject(SessionStore).session;

  private readonly runs = signal<readonly Preflight[]>([]);
  private readonly about = signal('');
  private readonly running = signal(false);
  private readonly failure = signal<ServiceError | null>(null);

  readonly loading = this.running.asReadonly();
  readonly error = this.failure.asReadonly();
  /** What the checks are about; another answer is wanted when it changes. */
  private readonly question = computed(() => {
    const { sourceTenantId, sourceEndpoint, workloads } = this.drafts.draft();
    return JSON.stringify([sourceTenantId, sourceEndpoint, [...workloads].sort(), this.plan.chosen()]);
  });
  /** What was found; null when nobody has looked since people, workloads or source changed. */
  readonly result = computed(() =>
    this.about() === this.question() && !this.running() && this.failure() === null ? joinedRuns(this.runs()) : null,
  );
  readonly causes = computed(() => causesOf(this.result()?.findings ?? []));
  /** Object ids of everybody for whom something was found. */
  readonly troubled = computed(() => new Set(this.result()?.findings.map(({ personId }) => personId)));
  /** Those of them who still would be in a job. */
  readonly troubledAndIn = computed(() => this.plan.people().filter((id) => this.troubled().has(id)));
  readonly checked = computed(() => this.runs().reduce((sum, { people }) => sum + people, 0));

  /** Runs the checks, in parts that the service takes. */
  async run(): Promise<void> {
    const tenantId = this.session()?.tenant.id;
    const people = this.plan.chosen();
    if (tenantId === undefined || people.length === 0 || this.running()) return;
    const { sourceTenantId, sourceEndpoint, workloads } = this.drafts.draft();
    const question = this.question();
    this.runs.set([]);
    this.failure.set(null);
    this.running.set(true);
    try {
      for (let from = 0; from < people.length; from += this.drafts.most()) {
        const part = people.slice(from, from + this.drafts.most());
        const run = await this.api.preflight(tenantId, {
          sourceTenantId,
          sourceEndpoint: sourceEndpoint === '' ? null : sourceEndpoint,
          workloads: [...workloads],
          people: part,
        });
        this.runs.update((runs) => [...runs, run]);
      }
      this.about.set(question);
    } catch (error) {
      this.failure.set(toServiceError(error));
    } finally {
      this.running.set(false);
    }
  }

  leaveOut(ids: Iterable<string>): void {
    this.drafts.change({ leftOut: [...new Set([...this.drafts.draft().leftOut, ...ids])] });
  }

  takeBack(ids: Iterable<string>): void {
    const back = new Set(ids);
    this.drafts.change({ leftOut: this.drafts.draft().leftOut.filter((id) => !back.has(id)) });
  }
}
