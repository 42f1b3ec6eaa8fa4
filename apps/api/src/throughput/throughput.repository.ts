import type { Workload } from '@ferry/contracts';
import type { ThroughputSample } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { throughputSamples, workloadRuns } from '../database/schema';

/** What a job had moved by when; a run that has copied something has moved at some time. */
const COUNTERS = sql`
  select run.job_id, run.service, max(coalesce(run.moved_at, run.updated_at)) filter (where run.copied > 0) as at,
    sum(run.copied)::bigint as items, sum(run.bytes)::bigint as bytes
  from ${workloadRuns} run`;

/** Every statement about what jobs moved over time. */
@Injectable()
export class ThroughputRepository {
  constructor(private readonly database: Database) {}

  /**
   * Keeps what some jobs have moved by now, in the minute in which the last of it moved; nothing when it is what is known.
   * One statement reads and writes, so counters and time belong together, and a counter that is there never shrinks. The
   * jobs are locked against their removal, after which nobody would remove the samples.
   */
  async take(jobIds: readonly string[]): Promise<void> {
    const ids = sql.param([...jobIds]);
    await this.database.orm.execute(sql`
      with job as (
        select id from jobs where id = any(${ids}::uuid[]) order by id for key share
      ), counters as (
        ${COUNTERS} join job on job.id = run.job_id group by run.job_id, run.service
      ), last as (
        select job_id, service, max(items) as items, max(bytes) as bytes from ${throughputSamples}
        where job_id = any(${ids}::uuid[]) group by job_id, service
      )
      insert into throughput_samples as sample (job_id, service, minute, items, bytes)
      select job_id, service, date_trunc('minute', counters.at), counters.items, counters.bytes
      from counters left join last using (job_id, service)
      where counters.at is not null
        and (counters.items > coalesce(last.items, 0) or counters.bytes > coalesce(last.bytes, 0))
      order by job_id, service
      on conflict (job_id, service, minute) do update
        set items = greatest(sample.items, excluded.items), bytes = greatest(sample.bytes, excluded.bytes)`);
  }

  /** What the runs of a job say now, which may be more than the last sample. */
  async now(jobId: string): Promise<ThroughputSample[]> {
    const result = await this.database.orm.execute(
      sql`${COUNTERS} where run.job_id = ${jobId} group by run.job_id, run.service`,
    );
    return rowsOf<Columns>(result).flatMap((row) => (row.at === null ? [] : toSample(row)));
  }

  /** The minute of the first sample of a job; null when there is none. */
  async firstMinute(jobId: string): Promise<Date | null> {
    const [row] = await this.database.orm
      .select({ minute: sql`min(${throughputSamples.minute})`.mapWith(throughputSamples.minute) })
      .from(throughputSamples)
      .where(and(eq(throughputSamples.jobId, jobId), sql`isfinite(${throughputSamples.minute})`));
    return row?.minute ?? null;
  }

  /** The last sample of each span of a length, in milliseconds, that begins at a multiple of it since 1970. */
  async samples(jobId: string, interval: number): Promise<ThroughputSample[]> {
    const result = await this.database.orm.execute(sql`
      select service, max(minute) filter (where isfinite(minute)) as at, max(items) as items, max(bytes) as bytes
      from ${throughputSamples} where job_id = ${jobId}
      group by service, case when isfinite(minute) then floor(extract(epoch from minute) * 1000 / ${interval}::bigint) end`);
    return rowsOf<Columns>(result).map(toSample);
  }
}

/** Columns as the statements name them; big numbers and times are what the driver makes of them. */
interface Columns {
  readonly service: Workload;
  readonly at: string | Date | null;
  readonly items: string | number;
  readonly bytes: string | number;
}

function toSample({ service, at, items, bytes }: Columns): ThroughputSample {
  return { service, at: at === null ? null : new Date(at), items: Number(items), bytes: Number(bytes) };
}
