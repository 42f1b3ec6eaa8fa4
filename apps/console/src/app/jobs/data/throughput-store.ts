import { DestroyRef, inject, Service, signal } from '@angular/core';
import type { JobThroughput } from '@ferry/contracts';
import { type ServiceError, toServiceError } from '../../http/service-error';
import { JobsApi } from './jobs-api';

/** A job tells of changes several times a second; what it moved by the minute is read no more often than this. */
const READ_EVERY_MS = 15_000;
/** Until something has moved it is looked for more often: whoever has just started a migration waits for it. */
const LOOK_FOR_FIRST_MS = 3_000;

/** What a job moved over time. */
@Service({ autoProvided: false })
export class ThroughputStore {
  private readonly api = inject(JobsApi);
  private readonly current = signal<JobThroughput | null>(null);
  private readonly failure = signal<ServiceError | null>(null);
  private id: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  readonly throughput = this.current.asReadonly();
  readonly error = this.failure.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forgetTimer());
  }

  /** Something about a job may be different: reads it at once if it is another one, or when its next turn has come. */
  changed(id: string): void {
    if (this.id !== id) {
      this.forgetTimer();
      this.id = id;
      this.current.set(null);
      this.failure.set(null);
      void this.read();
      return;
    }
    const hasMoved = this.current()?.points.length !== 0;
    this.timer ??= setTimeout(() => void this.read(), hasMoved ? READ_EVERY_MS : LOOK_FOR_FIRST_MS);
  }

  /** Reads it now; an answer that comes after another job was asked for is dropped. */
  async read(): Promise<void> {
    this.forgetTimer();
    const id = this.id;
    if (id === null) return;
    try {
      const throughput = await this.api.throughput(id);
      if (this.id !== id) return;
      this.current.set(throughput);
      this.failure.set(null);
    } catch (error) {
      if (this.id === id) this.failure.set(toServiceError(error));
    }
  }

  private forgetTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
