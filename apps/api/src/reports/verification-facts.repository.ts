import { ServiceStatus, type VerificationVerdict } from '@ferry/contracts';
import { type ComparedWorkloads, verificationVerdict } from '@ferry/domain';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';

/** What was compared in a job, and how many people it has. */
export interface VerificationFacts extends ComparedWorkloads {
  readonly people: number;
}

/** The comparisons of a job in one word; a job of which nothing is known has none. */
export function verdictOf(facts: VerificationFacts | undefined): VerificationVerdict {
  return verificationVerdict(facts ?? { workloads: 0, compared: 0, differences: 0 });
}

/** The statement that says what was compared, of several jobs at once. */
@Injectable()
export class VerificationFactsRepository {
  /** A job without people is missing. */
  async ofJobs(orm: Orm, jobIds: readonly string[]): Promise<ReadonlyMap<string, VerificationFacts>> {
    if (jobIds.length === 0) return new Map();
    const result = await orm.execute(sql`
      select run.job_id, count(distinct run.person_id)::int as people,
        (count(*) filter (where run.status <> ${ServiceStatus.Cancelled}))::int as workloads,
        count(run.verified_at)::int as compared, coalesce(sum(folder.differences), 0)::float8 as differences
      from workload_runs run left join lateral (
        select sum(missing + different) as differences from verified_folders where run_id = run.id
      ) folder on run.verified_at is not null
      where run.job_id = any(${sql.param([...jobIds])}::uuid[])
      group by run.job_id`);
    const rows = rowsOf<VerificationFacts & { readonly job_id: string }>(result);
    return new Map(rows.map(({ job_id: jobId, ...facts }) => [jobId, facts]));
  }
}
