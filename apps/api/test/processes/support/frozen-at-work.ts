import { eventually } from './eventually';
import type { FerryProcess } from './ferry-process';
import type { Tables } from './tables';

/** A run, and the owner of the slice that was under way. */
export interface HeldRun {
  readonly id: string;
  readonly owner: string;
}

/**
 * Freezes the only worker in the middle of slices and answers which runs it holds. One that is caught between two slices, or
 * with a transaction open, is let go on and frozen again: it would hold nothing, or lose its transaction and not its run.
 */
export async function frozenAtWork(worker: FerryProcess, tables: Tables): Promise<HeldRun[]> {
  let held: HeldRun[] = [];
  await eventually(async () => {
    worker.signal('SIGSTOP');
    const open = await tables.rows(
      `select 1 from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
    );
    held = await tables.rows<HeldRun>('select id, owner from workload_runs where owner is not null');
    const isInTheMiddle = open.length === 0 && held.length > 0;
    if (!isInTheMiddle) worker.signal('SIGCONT');
    return isInTheMiddle;
  });
  return held;
}
