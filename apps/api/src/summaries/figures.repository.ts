import { ServiceStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { FAILED_SERVICE_STATUSES, textArray } from '../jobs/needs-attention.sql';

/** The numbers of a job over all its people and workloads. */
export interface JobFiguresRow {
  readonly job_id: string;
  readonly people: number;
  readonly failed_people: number;
  readonly held_people: number;
  readonly workloads: number;
  readonly checked_workloads: number;
  /** Whether something is to move, so that it can be stuck. */
  readonly moves: boolean;
  readonly expected: number;
  readonly copied: number;
  readonly already_there: number;
  readonly skipped: number;
  readonly failed: number;
  readonly lost: number;
  readonly bytes: number;
}

/** Statuses in which a validation leaves a workload. */
const CHECKED = [ServiceStatus.Valid, ServiceStatus.Invalid, ServiceStatus.Error];

/** Every statement about the numbers of several jobs at once. */
@Injectable()
export class FiguresRepository {
  constructor(private readonly database: Database) {}

  /** The numbers of some jobs; a job without people is missing. Who was taken out counts no more (OPEN-21). */
  async ofJobs(jobIds: readonly string[]): Promise<ReadonlyMap<string, JobFiguresRow>> {
    if (jobIds.length === 0) return new Map();
    const result = await this.database.orm.execute(sql`
      select run.job_id, count(distinct run.person_id)::int as people,
        count(distinct run.person_id) filter (where run.status = any(${textArray(FAILED_SERVICE_STATUSES)}))::int
          as failed_people,
        count(distinct run.person_id) filter (where run.held_at is not null)::int as held_people,
        count(*)::int as workloads,
        (count(*) filter (where run.status = any(${textArray(CHECKED)})))::int as checked_workloads,
        bool_or(run.phase is not null and run.phase <> 'recheck') as moves,
        sum(greatest(run.expected, run.copied + run.already_there + run.skipped + run.failed - run.lost))::float8
          as expected,
        sum(run.copied)::float8 as copied, sum(run.already_there)::float8 as already_there,
        sum(run.skipped)::float8 as skipped, sum(run.failed)::float8 as failed, sum(run.lost)::float8 as lost,
        sum(run.bytes)::float8 as bytes
      from workload_runs run
      join job_people person
        on person.job_id = run.job_id and person.person_id = run.person_id and person.removed_at is null
      where run.job_id = any(${sql.param([...jobIds])}::uuid[])
      group by run.job_id`);
    return new Map(rowsOf<JobFiguresRow>(result).map((row) => [row.job_id, row]));
  }
}
