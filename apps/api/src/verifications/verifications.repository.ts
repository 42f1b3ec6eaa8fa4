import { ServiceStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { workloadRuns } from '../database/schema';

/** Every statement that asks for verifications. */
@Injectable()
export class VerificationsRepository {
  /**
   * Lets every run of a locked job be compared once more that has ended after it had moved, and is not being compared
   * already. Nothing else about them changes. Answers which these are.
   */
  async begin(tx: Orm, jobId: string): Promise<number[]> {
    const result = await tx.execute(sql`
      update ${workloadRuns} run set phase = 'recheck', owner = null, failures = 0, waits_until = null, wait_reason = null,
        verification_problem = null
      where job_id = ${jobId} and phase is null and started_at is not null
        and status in (${ServiceStatus.Completed}, ${ServiceStatus.Failed})
      returning id`);
    return rowsOf<{ id: string }>(result).map(({ id }) => Number(id));
  }
}
