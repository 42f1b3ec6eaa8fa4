import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { Outcome } from './outcome';

/** What a process leaves behind for the next one and for the runner. */
export type Entry =
  /** `journey` is null during the start. */
  | { readonly kind: 'point'; readonly point: string; readonly journey: string | null }
  | {
      readonly kind: 'killed';
      readonly point: string;
      readonly pass: number;
      readonly total: number;
      readonly journey: string | null;
    }
  | { readonly kind: 'problem'; readonly problem: string; readonly after: string | null }
  | { readonly kind: 'outcome'; readonly journey: string; readonly outcome: Outcome }
  | { readonly kind: 'done'; readonly journey: string }
  /** `passed` points since the start was over. */
  | { readonly kind: 'stopped' | 'finished'; readonly passed: number };

/** A file of lines that are there as soon as they were written: the process may be killed right behind. */
export class Journal {
  private readonly entries: Entry[];

  constructor(private readonly file: string) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    this.entries = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Entry);
  }

  write(entry: Entry): void {
    this.entries.push(entry);
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  /** The points at which processes were killed, in order. */
  get killedAt(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'killed' ? [entry.point] : []));
  }

  /** The points that were passed at all. */
  get points(): string[] {
    return this.entries.flatMap((entry) => (entry.kind === 'point' ? [entry.point] : []));
  }

  get wasStopped(): boolean {
    return this.entries.some(({ kind }) => kind === 'stopped');
  }

  hasCompared(journey: string): boolean {
    return this.entries.some((entry) => entry.kind === 'outcome' && entry.journey === journey);
  }

  hasDone(journey: string): boolean {
    return this.entries.some((entry) => entry.kind === 'done' && entry.journey === journey);
  }
}
