import { bigint, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { keptReports } from './kept-reports.table';

/** What somebody asked for in a job that was deleted: kept with its report, for the audit. */
export const keptReportEvents = pgTable(
  'kept_report_events',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => keptReports.id, { onDelete: 'cascade' }),
    /** The number that the event had in the log. */
    id: bigint({ mode: 'number' }).notNull(),
    personId: uuid('person_id'),
    personName: text('person_name'),
    service: text(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    cause: text().notNull(),
    actor: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.id] }),
    index('kept_report_events_at').on(table.at, table.id),
  ],
);
