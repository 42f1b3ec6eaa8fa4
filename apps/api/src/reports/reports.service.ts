import type { JobReport, PersonReport, ServiceProgress, ServiceReport } from '@ferry/contracts';
import { countItems } from '@ferry/mover';
import { Injectable } from '@nestjs/common';
import { ServiceClock } from '../clock/service-clock';
import { Stores } from '../engine/stores';
import type { JobRecord } from '../jobs/job.record';
import { ProgressService } from '../progress/progress.service';

/** Compares source and target of a job: what the engine counted, and what a listing of the target finds now. */
@Injectable()
export class ReportsService {
  constructor(
    private readonly progress: ProgressService,
    private readonly stores: Stores,
    private readonly clock: ServiceClock,
  ) {}

  /** The report of a job; the target is listed while it is made. */
  async ofJob(job: JobRecord, signal: AbortSignal): Promise<JobReport> {
    const people: PersonReport[] = [];
    for (const { id, displayName, services } of await this.progress.ofPeople(job, null)) {
      const reported = services.map((service) => this.ofService(job, id, service, signal));
      people.push({ id, displayName, services: await Promise.all(reported) });
    }
    return {
      id: job.id,
      displayName: job.displayName,
      status: job.status,
      createdDateTime: this.clock.now(),
      people,
    };
  }

  private async ofService(
    job: JobRecord,
    personId: string,
    progress: ServiceProgress,
    signal: AbortSignal,
  ): Promise<ServiceReport> {
    const { service, status, found, copied, alreadyThere, skipped, failed } = progress;
    const atTarget = await this.atTarget(job, personId, progress, signal);
    return { service, status, found, copied, alreadyThere, skipped, failed, atTarget };
  }

  /** A person who is unknown to the target, or was never copied, has nothing there that this job knows of. */
  private async atTarget(
    job: JobRecord,
    personId: string,
    { service, found }: ServiceProgress,
    signal: AbortSignal,
  ): Promise<number> {
    if (found === 0) return 0;
    const target = await this.stores.target(job.tenantId, { personId, service });
    try {
      return await countItems(target, signal);
    } finally {
      await target.close();
    }
  }
}
