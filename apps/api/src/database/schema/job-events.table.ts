import { bigint, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { jobs } from './jobs.table';
import { wasAsked } from './was-asked.sql';

/** Every transition of a job, a person or a workload: written in the transaction that makes it, never changed. */
export const jobEvents = pgTable(
  'job_events',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    personId: uuid('person_id'),
    service: text(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    cause: text().notNull(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('job_events_job').on(table.jobId, table.id),
    // The audit: what the engine does by itself is nearly all of the log, and none of it is in here.
    index('job_events_asked').on(table.at, table.id).where(wasAsked('job_events')),
  ],
);
