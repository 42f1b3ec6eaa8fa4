import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import type { ConnectionTestStep } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { ConnectionTestApi, type TestedConnection } from './connection-test-api';

/** How a test stands. */
export type TestState = 'idle' | 'running' | 'passed' | 'failed';

/** The test of a connection: the steps that are over, and the one that is being tried. */
@Service({ autoProvided: false })
export class ConnectionTestStore {
  private readonly api = inject(ConnectionTestApi);
  private readonly done = signal<readonly ConnectionTestStep[]>([]);
  private readonly trying = signal<string | null>(null);
  private readonly current = signal<TestState>('idle');
  private readonly failure = signal<ServiceError | null>(null);
  private attempt = new AbortController();

  readonly steps = this.done.asReadonly();
  /** Name of the step that is being tried; null between steps and when nothing runs. */
  readonly runningStep = this.trying.asReadonly();
  readonly state = this.current.asReadonly();
  /** Why the test itself could not be made. */
  readonly error = this.failure.asReadonly();
  readonly milliseconds = computed(() => this.done().reduce((sum, { milliseconds }) => sum + milliseconds, 0));
  readonly failedStep = computed(() => this.done().find(({ ok }) => !ok) ?? null);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.attempt.abort());
  }

  /** Tries the connection, from the beginning. */
  async run(connection: TestedConnection, personId: string): Promise<void> {
    this.attempt.abort();
    this.attempt = new AbortController();
    const { signal: stopped } = this.attempt;
    this.done.set([]);
    this.failure.set(null);
    this.current.set('running');
    try {
      for await (const news of this.api.follow(connection, personId, stopped)) {
        if (news.type === 'begin') this.trying.set(news.step);
        if (news.type === 'step') this.end(news.step);
        if (news.type === 'result') this.current.set(news.ok ? 'passed' : 'failed');
      }
    } catch (error) {
      if (stopped.aborted) return;
      this.failure.set(toServiceError(error));
      this.current.set('idle');
    }
    this.trying.set(null);
  }

  /** Gives a test up. */
  stop(): void {
    this.attempt.abort();
    this.trying.set(null);
    this.current.set('idle');
  }

  private end(step: ConnectionTestStep): void {
    this.trying.set(null);
    this.done.update((steps) => [...steps, step]);
  }
}
