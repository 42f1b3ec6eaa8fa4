import type { Workload } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import {
  jobEvents,
  jobPeople,
  jobs,
  ledgerEntries,
  people,
  tenants,
  verifiedFolders,
  workloadRuns,
} from '../database/schema';
import type { LastTransition } from './phases';

/** A person of a job, with the place among its people. */
export interface ReportedPerson {
  readonly personId: string;
  readonly position: number;
  readonly removedAt: Date | null;
  readonly displayName: string | null;
  readonly mail: string | null;
}

/** Items of one folder of a run that have the same state for the same reason. */
export interface FolderItems {
  readonly runId: number;
  readonly path: string;
  /** A state of the ledger; `missing` when they had arrived and have to be copied again. */
  readonly state: string;
  readonly code: string | null;
  readonly message: string | null;
  readonly items: number;
  readonly bytes: number;
}

/** A row of what the last comparison found in a folder. */
export type VerifiedFolder = typeof verifiedFolders.$inferSelect;

/** When a workload of a person last went from one status to another. */
export interface RunTransition extends LastTransition {
  readonly personId: string;
  readonly service: Workload;
}

/** One workload over all people of a job. */
export interface WorkloadSums {
  readonly service: Workload;
  readonly people: number;
  readonly verified_people: number;
  readonly copied: number;
  readonly already_there: number;
  readonly skipped: number;
  readonly failed: number;
  readonly lost: number;
  readonly bytes: number;
  readonly compared: number;
  readonly at_target: number;
  readonly missing: number;
  readonly different: number;
  readonly sampled: number;
  readonly sampled_different: number;
  readonly verifying: number;
}

/**
 * Every statement that a report is made of. Each is about a few people at a time, by an index, so that a large ledger keeps
 * none of them for longer than a statement may take.
 */
@Injectable()
export class ReportRepository {
  /** Each workload over all people. Reads the numbers of the runs and the results by folder, never the ledger. */
  async sums(orm: Orm, jobId: string): Promise<WorkloadSums[]> {
    const result = await orm.execute(sql`
      select service, count(*)::float8 as people, count(verified_at)::float8 as verified_people,
        sum(run.copied)::float8 as copied, sum(run.already_there)::float8 as already_there,
        sum(run.skipped)::float8 as skipped, sum(run.failed)::float8 as failed, sum(run.lost)::float8 as lost,
        sum(run.bytes)::float8 as bytes, coalesce(sum(folder.compared), 0)::float8 as compared,
        coalesce(sum(folder.at_target), 0)::float8 as at_target, coalesce(sum(folder.missing), 0)::float8 as missing,
        coalesce(sum(folder.different), 0)::float8 as different, coalesce(sum(folder.sampled), 0)::float8 as sampled,
        coalesce(sum(folder.sampled_different), 0)::float8 as sampled_different,
        count(*) filter (where phase = 'recheck')::float8 as verifying
      from ${workloadRuns} run left join lateral (
        select sum(compared) as compared, sum(at_target) as at_target, sum(missing) as missing,
          sum(different) as different, sum(sampled) as sampled, sum(sampled_different) as sampled_different
        from ${verifiedFolders} where run_id = run.id
      ) folder on true
      where run.job_id = ${jobId} group by service`);
    return rowsOf<WorkloadSums>(result);
  }

  /** The name of a tenant; null when it is not known here. */
  async tenantName(orm: Orm, id: string): Promise<string | null> {
    const [row] = await orm.select({ name: tenants.displayName }).from(tenants).where(eq(tenants.id, id));
    return row?.name ?? null;
  }

  /** People of a job behind a place, in the order of its resources. */
  async people(orm: Orm, jobId: string, after: number, limit: number): Promise<ReportedPerson[]> {
    return this.selectPeople(orm, and(eq(jobPeople.jobId, jobId), gt(jobPeople.position, after)), limit);
  }

  /** One person of a job; undefined when there is no such person in it. */
  async person(orm: Orm, jobId: string, personId: string): Promise<ReportedPerson | undefined> {
    const [person] = await this.selectPeople(orm, and(eq(jobPeople.jobId, jobId), eq(jobPeople.personId, personId)), 1);
    return person;
  }

  private selectPeople(orm: Orm, which: SQL | undefined, limit: number): Promise<ReportedPerson[]> {
    return orm
      .select({
        personId: jobPeople.personId,
        position: jobPeople.position,
        removedAt: jobPeople.removedAt,
        displayName: people.displayName,
        mail: people.mail,
      })
      .from(jobPeople)
      .innerJoin(jobs, eq(jobs.id, jobPeople.jobId))
      .leftJoin(people, and(eq(people.tenantId, jobs.tenantId), eq(people.id, jobPeople.personId)))
      .where(which)
      .orderBy(asc(jobPeople.position))
      .limit(limit);
  }

  /** What became of the items of some runs, by folder, state and code. */
  async folderItems(orm: Orm, runIds: readonly number[]): Promise<FolderItems[]> {
    const code = sql<
      string | null
    >`case when ${ledgerEntries.state} in ('skipped', 'failed') then ${ledgerEntries.code} end`;
    return orm
      .select({
        runId: ledgerEntries.runId,
        path: ledgerEntries.container,
        state: ledgerEntries.state,
        code: code.as('reason'),
        message: sql<string | null>`min(${ledgerEntries.message})`,
        items: sql<number>`count(*)::int`,
        bytes: sql<number>`sum(${ledgerEntries.bytes})::bigint`.mapWith(Number),
      })
      .from(ledgerEntries)
      .where(sql`${ledgerEntries.runId} = any(${sql.param([...runIds])}::bigint[])`)
      .groupBy(ledgerEntries.runId, ledgerEntries.container, ledgerEntries.state, sql`reason`);
  }

  /** What the last comparison of some runs found, by folder. */
  async verifiedFolders(orm: Orm, runIds: readonly number[]): Promise<VerifiedFolder[]> {
    return orm
      .select()
      .from(verifiedFolders)
      .where(sql`${verifiedFolders.runId} = any(${sql.param([...runIds])}::bigint[])`);
  }

  /** When the workloads of some people last went from each status to each other one. */
  async transitions(orm: Orm, jobId: string, personIds: readonly string[]): Promise<RunTransition[]> {
    const rows = await orm
      .select({
        personId: jobEvents.personId,
        service: sql<Workload>`${jobEvents.service}`,
        fromStatus: jobEvents.fromStatus,
        toStatus: jobEvents.toStatus,
        at: sql<Date>`max(${jobEvents.at})`.mapWith(jobEvents.at),
      })
      .from(jobEvents)
      .where(
        and(
          eq(jobEvents.jobId, jobId),
          sql`${jobEvents.personId} = any(${sql.param([...personIds])}::uuid[])`,
          sql`${jobEvents.service} is not null`,
        ),
      )
      .groupBy(jobEvents.personId, jobEvents.service, jobEvents.fromStatus, jobEvents.toStatus);
    return rows.flatMap(({ personId, ...row }) => (personId === null ? [] : [{ ...row, personId }]));
  }

  /** The status in which a job was when its deletion was asked for; null when it was not. */
  async statusBeforeDeletion(orm: Orm, jobId: string): Promise<string | null> {
    const [row] = await orm
      .select({ fromStatus: jobEvents.fromStatus })
      .from(jobEvents)
      .where(
        and(eq(jobEvents.jobId, jobId), eq(jobEvents.toStatus, 'pendingDelete'), sql`${jobEvents.personId} is null`),
      )
      .orderBy(sql`${jobEvents.id} desc`)
      .limit(1);
    return row?.fromStatus ?? null;
  }
}
