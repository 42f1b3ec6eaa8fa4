import { JobStatus, JobType, PersonMembership, ServiceStatus, Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { eventTime } from '../events/event-time.sql';
import { Database, type Orm } from '../database/database';
import { jobPeople, jobs, jobTurns } from '../database/schema';
import type { Notification } from '../changes/changes';
import type { JobPatch, JobRecord, JobWithResources } from './job.record';
import { inOrder, later } from './job-dates';
import { isGuid, isStorable } from './job-key';
import { searchTextOf } from './job-search.sql';
import type { Cause } from './workload-runs.repository';

const { resources, searchText: _searchText, ...withoutResources } = getTableColumns(jobs);

/** Columns of a job without its people: to read 2,000 ids with every lock and every slice is what makes large jobs slow. */
export const JOB_COLUMNS = withoutResources;
const ALL_COLUMNS = { ...JOB_COLUMNS, resources };

type Typed<Row> = Row & Pick<JobRecord, 'jobType' | 'createdAs' | 'status' | 'workloads'>;

/** A row with its words typed; the words were checked when they were written. */
export function jobRecord<Row extends Pick<typeof jobs.$inferSelect, keyof typeof JOB_COLUMNS>>(row: Row): Typed<Row> {
  return {
    ...row,
    jobType: row.jobType as JobType,
    createdAs: row.createdAs as JobType | null,
    status: row.status as JobStatus,
    workloads: row.workloads as Workload[],
  };
}

/** Every statement about jobs and who is in them, except lists. */
@Injectable()
export class JobsRepository {
  constructor(private readonly database: Database) {}

  /**
   * Writes a job with its people, one run for each person and workload, and its first event, and tells the
   * consoles, in one statement. Throws the database's unique violation when the name is taken.
   */
  async insert(orm: Orm, job: JobWithResources, cause: string, notification: Notification): Promise<void> {
    const at = job.createdAt.toISOString();
    await orm.execute(sql`
      with job as (
        insert into jobs (id, tenant_id, display_name, job_type, created_as, source_tenant_id, complete_after, status,
          message, created_at, created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources, search_text)
        values (${job.id}, ${job.tenantId}, ${job.displayName}, ${job.jobType}, ${job.createdAs}, ${job.sourceTenantId},
          ${job.completeAfter.toISOString()}, ${job.status}, ${job.message}, ${at}, ${job.createdBy}, ${at},
          ${job.sourceEndpoint}, ${job.targetDeliveryDomain}, ${sql.param(job.workloads)}::text[],
          ${sql.param(job.resources)}::uuid[], ${searchTextOf(job)})
        returning id, workloads, resources
      ), person as (
        insert into job_people (job_id, person_id, position)
        select job.id, person.id, person.position
        from job, unnest(job.resources) with ordinality as person (id, position)
        returning job_id, person_id
      ), run as (
        insert into workload_runs (job_id, person_id, service, status, updated_at)
        select person.job_id, person.person_id, service, ${ServiceStatus.NotStarted}, ${at}::timestamptz
        from person, job, unnest(job.workloads) as service
      ), event as (
        insert into job_events (job_id, to_status, cause, actor, at)
        select job.id, ${job.status}, ${cause}, ${job.createdBy}, ${at}::timestamptz from job
        returning id
      )
      select pg_notify(${notification.channel}, ${notification.payload}) from event`);
  }

  /** A job of a tenant by its id. */
  async find(tenantId: string, id: string): Promise<JobRecord | null> {
    const [row] = await this.database.orm
      .select(JOB_COLUMNS)
      .from(jobs)
      .where(and(eq(jobs.tenantId, tenantId), eq(jobs.id, id)));
    return row ? jobRecord(row) : null;
  }

  /** A job of a tenant by its id, or else by its name; null when there is neither. */
  async findByIdOrName(tenantId: string, idOrName: string): Promise<JobWithResources | null> {
    const byId = isGuid(idOrName) ? await this.findWhere(tenantId, eq(jobs.id, idOrName)) : null;
    return byId ?? this.findByName(tenantId, idOrName);
  }

  /** A job of a tenant by its name. */
  async findByName(tenantId: string, name: string): Promise<JobWithResources | null> {
    return isStorable(name) ? this.findWhere(tenantId, eq(jobs.displayName, name)) : null;
  }

  private async findWhere(tenantId: string, condition: SQL): Promise<JobWithResources | null> {
    const [row] = await this.database.orm
      .select(ALL_COLUMNS)
      .from(jobs)
      .where(and(eq(jobs.tenantId, tenantId), condition));
    return row ? jobRecord(row) : null;
  }

  /** Locks a job until the transaction ends; whoever changes its status holds this lock. */
  async lock(tx: Orm, id: string): Promise<JobRecord | null> {
    const [row] = await tx.select(JOB_COLUMNS).from(jobs).where(eq(jobs.id, id)).for('update');
    return row ? jobRecord(row) : null;
  }

  /** The same, with everybody in it. */
  async lockWithResources(tx: Orm, id: string): Promise<JobWithResources | null> {
    const [row] = await tx.select(ALL_COLUMNS).from(jobs).where(eq(jobs.id, id)).for('update');
    return row ? jobRecord(row) : null;
  }

  /** Locks several jobs until the transaction ends, always in the same order, so that nobody waits in a circle. */
  async lockAll(tx: Orm, ids: readonly string[]): Promise<Map<string, JobRecord>> {
    const rows = await tx
      .select(JOB_COLUMNS)
      .from(jobs)
      .where(sql`${jobs.id} = any(${sql.param([...ids])}::uuid[])`)
      .orderBy(asc(jobs.id))
      .for('update');
    return new Map(rows.map((row) => [row.id, jobRecord(row)]));
  }

  /** Saves a new status, guarded by the old one. Undefined when somebody else was faster. */
  async move(
    tx: Orm,
    job: JobRecord,
    to: { status: JobStatus; message: string; at: Date; patch: JobPatch },
  ): Promise<JobRecord | undefined> {
    const [row] = await tx
      .update(jobs)
      .set({
        ...inOrder(job, to.patch),
        status: to.status,
        message: to.message,
        updatedAt: later(to.at, job.updatedAt),
      })
      .where(and(eq(jobs.id, job.id), eq(jobs.status, job.status)))
      .returning(JOB_COLUMNS);
    return row && jobRecord(row);
  }

  /** Moves the cutover date. */
  async setCompleteAfter(tx: Orm, id: string, completeAfter: Date, at: Date): Promise<void> {
    await tx.update(jobs).set({ completeAfter, updatedAt: at }).where(eq(jobs.id, id));
  }

  /** Says how many items a workload may skip without anybody being asked. */
  async setSkippedItemsAllowed(tx: Orm, id: string, allowed: number, at: Date): Promise<void> {
    await tx.update(jobs).set({ skippedItemsAllowed: allowed, updatedAt: at }).where(eq(jobs.id, id));
  }

  /** Deletes a job with everything that belongs to it; its name is free afterwards. */
  async purge(tx: Orm, id: string): Promise<void> {
    await tx.delete(jobs).where(eq(jobs.id, id));
    await tx.delete(jobTurns).where(eq(jobTurns.jobId, id));
  }

  /** The person's place in the job: undefined when there is no such person in it. */
  async person(orm: Orm, jobId: string, personId: string): Promise<{ removedAt: Date | null } | undefined> {
    const [row] = await orm
      .select({ removedAt: jobPeople.removedAt })
      .from(jobPeople)
      .where(and(eq(jobPeople.jobId, jobId), eq(jobPeople.personId, personId)));
    return row;
  }

  /** Adds a person at the end of a locked job, with a run for each workload and the events, in one statement. */
  async addPerson(tx: Orm, jobId: string, personId: string, cause: Cause): Promise<void> {
    const at = cause.at.toISOString();
    await tx.execute(sql`
      with job as (
        update jobs set resources = array_append(resources, ${personId}::uuid), updated_at = ${at}
        where id = ${jobId} returning id, workloads
      ), person as (
        insert into job_people (job_id, person_id, position)
        select job.id, ${personId}::uuid,
          (select coalesce(max(position), 0) + 1 from job_people where job_id = ${jobId}::uuid)
        from job
        returning job_id, person_id
      ), run as (
        insert into workload_runs (job_id, person_id, service, status, updated_at)
        select person.job_id, person.person_id, service, ${ServiceStatus.NotStarted}, ${at}::timestamptz
        from person, job, unnest(job.workloads) as service
        returning id, job_id, person_id, service
      )
      insert into job_events (job_id, person_id, service, to_status, cause, actor, at)
      select job_id, person_id, service, to_status, ${cause.cause}, ${cause.actor},
        ${eventTime(sql`${jobId}::uuid`, at)}
      from (
        select 0 as place, job_id, person_id, null as service, ${PersonMembership.Added} as to_status from person
        union all
        select id, job_id, person_id, service, ${ServiceStatus.NotStarted} from run
      ) as event
      order by place`);
  }

  /** Takes a person out of a locked job for good, and says so in the event log. */
  async removePerson(tx: Orm, jobId: string, personId: string, cause: Cause): Promise<void> {
    const at = cause.at.toISOString();
    await tx.execute(sql`
      with person as (
        update job_people set removed_at = ${at}
        where job_id = ${jobId} and person_id = ${personId} and removed_at is null
        returning job_id, person_id
      )
      insert into job_events (job_id, person_id, from_status, to_status, cause, actor, at)
      select job_id, person_id, ${PersonMembership.Added}, ${PersonMembership.Removed}, ${cause.cause}, ${cause.actor},
        ${eventTime(sql`${jobId}::uuid`, at)}
      from person`);
  }

  /** How many people a job has and how many were taken out. */
  async countPeople(orm: Orm, jobId: string): Promise<{ active: number; removed: number }> {
    const [row] = await orm
      .select({
        active: sql<number>`count(*) filter (where ${jobPeople.removedAt} is null)::int`,
        removed: sql<number>`count(*) filter (where ${jobPeople.removedAt} is not null)::int`,
      })
      .from(jobPeople)
      .where(eq(jobPeople.jobId, jobId));
    return row ?? { active: 0, removed: 0 };
  }

  /** The people of a job who were not taken out, in the order of its resources. */
  async activePeople(orm: Orm, jobId: string): Promise<string[]> {
    const rows = await orm
      .select({ personId: jobPeople.personId })
      .from(jobPeople)
      .where(and(eq(jobPeople.jobId, jobId), sql`${jobPeople.removedAt} is null`))
      .orderBy(asc(jobPeople.position));
    return rows.map((row) => row.personId);
  }

  /** Jobs that somebody has to move on, for the reconciler; those that wait for a date are among them. */
  async unsettled(): Promise<{ id: string; status: JobStatus; completeAfter: Date }[]> {
    const rows = await this.database.orm
      .select({ id: jobs.id, status: jobs.status, completeAfter: jobs.completeAfter })
      .from(jobs)
      .where(
        sql`${jobs.status} in ('submitted', 'approved', 'validateSubmitted', 'validateProcessing', 'validateInProgress', 'processing', 'inProgress', 'adminActionRequired', 'cuttingOver', 'pendingCancel', 'pendingDelete')
          and (${jobs.status} <> 'submitted' or ${jobs.jobType} = ${JobType.Migrate})`,
      )
      // In one order for all processes: two that send the same wake-ups in different orders wait for each other.
      .orderBy(asc(jobs.id));
    return rows.map((row) => ({ ...row, status: row.status as JobStatus }));
  }
}
