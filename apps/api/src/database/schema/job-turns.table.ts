import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';

/**
 * The last turn that a job was given among the messages of all jobs. It names no job as a foreign key, because that would
 * lock the job after its runs.
 */
export const jobTurns = pgTable('job_turns', {
  jobId: uuid('job_id').primaryKey(),
  /** Where its messages stand in line: at an endpoint, or for checks. In another line it begins anew. */
  line: text().notNull(),
  lastTurn: bigint('last_turn', { mode: 'number' }).notNull(),
  /** How many turns it was given last, the last one among them. */
  given: integer().notNull(),
});
