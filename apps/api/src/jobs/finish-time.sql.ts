import { type SQL, sql } from 'drizzle-orm';

/** When a run ended, in an update of `workload_runs run`: never before it began, even where the clock was set back. */
export function finishTime(at: SQL | string | null): SQL {
  return sql`case when ${at}::timestamptz is not null then greatest(${at}::timestamptz, run.started_at) end`;
}
