import { JobStatus } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';

/** A person of a job of whom something is held. */
export interface HeldPerson {
  readonly job_id: string;
  readonly person_id: string;
}

/** Every statement about what is held over all jobs of a tenant. */
@Injectable()
export class HoldsRepository {
  constructor(private readonly database: Database) {}

  /** The people of a tenant's jobs of whom something is held, longest first. A job of such people says so (ADR 0027). */
  async ofTenant(tenantId: string, limit: number): Promise<HeldPerson[]> {
    const result = await this.database.orm.execute(sql`
      select run.job_id, run.person_id
      from jobs job
      join workload_runs run on run.job_id = job.id and run.held_at is not null
      join job_people person
        on person.job_id = run.job_id and person.person_id = run.person_id and person.removed_at is null
      where job.tenant_id = ${tenantId} and job.status = ${JobStatus.AdminActionRequired}
      group by run.job_id, run.person_id
      order by min(run.held_at), run.person_id
      limit ${limit}`);
    return rowsOf<HeldPerson>(result);
  }
}
