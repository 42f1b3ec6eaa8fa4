import { ServiceStatus, type Workload } from '@ferry/contracts';
import { isSettled } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';

/** How a workload of a job comes on. */
export interface RunningRow {
  readonly jobId: string;
  readonly service: Workload;
  readonly people: number;
  /** People of whom it is over. */
  readonly endedPeople: number;
  /** People of whom it waits for the date. */
  readonly waitingPeople: number;
  /** People for whom it was checked. */
  readonly checkedPeople: number;
  readonly expected: number;
  readonly found: number;
  readonly itemsPerSecond: number;
  readonly bytesPerSecond: number;
}

/** How many people of a job there are, and how many of them wait for the date with all that they have. */
export interface SyncedRow {
  readonly jobId: string;
  readonly people: number;
  readonly syncedPeople: number;
}

/** A rate is that of the runs which came further within these seconds. */
const LATELY_SECONDS = 10;

const ENDED = Object.values(ServiceStatus).filter(isSettled);
const CHECKED = [ServiceStatus.Valid, ServiceStatus.Invalid, ServiceStatus.Error];
const SYNCED = [ServiceStatus.Synced, ServiceStatus.Completed];

/** Every statement about how jobs come on, over several jobs at once. */
@Injectable()
export class RunningRepository {
  constructor(private readonly database: Database) {}

  /**
   * The workloads of some jobs in numbers. The rate adds up the pace of every run that came further lately: what it has
   * settled by the time that it worked, or by the whole of that time when it worked less.
   */
  async workloads(jobIds: readonly string[], now: Date): Promise<RunningRow[]> {
    if (jobIds.length === 0) return [];
    const found = sql`(run.copied + run.already_there + run.skipped + run.failed - run.lost)`;
    const worked = sql`greatest(run.worked_ms / 1000.0, ${LATELY_SECONDS}::int)`;
    const lately = sql`run.moved_at > ${now.toISOString()}::timestamptz - make_interval(secs => ${LATELY_SECONDS}::int)`;
    const result = await this.database.orm.execute(sql`
      select run.job_id, run.service, count(*)::int as people,
        count(*) filter (where run.status = any(${sql.param(ENDED)}::text[]))::int as ended_people,
        count(*) filter (where run.status = ${ServiceStatus.Synced})::int as waiting_people,
        count(*) filter (where run.status = any(${sql.param(CHECKED)}::text[]))::int as checked_people,
        coalesce(sum(greatest(run.expected, ${found})), 0)::float8 as expected,
        coalesce(sum(${found}), 0)::float8 as found,
        coalesce(sum(${found} / ${worked}) filter (where ${lately}), 0)::float8 as items_per_second,
        coalesce(sum(run.bytes / ${worked}) filter (where ${lately}), 0)::float8 as bytes_per_second
      from workload_runs run
      join job_people member on member.job_id = run.job_id and member.person_id = run.person_id
      where run.job_id = any(${sql.param([...jobIds])}::uuid[]) and member.removed_at is null
      group by run.job_id, run.service`);
    return rowsOf<RunningColumns>(result).map((row) => ({
      jobId: row.job_id,
      service: row.service,
      people: row.people,
      endedPeople: row.ended_people,
      waitingPeople: row.waiting_people,
      checkedPeople: row.checked_people,
      expected: row.expected,
      found: row.found,
      itemsPerSecond: row.items_per_second,
      bytesPerSecond: row.bytes_per_second,
    }));
  }

  /** The people of some jobs, counted. */
  async people(jobIds: readonly string[]): Promise<SyncedRow[]> {
    if (jobIds.length === 0) return [];
    const result = await this.database.orm.execute(sql`
      select member.job_id, count(*)::int as people,
        count(*) filter (where not exists (
          select from workload_runs run
          where run.job_id = member.job_id and run.person_id = member.person_id
            and not run.status = any(${sql.param(SYNCED)}::text[])
        ))::int as synced_people
      from job_people member
      where member.job_id = any(${sql.param([...jobIds])}::uuid[]) and member.removed_at is null
      group by member.job_id`);
    return rowsOf<SyncedColumns>(result).map((row) => ({
      jobId: row.job_id,
      people: row.people,
      syncedPeople: row.synced_people,
    }));
  }
}

/** Columns as the statements name them. */
interface RunningColumns {
  readonly job_id: string;
  readonly service: Workload;
  readonly people: number;
  readonly ended_people: number;
  readonly waiting_people: number;
  readonly checked_people: number;
  readonly expected: number;
  readonly found: number;
  readonly items_per_second: number;
  readonly bytes_per_second: number;
}

interface SyncedColumns {
  readonly job_id: string;
  readonly people: number;
  readonly synced_people: number;
}
