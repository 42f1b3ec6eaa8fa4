import { CreateCrossTenantMigrationJob, JobType, UpdateCrossTenantMigrationJob } from '@ferry/contracts';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../auth/caller';
import { ServiceClock } from '../clock/service-clock';
import { CONFIG, type Config } from '../config/config';
import { type BodyFault, bodyRefusal } from '../graph/body-fault';
import { readBody } from '../graph/read-body';
import { cutoverDateFault } from './job-arguments';
import { JobsService } from './jobs.service';

/**
 * Reads what a client sends about a job. A body that is refused for its types is also looked through for what cannot be,
 * so that its author hears of everything at once.
 */
@Injectable()
export class JobBodies {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobsService,
    private readonly clock: ServiceClock,
  ) {}

  /** The body of a creation. @throws GraphHttpError 400 or 422, with every fault in its details */
  create(caller: Caller, sent: unknown): Promise<CreateCrossTenantMigrationJob> {
    return this.read(caller, sent, () => []);
  }

  /**
   * The body of the old validate, which creates validation jobs and knows no other kind (contract page 1.3.7).
   *
   * @throws GraphHttpError 400 or 422, with every fault in its details
   */
  async validate(caller: Caller, sent: unknown): Promise<CreateCrossTenantMigrationJob> {
    const body = await this.read(caller, sent, ({ jobType }) => (jobType === JobType.Migrate ? [NO_MIGRATION] : []));
    return Object.assign(body, { jobType: JobType.Validate });
  }

  /** The body of an update. @throws GraphHttpError 400, with every fault in its details */
  update(sent: unknown): UpdateCrossTenantMigrationJob {
    const { body, faults } = readBody(UpdateCrossTenantMigrationJob, sent);
    if (faults.length === 0) return body;
    const { completeAfterDateTime: date } = body;
    const ofDate = date instanceof Date ? cutoverDateFault(date, this.clock.now(), this.config) : null;
    throw bodyRefusal(ofDate ? [...faults, ofDate] : faults);
  }

  private async read(
    caller: Caller,
    sent: unknown,
    more: (body: CreateCrossTenantMigrationJob) => readonly BodyFault[],
  ): Promise<CreateCrossTenantMigrationJob> {
    const { body, faults: ofTypes } = readBody(CreateCrossTenantMigrationJob, sent);
    const faults = [...ofTypes, ...more(body)];
    if (faults.length === 0) return body;
    throw bodyRefusal([...faults, ...(await this.jobs.faultsOf(caller, body, faults))]);
  }
}

const NO_MIGRATION: BodyFault = {
  of: 'shape',
  code: 'invalidValue',
  message:
    'jobType must be validate where a validation job is created. Leave it out, or create the job without validate.',
  target: 'jobType',
};
