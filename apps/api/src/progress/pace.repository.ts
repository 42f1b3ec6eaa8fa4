import { ServiceStatus, Workload } from '@ferry/contracts';
import type { MovingPeer, MovingRun, SeenRun } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import type { RunPhase } from '../jobs/job.record';

/** A run that is to move, as it is compared with others. */
export interface MovingRow extends MovingPeer, MovingRun {
  readonly service: Workload;
  readonly status: ServiceStatus;
  readonly phase: RunPhase;
  readonly personId: string;
}

/** A run of a workload that was completed. */
export interface SeenRow extends SeenRun {
  readonly service: Workload;
  readonly longestStepMs: number;
}

/** Of so many jobs that changed last, so many runs of each workload are looked at. */
const NEWEST_JOBS = 20;
const RUNS_OF_JOB = 50;

/** Every statement about how quickly runs move. */
@Injectable()
export class PaceRepository {
  constructor(private readonly database: Database) {}

  /** Every run of a job that is to move. */
  async moving(jobId: string, now: Date): Promise<MovingRow[]> {
    const result = await this.database.orm.execute(sql`
      select id::float8 as id, person_id, service, status, phase, longest_step_ms, owner is not null as worked,
        greatest(extract(epoch from ${now.toISOString()}::timestamptz - coalesce(moved_at, updated_at)) * 1000, 0)::float8
          as idle_ms,
        case when checkpoint is null and copied + already_there + skipped + failed = 0 then null
          else greatest(expected - (copied + already_there + skipped + failed - lost), 0) end as items_left
      from workload_runs
      where job_id = ${jobId} and phase is not null and phase <> 'recheck'`);
    return rowsOf<MovingColumns>(result).map((row) => ({
      id: row.id,
      personId: row.person_id,
      service: row.service,
      status: row.status,
      phase: row.phase,
      idleMs: row.idle_ms,
      longestStepMs: row.longest_step_ms,
      worked: row.worked,
      left: row.items_left,
    }));
  }

  /** Some runs that a tenant has completed lately. */
  async seen(tenantId: string): Promise<SeenRow[]> {
    const result = await this.database.orm.execute(sql`
      select run.service, run.items, run.worked_ms, run.longest_step_ms
      from (
        select id from jobs where tenant_id = ${tenantId} order by updated_at desc, id desc limit ${NEWEST_JOBS}
      ) job
      cross join unnest(${sql.param(Object.values(Workload))}::text[]) as workload
      cross join lateral (
        select service, (copied + already_there + skipped + failed - lost)::float8 as items, worked_ms::float8 as worked_ms,
          longest_step_ms
        from workload_runs
        where job_id = job.id and service = workload and status = ${ServiceStatus.Completed}
        limit ${RUNS_OF_JOB}
      ) run`);
    return rowsOf<SeenColumns>(result).map((row) => ({
      service: row.service,
      items: row.items,
      workedMs: row.worked_ms,
      longestStepMs: row.longest_step_ms,
    }));
  }
}

/** Columns as the statement names them. */
interface MovingColumns {
  readonly id: number;
  readonly person_id: string;
  readonly service: Workload;
  readonly status: ServiceStatus;
  readonly phase: RunPhase;
  readonly longest_step_ms: number;
  readonly worked: boolean;
  readonly idle_ms: number;
  readonly items_left: number | null;
}

interface SeenColumns {
  readonly service: Workload;
  readonly items: number;
  readonly worked_ms: number;
  readonly longest_step_ms: number;
}
