import { CrossTenantMigrationJob } from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import type { Context } from '../command';
import { printedDate } from '../print/printable';
import { fields } from '../print/table';

/** Prints a job that the service answered. */
export function printJob({ options, terminal }: Context, answer: unknown): void {
  const lines = options.json
    ? [JSON.stringify(answer, null, 2)]
    : jobFields(plainToInstance(CrossTenantMigrationJob, answer));
  for (const line of lines) terminal.out(line);
}

function jobFields(job: CrossTenantMigrationJob): string[] {
  return fields([
    ['Name', job.displayName],
    ['Id', job.id],
    ['Kind', job.jobType],
    ['Status', job.status],
    ['Message', job.message],
    ['Source tenant', job.sourceTenantId],
    ['Target tenant', job.targetTenantId],
    ['Workloads', job.workloads.join(', ')],
    ['People', job.resources.length],
    ['Source endpoint', job.exchangeSettings?.sourceEndpoint ?? null],
    ['Delivery domain', job.exchangeSettings?.targetDeliveryDomain ?? null],
    ['Cutover after', printedDate(job.completeAfterDateTime)],
    ['Created', `${printedDate(job.createdDateTime)} by ${job.createdBy}`],
    ['Last updated', printedDate(job.lastUpdatedDateTime)],
  ]);
}
