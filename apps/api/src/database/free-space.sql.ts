import { sql } from 'drizzle-orm';

/**
 * Asks the disk for room, and gives it back: a table that lives as long as its transaction, with about a megabyte in it.
 * An update of a row that exists would fit into its page for a while even when the disk is full.
 */
export const PROBE = sql`create temp table free_space on commit drop as
  select repeat(md5(line::text), 200) as filling from generate_series(1, 160) as line`;
