import { type CreateCrossTenantMigrationJob, ResourceType } from '@ferry/contracts';
import type { Caller } from '../../src/auth/caller';
import type { EntityKey } from '../../src/graph/entity-key';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';

/** Fabrikam's administrator. */
export const ADMIN: Caller = {
  tenantId: FABRIKAM_ID,
  actor: 'admin@fabrikam.example',
  displayName: 'Fabrikam administrator',
  kind: 'delegated',
  permissions: ['CrossTenantContentMigration.ReadWrite.All'],
  canRead: true,
  canWrite: true,
  expiresAt: new Date(8.64e15),
};

/** Object id of one of Fabrikam's people, by number. */
export function fabrikamPerson(number: number): string {
  return `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** Names a job by its id. */
export function keyOf(job: { readonly id: string }): EntityKey {
  return { by: 'idOrDisplayName', value: job.id };
}

let names = 0;

/** A create body for some of Fabrikam's people; the test says what matters to it. */
export function createBody(
  people: readonly number[],
  completeAfter: Date,
  more: Partial<CreateCrossTenantMigrationJob> = {},
): CreateCrossTenantMigrationJob {
  return {
    displayName: `wave ${++names}`,
    sourceTenantId: CONTOSO_ID,
    completeAfterDateTime: completeAfter,
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    resourceType: ResourceType.Users,
    resources: people.map(fabrikamPerson),
    ...more,
  };
}
