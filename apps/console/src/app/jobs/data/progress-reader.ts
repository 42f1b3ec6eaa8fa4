import { signal } from '@angular/core';
import type { CrossTenantMigrationJob, JobProgress } from '@ferry/contracts';

const AT_ONCE = 4;

/**
 * The numbers of many jobs, which the contract's list does not carry: reads a few at a time, and a job that changes
 * while its numbers are on their way once more afterwards, however often it changed.
 */
export class ProgressReader {
  private readonly known = signal<ReadonlyMap<string, JobProgress>>(new Map());
  private readonly waiting = new Set<string>();
  private readonly running = new Set<string>();

  readonly progress = this.known.asReadonly();

  constructor(private readonly load: (id: string) => Promise<JobProgress>) {}

  read({ id }: Pick<CrossTenantMigrationJob, 'id'>): void {
    this.waiting.add(id);
    this.start();
  }

  private start(): void {
    for (const id of this.waiting) {
      if (this.running.size >= AT_ONCE) return;
      if (this.running.has(id)) continue;
      this.waiting.delete(id);
      this.running.add(id);
      void this.follow(id);
    }
  }

  /** A job whose numbers cannot be read keeps its dash; its page says why. */
  private async follow(id: string): Promise<void> {
    try {
      const progress = await this.load(id);
      this.known.update((known) => new Map(known).set(id, progress));
    } catch {
      // The list itself is there; see above.
    } finally {
      this.running.delete(id);
      this.start();
    }
  }
}
