import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { ledgerEntries, verifiedFolders, workloadRuns } from '../database/schema';

/** Every statement that removes what a deleted job had, a portion at a time. */
@Injectable()
export class JobPurgeRepository {
  /** Removes so many rows of the ledger and of the results of verifications, or as many as there are; how many. */
  async removePortion(tx: Orm, jobId: string, most: number): Promise<number> {
    const entries = await this.remove(tx, sql`${ledgerEntries}`, jobId, most);
    if (entries === most) return entries;
    return entries + (await this.remove(tx, sql`${verifiedFolders}`, jobId, most - entries));
  }

  /**
   * Rows are found run by run, by the index on the run, and removed by their place: a portion costs the same at the
   * beginning and at the end of a large ledger.
   */
  private async remove(tx: Orm, table: SQL, jobId: string, most: number): Promise<number> {
    const result = await tx.execute(sql`
      with removed as (
        delete from ${table} where ctid = any(array(
          select part.place from ${workloadRuns} run
          cross join lateral (select ctid as place from ${table} where run_id = run.id limit ${most}::int) part
          where run.job_id = ${jobId} limit ${most}::int))
        returning 1
      )
      select count(*)::int as rows from removed`);
    return rowsOf<{ rows: number }>(result)[0]?.rows ?? 0;
  }
}
