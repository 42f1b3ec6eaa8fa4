import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * The report of a job that is being deleted, or was. It has the id of the job, so that nobody keeps two; it is written
 * person by person while the job is still there, and becomes visible in the transaction that removes the job.
 */
export const keptReports = pgTable(
  'kept_reports',
  {
    id: uuid().primaryKey(),
    tenantId: uuid('tenant_id').notNull(),
    displayName: text('display_name').notNull(),
    status: text().notNull(),
    createdBy: text('created_by').notNull(),
    jobCreatedAt: timestamp('job_created_at', { withTimezone: true }).notNull(),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    people: integer().notNull(),
    /** What the comparisons of source and target found, in one word. */
    verification: text().notNull().default('none'),
    /** Everything but the people, as the report has it. */
    head: jsonb().$type<Record<string, unknown>>().notNull(),
    /** When everybody had been written down; what the job has beyond that may be removed from then on. */
    collectedAt: timestamp('collected_at', { withTimezone: true }),
    /** When the job was removed; null before that, and then nobody sees the report. */
    keptAt: timestamp('kept_at', { withTimezone: true }),
  },
  (table) => [
    index('kept_reports_tenant').on(table.tenantId, table.keptAt, table.id),
    index('kept_reports_kept').on(table.keptAt),
  ],
);

/** One person of a kept report, as the report has them. */
export const keptReportPeople = pgTable(
  'kept_report_people',
  {
    reportId: uuid('report_id')
      .notNull()
      .references(() => keptReports.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    person: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reportId, table.position] })],
);
