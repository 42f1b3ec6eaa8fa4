import type { ServiceStatus, Workload } from '@ferry/contracts';
import type { KeepingWorkloads } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobPeople, workloadRuns } from '../database/schema';
import type { RunCount } from '../jobs/workload-runs.repository';

/** How many people of a job have a workload in a status, and how many of them wait until somebody decides about their skipped items. */
export interface HeldCount extends RunCount {
  readonly jobId: string;
  readonly held: number;
}

/** A job, and the workloads of which one keeps it where it is. */
export interface KeptJob extends KeepingWorkloads {
  readonly id: string;
}

/** Every statement that says where the people of a job stand as a whole. */
@Injectable()
export class RollUpRepository {
  /**
   * How many people of each job have each workload in each status, and how many of them wait for a decision; without those who were
   * taken out (OPEN-21).
   */
  async countByStatus(orm: Orm, jobIds: readonly string[]): Promise<HeldCount[]> {
    const rows = await orm
      .select({
        jobId: workloadRuns.jobId,
        service: sql<Workload>`${workloadRuns.service}`,
        status: sql<ServiceStatus>`${workloadRuns.status}`,
        people: sql<number>`count(*)::int`,
        held: sql<number>`count(${workloadRuns.heldAt})::int`,
      })
      .from(workloadRuns)
      .innerJoin(
        jobPeople,
        and(
          eq(jobPeople.jobId, workloadRuns.jobId),
          eq(jobPeople.personId, workloadRuns.personId),
          isNull(jobPeople.removedAt),
        ),
      )
      .where(sql`${workloadRuns.jobId} = any(${sql.param([...jobIds])}::uuid[])`)
      .groupBy(workloadRuns.jobId, workloadRuns.service, workloadRuns.status);
    return rows;
  }

  /** Which of the jobs have a workload that keeps them where they are; without those of people who were taken out. */
  async keptJobs(orm: Orm, asked: readonly KeptJob[]): Promise<ReadonlySet<string>> {
    const result = await orm.execute(sql`
      select job.id
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as job (id uuid, services text[], statuses text[])
      cross join lateral (
        select from workload_runs run
        where run.job_id = job.id and run.service = any(job.services) and run.status = any(job.statuses)
          and exists (select from job_people person
            where person.job_id = run.job_id and person.person_id = run.person_id and person.removed_at is null)
        limit 1) keeping`);
    return new Set(rowsOf<{ id: string }>(result).map(({ id }) => id));
  }

  /** How many people have at least one workload in one of the statuses. */
  async countPeopleIn(orm: Orm, jobId: string, statuses: readonly ServiceStatus[]): Promise<number> {
    const [row] = await orm
      .select({ people: sql<number>`count(distinct ${workloadRuns.personId})::int` })
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), inArray(workloadRuns.status, [...statuses])));
    return row?.people ?? 0;
  }
}
