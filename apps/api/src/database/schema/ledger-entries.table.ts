import { bigint, boolean, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { workloadRuns } from './workload-runs.table';

/** What became of one item in one workload run. The key makes it impossible to count, or to skip, an item twice. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    runId: bigint('run_id', { mode: 'number' })
      .notNull()
      .references(() => workloadRuns.id, { onDelete: 'cascade' }),
    itemKey: text('item_key').notNull(),
    container: text().notNull(),
    state: text().notNull(),
    bytes: bigint({ mode: 'number' }).notNull(),
    code: text(),
    message: text(),
    /** Whether it was counted as arrived before the target lost it. It is not counted as arrived a second time. */
    counted: boolean().notNull().default(false),
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.itemKey] })],
);
