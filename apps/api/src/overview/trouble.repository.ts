import { ServiceStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';

/** Somebody, with the name that the directory knows. */
export interface NamedPerson {
  readonly id: string;
  readonly displayName: string | null;
}

/** People of a job who failed for the same reason. */
export interface CauseRow {
  readonly jobId: string;
  readonly code: string | null;
  readonly message: string;
  readonly people: number;
  /** The first of them, in the order of the job. */
  readonly examples: readonly NamedPerson[];
}

/** People of a job who are in trouble. */
export interface TroubledRow {
  readonly jobId: string;
  readonly people: number;
  /** Items that wait for a decision. */
  readonly items: number;
  readonly examples: readonly NamedPerson[];
}

const FAILED = [ServiceStatus.Failed, ServiceStatus.Invalid, ServiceStatus.Error];
const EXAMPLES = 3;

/** Every statement about people who are in trouble, over several jobs at once. */
@Injectable()
export class TroubleRepository {
  constructor(private readonly database: Database) {}

  /** People of whom a workload failed; what waits for a decision has not failed. */
  async failed(jobIds: readonly string[]): Promise<TroubledRow[]> {
    return this.troubled(jobIds, sql`run.status = any(${sql.param(FAILED)}::text[]) and run.held_at is null`);
  }

  /** People who wait for a decision about skipped items. */
  async held(jobIds: readonly string[]): Promise<TroubledRow[]> {
    return this.troubled(jobIds, sql`run.held_at is not null`);
  }

  /** What people failed for, in each job the reason of most of them first. */
  async causes(jobIds: readonly string[]): Promise<CauseRow[]> {
    if (jobIds.length === 0) return [];
    const result = await this.database.orm.execute(sql`
      with fault as (
        select run.job_id, run.person_id, error.value ->> 'code' as code, min(error.value ->> 'message') as message
        from workload_runs run
        cross join lateral jsonb_array_elements(run.errors) as error
        where run.job_id = any(${sql.param([...jobIds])}::uuid[]) and run.status = any(${sql.param(FAILED)}::text[])
          and run.held_at is null
        group by run.job_id, run.person_id, error.value ->> 'code'
      )
      select fault.job_id, fault.code, (array_agg(fault.message order by member.position))[1] as message,
        count(*)::int as people, ${someOf(sql`fault.person_id`)} as examples
      from fault
      join job_people member using (job_id, person_id)
      join jobs job on job.id = fault.job_id
      left join people person on person.tenant_id = job.tenant_id and person.id = fault.person_id
      where member.removed_at is null
      group by fault.job_id, fault.code
      order by people desc, fault.code`);
    return rowsOf<CauseColumns>(result).map(({ job_id: jobId, ...row }) => ({ jobId, ...row }));
  }

  private async troubled(jobIds: readonly string[], condition: ReturnType<typeof sql>): Promise<TroubledRow[]> {
    if (jobIds.length === 0) return [];
    const result = await this.database.orm.execute(sql`
      with troubled as (
        select run.job_id, run.person_id, sum(greatest(run.skipped - run.accepted_skipped, 0))::int as items
        from workload_runs run
        where run.job_id = any(${sql.param([...jobIds])}::uuid[]) and ${condition}
        group by run.job_id, run.person_id
      )
      select troubled.job_id, count(*)::int as people, sum(troubled.items)::int as items,
        ${someOf(sql`troubled.person_id`)} as examples
      from troubled
      join job_people member using (job_id, person_id)
      join jobs job on job.id = troubled.job_id
      left join people person on person.tenant_id = job.tenant_id and person.id = troubled.person_id
      where member.removed_at is null
      group by troubled.job_id`);
    return rowsOf<TroubledColumns>(result).map(({ job_id: jobId, ...row }) => ({ jobId, ...row }));
  }
}

/** The first people of a group as JSON. */
function someOf(personId: ReturnType<typeof sql>): ReturnType<typeof sql> {
  return sql`to_jsonb((array_agg(
    jsonb_build_object('id', ${personId}, 'displayName', person.display_name) order by member.position
  ))[1:${sql.raw(String(EXAMPLES))}])`;
}

/** Columns as the statements name them. */
interface CauseColumns extends Omit<CauseRow, 'jobId'> {
  readonly job_id: string;
}

interface TroubledColumns extends Omit<TroubledRow, 'jobId'> {
  readonly job_id: string;
}
