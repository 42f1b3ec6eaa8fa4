import { computed, inject, Service, signal } from '@angular/core';
import type { JobSummary } from '@ferry/contracts';
import { type ActionDecision, decideAction, type JobAction } from '@ferry/domain';
import { ServiceClock } from '../../clock/service-clock';
import { toServiceError } from '../../http/service-error';
import { JobsApi } from './jobs-api';
import { actionPolicy, jobSituation } from './job-situation';

/** What may be asked of many jobs at once. */
export const BULK_ACTIONS = [
  'validate',
  'migrate',
  'update',
  'cancel',
  'delete',
] as const satisfies readonly JobAction[];
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** A job of the run: what is known before, and what has become of it. */
export interface BulkLine {
  readonly job: JobSummary;
  readonly decision: ActionDecision;
  readonly state: 'refused' | 'ready' | 'running' | 'done' | 'failed';
  /** Why it was refused or failed. */
  readonly reason: string | null;
}

/** One action on many jobs, one after the other: what one of them refuses stops no other. */
@Service({ autoProvided: false })
export class BulkRun {
  private readonly api = inject(JobsApi);
  private readonly clock = inject(ServiceClock);
  private readonly current = signal<readonly BulkLine[]>([]);
  private readonly underWay = signal(false);
  private readonly stopping = signal(false);

  readonly lines = this.current.asReadonly();
  readonly running = this.underWay.asReadonly();
  readonly ready = computed(() => this.count('ready'));
  readonly refused = computed(() => this.count('refused'));
  readonly done = computed(() => this.count('done'));
  readonly failed = computed(() => this.count('failed'));

  /** Says by the rules of the domain what would happen to each job now. */
  prepare(action: BulkAction, jobs: readonly JobSummary[]): void {
    const now = this.clock.now();
    this.current.set(
      jobs.map((job) => {
        const decision = decideAction(action, jobSituation(job), now, actionPolicy(job));
        return decision.allowed
          ? { job, decision, state: 'ready', reason: null }
          : { job, decision, state: 'refused', reason: decision.message };
      }),
    );
  }

  /** Asks the service for each job that is ready, or that failed before. */
  async run(action: BulkAction, completeAfter: Date | null): Promise<void> {
    if (this.underWay()) return;
    this.underWay.set(true);
    this.stopping.set(false);
    const meant = this.current().filter(({ state }) => state === 'ready' || state === 'failed');
    for (const { job } of meant) {
      if (this.stopping()) break;
      const { id } = job.job;
      this.set(id, 'running', null);
      try {
        await this.call(action, id, completeAfter);
        this.set(id, 'done', null);
      } catch (error) {
        this.set(id, 'failed', toServiceError(error).message);
      }
    }
    this.underWay.set(false);
  }

  /** Lets the one that is being asked for end, and asks for no other. */
  stop(): void {
    this.stopping.set(true);
  }

  private async call(action: BulkAction, id: string, completeAfter: Date | null): Promise<void> {
    switch (action) {
      case 'validate':
      case 'migrate':
      case 'cancel':
        return this.api.act(id, action);
      case 'delete':
        return this.api.delete(id);
      case 'update':
        if (completeAfter !== null) await this.api.moveCutover(id, completeAfter);
    }
  }

  private set(id: string, state: BulkLine['state'], reason: string | null): void {
    this.current.update((lines) => lines.map((line) => (line.job.job.id === id ? { ...line, state, reason } : line)));
  }

  private count(wanted: BulkLine['state']): number {
    return this.current().filter(({ state }) => state === wanted).length;
  }
}
