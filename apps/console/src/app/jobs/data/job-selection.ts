import { computed, type Signal, signal } from '@angular/core';
import type { JobSummary } from '@ferry/contracts';

/** Which jobs of a list are chosen. They stay so on other pages of it, and are told as the list last showed them. */
export class JobSelection {
  private readonly chosen = signal<ReadonlyMap<string, JobSummary>>(new Map());
  private anchor: string | null = null;

  readonly jobs = computed<readonly JobSummary[]>(() => {
    const latest = new Map(this.rows()?.map((row) => [row.job.id, row]));
    return [...this.chosen().values()].map((row) => latest.get(row.job.id) ?? row);
  });
  readonly size = computed(() => this.chosen().size);
  /** Whether every row that is shown is chosen, some are, or none is. */
  readonly ofRows = computed<'all' | 'some' | 'none'>(() => {
    const rows = this.rows() ?? [];
    const count = rows.filter(({ job }) => this.chosen().has(job.id)).length;
    if (count === 0) return 'none';
    return count === rows.length ? 'all' : 'some';
  });

  constructor(private readonly rows: Signal<readonly JobSummary[] | null>) {}

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  /** Chooses a job or leaves it; with `range` everything between it and the one before is set alike. */
  set(id: string, isChosen: boolean, range: boolean): void {
    const rows = this.rows() ?? [];
    const place = (wanted: string | null) => rows.findIndex(({ job }) => job.id === wanted);
    const [to, from] = [place(id), range ? place(this.anchor) : -1];
    this.anchor = id;
    const meant = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.setRows(rows.slice(meant[0], (meant[1] ?? to) + 1), isChosen);
  }

  setAll(isChosen: boolean): void {
    this.setRows(this.rows() ?? [], isChosen);
  }

  clear(): void {
    this.anchor = null;
    this.chosen.set(new Map());
  }

  private setRows(rows: readonly JobSummary[], isChosen: boolean): void {
    const chosen = new Map(this.chosen());
    for (const row of rows) {
      if (isChosen) chosen.set(row.job.id, row);
      else chosen.delete(row.job.id);
    }
    this.chosen.set(chosen);
  }
}
