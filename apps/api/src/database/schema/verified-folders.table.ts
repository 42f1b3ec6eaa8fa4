import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { workloadRuns } from './workload-runs.table';

/** What the last comparison of source and target of a run found in one folder; the run says when it was made. */
export const verifiedFolders = pgTable(
  'verified_folders',
  {
    runId: bigint('run_id', { mode: 'number' })
      .notNull()
      .references(() => workloadRuns.id, { onDelete: 'cascade' }),
    container: text().notNull(),
    /** Items of the source that are expected at the target. */
    compared: integer().notNull(),
    atTarget: integer('at_target').notNull(),
    missing: integer().notNull(),
    different: integer().notNull(),
    /** Items whose content was read on both sides. */
    sampled: integer().notNull(),
    sampledDifferent: integer('sampled_different').notNull(),
  },
  (table) => [primaryKey({ columns: [table.runId, table.container] })],
);
