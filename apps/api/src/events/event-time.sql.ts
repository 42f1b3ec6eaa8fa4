import { type SQL, sql } from 'drizzle-orm';

/**
 * The time of an event: what the clock says, or the time of the event before it where that is later. Clocks are set back,
 * and those of two processes differ, but what happened later never stands earlier in the log. Whoever writes an event holds
 * the lock of its job, so nobody else writes one in between.
 */
export function eventTime(jobId: SQL, at: string): SQL<Date> {
  return sql<Date>`greatest(${at}::timestamptz,
    (select last.at from job_events last where last.job_id = ${jobId} order by last.id desc limit 1))`;
}
