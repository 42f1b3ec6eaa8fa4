import { index, integer, pgTable, primaryKey, timestamp, uuid } from 'drizzle-orm/pg-core';
import { jobs } from './jobs.table';

/** One person of a job. A person who was taken out keeps the row, with the time in `removed_at`. */
export const jobPeople = pgTable(
  'job_people',
  {
    jobId: uuid('job_id')
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    personId: uuid('person_id').notNull(),
    position: integer().notNull(),
    removedAt: timestamp('removed_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.jobId, table.personId] }), index('job_people_person').on(table.personId)],
);
