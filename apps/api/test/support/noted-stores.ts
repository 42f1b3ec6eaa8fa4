import type { StorePair } from '../../src/engine/stores';
import type { JobRecord, RunRecord } from '../../src/jobs/job.record';
import { WatchedStores } from './watched-stores';

/** Stores that hold nothing, note whose slices they are opened for, and let as many through as they are told. */
export class NotedStores extends WatchedStores {
  /** The jobs whose slices began, in order. */
  readonly slices: string[] = [];
  private permits = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly listeners: (() => void)[] = [];

  /** @param isGuarded of which endpoints slices have to wait until they are let through */
  constructor(private readonly isGuarded: (endpoint: string) => boolean = () => true) {
    super(0);
  }

  /** Lets so many slices through, those that wait first. */
  letThrough(slices: number): void {
    this.permits += slices;
    while (this.permits > 0 && this.waiting.length > 0) {
      this.permits -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Lets no further slice through. */
  shut(): void {
    this.permits = 0;
  }

  /** Waits until so many slices have begun, let through or not. */
  async untilBegun(slices: number): Promise<void> {
    while (this.slices.length < slices) await new Promise<void>((heard) => this.listeners.push(heard));
  }

  override async open(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<StorePair> {
    this.slices.push(job.id);
    for (const heard of this.listeners.splice(0)) heard();
    if (this.isGuarded(String(job.sourceEndpoint))) await this.permit();
    return super.open(job, run);
  }

  private async permit(): Promise<void> {
    if (this.permits > 0) this.permits -= 1;
    else await new Promise<void>((granted) => this.waiting.push(granted));
  }
}
