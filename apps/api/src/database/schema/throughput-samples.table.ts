import { bigint, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { jobs } from './jobs.table';

/**
 * What a workload of a job had moved by the last look of a minute, over all people: counters that only grow, and not what was
 * added, so that a look may be missed or made twice. `-infinity` is before samples were taken.
 */
export const throughputSamples = pgTable(
  'throughput_samples',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    service: text().notNull(),
    /** The minute in which the last of it moved. */
    minute: timestamp({ withTimezone: true }).notNull(),
    items: bigint({ mode: 'number' }).notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.service, table.minute] })],
);
