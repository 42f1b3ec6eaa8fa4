import { JobStatus, type VerificationVerdict } from '@ferry/contracts';
import { isFinal } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { textArray } from '../jobs/needs-attention.sql';

/** Which reports of a tenant, and which part of them. */
export interface ReportListing {
  readonly tenantId: string;
  /** Reports that were kept at this moment or before have expired; null when none ever does. */
  readonly keptAfter: Date | null;
  /** A part of the name of the job, or of its creator's, in any letter case. */
  readonly search: string | undefined;
  readonly skip: number;
  readonly limit: number;
}

/** A report as lists show it; `verification` is null for a job that is there. */
export interface ReportEntryRow {
  readonly id: string;
  readonly display_name: string;
  readonly status: JobStatus;
  readonly created_by: string;
  readonly job_created: string;
  readonly ended: string;
  readonly kept: string | null;
  readonly people: number | null;
  readonly verification: VerificationVerdict | null;
}

const OVER = Object.values(JobStatus).filter((status) => isFinal(status) && status !== JobStatus.Deleted);

/** The statement that lists reports. */
@Injectable()
export class ReportEntriesRepository {
  constructor(private readonly database: Database) {}

  /** A page of the reports of jobs that are over and of jobs that were deleted, latest ended first. */
  async page({ tenantId, keptAfter, search, skip, limit }: ReportListing): Promise<ReportEntryRow[]> {
    const part = sql`order by ended_at desc, id desc limit ${skip + limit}::int`;
    const visible =
      keptAfter === null ? sql`kept_at is not null` : sql`kept_at > ${keptAfter.toISOString()}::timestamptz`;
    const result = await this.database.orm.execute(sql`
      select id, display_name, status, created_by, ${iso('job_created_at')} as job_created, ${iso('ended_at')} as ended,
        ${iso('kept_at')} as kept, people, verification
      from (
        (select id, display_name, status, created_by, created_at as job_created_at,
          coalesce(finished_at, updated_at) as ended_at, null::timestamptz as kept_at, null::int as people,
          null::text as verification
        from jobs
        where tenant_id = ${tenantId} and status = any(${textArray(OVER)}) and ${found(search)}
        ${part})
        union all
        (select id, display_name, status, created_by, job_created_at, coalesce(finished_at, kept_at) as ended_at, kept_at,
          people, verification
        from kept_reports
        where tenant_id = ${tenantId} and ${visible} and ${found(search)}
        ${part})
      ) report
      order by ended_at desc, id desc
      offset ${skip}::int limit ${limit}::int`);
    return rowsOf<ReportEntryRow>(result);
  }
}

function iso(column: 'job_created_at' | 'ended_at' | 'kept_at'): SQL {
  return sql`to_char(${sql.raw(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function found(search: string | undefined): SQL {
  if (search === undefined) return sql`true`;
  return sql`strpos(lower(display_name || ' ' || created_by), lower(${search}::text)) > 0`;
}
