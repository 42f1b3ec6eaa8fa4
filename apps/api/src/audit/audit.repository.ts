import { AuditAction, type Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { type SQL, sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { wasAsked } from '../database/schema/was-asked.sql';
import { CALLER_CAUSES } from '../events/caller-causes';

/** Where a listing of the audit goes on: behind this entry. */
export interface AuditPosition {
  /** ISO 8601 in UTC, to the microsecond. */
  readonly at: string;
  readonly id: number;
}

/** What is looked for; an absent member leaves nothing out. */
export interface AuditCriteria {
  readonly tenantId: string;
  /** A part of the name of whoever asked, in any letter case. */
  readonly actor: string | undefined;
  /** The id of a job, or a part of its name. */
  readonly job: string | undefined;
  readonly action: AuditAction | undefined;
  readonly from: Date | undefined;
  readonly before: Date | undefined;
  /** Reports that were kept at this moment or before have expired, and what was asked in their jobs with them. */
  readonly keptAfter: Date | null;
}

/** An event that somebody asked for, of a job that is there or of one whose report was kept. */
export interface AuditRecord {
  readonly id: number;
  readonly position: string;
  readonly actor: string;
  readonly cause: string;
  readonly job_id: string;
  readonly job_name: string;
  readonly job_deleted: boolean;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly service: Workload | null;
  readonly from_status: string | null;
  readonly to_status: string;
}

const COLUMNS = sql`event.id::float8 as id, event.at, to_char(event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as position,
  event.actor, event.cause, event.person_id, event.service, event.from_status, event.to_status`;

/** Every statement about what was asked for. */
@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** A page of what was asked for in the jobs of a tenant, latest first, behind a position. */
  async page(criteria: AuditCriteria, behind: AuditPosition | null, limit: number): Promise<AuditRecord[]> {
    const { tenantId, keptAfter } = criteria;
    const order = sql`order by event.at desc, event.id desc limit ${limit}::int`;
    const common = conditions(criteria, behind);
    const visible = keptAfter === null ? sql`is not null` : sql`> ${keptAfter.toISOString()}::timestamptz`;
    const result = await this.database.orm.execute(sql`
      (select ${COLUMNS}, job.id as job_id, job.display_name as job_name, false as job_deleted,
        person.display_name as person_name
      from job_events event
      join jobs job on job.id = event.job_id and job.tenant_id = ${tenantId}
      left join people person on person.tenant_id = job.tenant_id and person.id = event.person_id
      where ${wasAsked('event')} and ${common} and ${jobCondition(criteria.job, 'job')}
      ${order})
      union all
      (select ${COLUMNS}, report.id, report.display_name, true, event.person_name
      from kept_report_events event
      join kept_reports report on report.id = event.report_id and report.tenant_id = ${tenantId}
        and report.kept_at ${visible}
      where ${common} and ${jobCondition(criteria.job, 'report')}
      ${order})
      order by at desc, id desc limit ${limit}::int`);
    return rowsOf<AuditRecord>(result);
  }
}

function conditions({ actor, action, from, before }: AuditCriteria, behind: AuditPosition | null): SQL {
  const all: SQL[] = [sql`true`];
  if (actor !== undefined) all.push(sql`strpos(lower(event.actor), lower(${actor}::text)) > 0`);
  if (action !== undefined) all.push(actionCondition(action));
  if (from !== undefined) all.push(sql`event.at >= ${from.toISOString()}::timestamptz`);
  if (before !== undefined) all.push(sql`event.at < ${before.toISOString()}::timestamptz`);
  if (behind !== null) all.push(sql`(event.at, event.id) < (${behind.at}::timestamptz, ${behind.id}::bigint)`);
  return sql.join(all, sql` and `);
}

function actionCondition(action: AuditAction): SQL {
  if (action !== AuditAction.Other) return sql`starts_with(event.cause, ${CALLER_CAUSES[action]}::text)`;
  const known = Object.values(CALLER_CAUSES).map((words) => sql`not starts_with(event.cause, ${words}::text)`);
  return sql.join(known, sql` and `);
}

function jobCondition(job: string | undefined, table: 'job' | 'report'): SQL {
  if (job === undefined) return sql`true`;
  const [id, name] = [sql.raw(`${table}.id`), sql.raw(`${table}.display_name`)];
  return sql`(${id}::text = lower(${job}::text) or strpos(lower(${name}), lower(${job}::text)) > 0)`;
}
