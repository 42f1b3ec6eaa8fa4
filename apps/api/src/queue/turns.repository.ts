import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import type { QueueName } from './queues';

/** The last messages that were done tell the turn when nobody is at work. */
const LAST_DONE = 50;

/** Reads from the queue itself whose turn it is, so that every process knows it, and after a restart, too. */
@Injectable()
export class TurnsRepository {
  /**
   * The turn that each group of a queue has come to: the highest of those that are being handled or were just done. A group
   * that has nothing of these begins before what it has waiting, else where the queue as a whole is.
   */
  async current(tx: Orm, queue: QueueName, groups: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const result = await tx.execute(sql`
      with served as materialized (
        select group_id, -min(priority) as turn
        from (
          (select group_id, priority from pgboss.job where name = ${queue} and state = 'active')
          union all
          (select group_id, priority from pgboss.job where name = ${queue} and completed_on is not null
            order by completed_on desc limit ${LAST_DONE})
        ) message
        where priority < 0
        group by group_id
      )
      select wanted.group_id as "group", coalesce(
        (select turn from served where served.group_id = wanted.group_id),
        (select -priority - 1 from pgboss.job
          where name = ${queue} and state < 'active' and not blocked and priority < 0 and group_id = wanted.group_id
          order by priority desc, created_on limit 1),
        (select max(turn) from served),
        0)::int as turn
      from unnest(${sql.param([...groups])}::text[]) as wanted (group_id)`);
    return new Map(rowsOf<{ group: string; turn: number }>(result).map(({ group, turn }) => [group, turn]));
  }
}
