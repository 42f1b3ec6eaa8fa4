import { randomUUID } from 'node:crypto';
import { CONTOSO } from '../service/service.mjs';

const PEOPLE_OF_JOB = 20;
const PEOPLE_OF_TENANT = 10_000;

/** A create body of the contract: 20 people of a large tenant, four workloads, a name that nobody has. */
export function jobBody() {
  const first = Math.floor(Math.random() * PEOPLE_OF_TENANT);
  const resources = Array.from({ length: PEOPLE_OF_JOB }, (_, index) => personId((first + index) % PEOPLE_OF_TENANT));
  return JSON.stringify({
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    displayName: `Wave ${randomUUID()}`,
    sourceTenantId: CONTOSO,
    completeAfterDateTime: '2099-12-31T20:00:00Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
    resourceType: 'Users',
    resources,
  });
}

const personId = (number) => `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`;
