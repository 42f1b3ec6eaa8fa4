import { CreateCrossTenantMigrationJob } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { bodyRefusal } from '../graph/body-fault';
import { readBody } from '../graph/read-body';
import { JobsService } from './jobs.service';

/** Reads what a client sends to create a job. */
@Injectable()
export class JobBodies {
  constructor(private readonly jobs: JobsService) {}

  /**
   * The body of a creation. A body that is refused for its types is also looked through for what cannot be, so that its
   * author hears of everything at once.
   *
   * @throws GraphHttpError 400 or 422, with every fault in its details
   */
  async read(caller: Caller, sent: unknown): Promise<CreateCrossTenantMigrationJob> {
    const { body, faults } = readBody(CreateCrossTenantMigrationJob, sent);
    if (faults.length === 0) return body;
    throw bodyRefusal([...faults, ...(await this.jobs.faultsOf(caller, body, faults))]);
  }
}
