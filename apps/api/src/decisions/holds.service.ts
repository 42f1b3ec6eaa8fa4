import type { Hold } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { JobsRepository } from '../jobs/jobs.repository';
import { ProgressService } from '../progress/progress.service';
import { SummariesService } from '../summaries/summaries.service';
import { HoldsRepository } from './holds.repository';

/** So many people are told at once; whoever has decided about them sees the next ones. */
const MOST = 200;

/** Whoever waits for a decision about skipped items, over all jobs of a tenant. */
@Injectable()
export class HoldsService {
  constructor(
    private readonly holds: HoldsRepository,
    private readonly jobs: JobsRepository,
    private readonly progress: ProgressService,
    private readonly summaries: SummariesService,
  ) {}

  async list(caller: Caller): Promise<Hold[]> {
    const held = await this.holds.ofTenant(caller.tenantId, MOST);
    const byJob = Map.groupBy(held, (row) => row.job_id);
    const holds: Hold[] = [];
    for (const [jobId, rows] of byJob) {
      const job = await this.jobs.find(caller.tenantId, jobId);
      if (!job) continue;
      const ids = rows.map((row) => row.person_id);
      const people = await this.progress.ofPeople(job, ids);
      for (const summary of await this.summaries.of([job])) {
        holds.push(...people.map((person) => ({ job: summary, person })));
      }
    }
    return holds;
  }
}
