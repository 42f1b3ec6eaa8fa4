import type { CreateCrossTenantMigrationJob } from '@ferry/contracts';

/** The body of a create request as JSON: the members that the form fills, with the date as text. */
export type CreateJobBody = Omit<
  Pick<
    CreateCrossTenantMigrationJob,
    '@odata.type' | 'displayName' | 'sourceTenantId' | 'exchangeSettings' | 'workloads' | 'resourceType' | 'resources'
  >,
  'completeAfterDateTime'
> & { readonly completeAfterDateTime: string };
