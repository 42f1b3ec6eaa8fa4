import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import type { QueueName } from './queues';

/** That a job wants so many turns in a line, one for each of its messages. */
export interface TurnsWanted {
  readonly jobId: string;
  /** The group of the messages. */
  readonly line: string;
  readonly count: number;
}

/** The last messages that were done tell the turn when nobody is at work. */
const LAST_DONE = 50;

/**
 * Gives turns to jobs (ADR 0028). Everything is read from the database, so it holds in every process and after a restart.
 */
@Injectable()
export class TurnsRepository {
  /**
   * Gives each job its next turns: after its last one, but not before the turn that its line has come to. That is the
   * highest one that is being handled or was just done; where there is none of these, the line begins before what waits in
   * it, else where the queue as a whole is, else behind everything that was ever given. Answers the first turn of each
   * job. Jobs have to be locked: a message that waits for another one to end would wait for its row, too.
   */
  async take(tx: Orm, queue: QueueName, wanted: readonly TurnsWanted[]): Promise<ReadonlyMap<string, number>> {
    const result = await tx.execute(sql`
      with wanted as (
        select * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted ("jobId" uuid, line text, count integer)
      ), served as materialized (
        select group_id as line, -min(priority) as turn
        from (
          (select group_id, priority from pgboss.job where name = ${queue} and state = 'active')
          union all
          (select group_id, priority from pgboss.job where name = ${queue} and completed_on is not null
            order by completed_on desc limit ${LAST_DONE})
        ) message
        where priority < 0
        group by group_id
      ), current as materialized (
        select line, coalesce(
          (select turn from served where served.line = lines.line),
          (select -priority - 1 from pgboss.job
            where name = ${queue} and state < 'active' and not blocked and priority < 0 and group_id = lines.line
            order by priority desc, created_on limit 1),
          (select max(turn) from served),
          (select max(last_turn) from job_turns),
          0) as turn
        from (select distinct line from wanted) lines
      )
      insert into job_turns as mine (job_id, line, last_turn, given)
      select "jobId", line, current.turn + count, count from wanted join current using (line) order by "jobId"
      on conflict (job_id) do update set line = excluded.line, given = excluded.given,
        last_turn = excluded.given + greatest(
          excluded.last_turn - excluded.given, case when mine.line = excluded.line then mine.last_turn end)
      returning job_id as "jobId", last_turn - given + 1 as "firstTurn"`);
    const rows = rowsOf<{ jobId: string; firstTurn: string | number }>(result);
    return new Map(rows.map(({ jobId, firstTurn }) => [jobId, Number(firstTurn)]));
  }
}
