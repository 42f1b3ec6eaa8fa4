/**
 * What somebody does who has installed the packed contracts. It runs in Node and in a browser, and throws at the first
 * thing that is not as the README of the package promises.
 */
import {
  CreateCrossTenantMigrationJob,
  CrossTenantMigrationJob,
  CrossTenantMigrationTask,
  ExchangeOnlineCrossTenantMigrationSettings,
  JobStatus,
  ServiceStatus,
} from '@ferry/contracts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';

const PERSON = '22222222-0000-4000-8000-000000000001';
const body = {
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2099-12-31T20:00:00.000Z',
  exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
  workloads: ['Exchange', 'WordOfTheFuture'],
  resourceType: 'Users',
  resources: [PERSON],
};
const text = JSON.stringify({
  ...body,
  status: 'cuttingOver',
  users: [
    {
      id: PERSON,
      lastUpdatedDateTime: '2027-03-01T18:00:00.250Z',
      currentStatus: [{ service: 'Exchange', status: 'finalizing', message: '', errors: [] }],
    },
  ],
});

function expect(promise: string, isKept: boolean): void {
  if (!isKept) throw new Error(`Not kept: ${promise}`);
}

const faultsOf = (workloads: string[]) =>
  validateSync(plainToInstance(CreateCrossTenantMigrationJob, { ...body, workloads })).map(({ property }) => property);

const job: CrossTenantMigrationJob = plainToInstance(CrossTenantMigrationJob, JSON.parse(text) as object);
const person: CrossTenantMigrationTask | undefined = job.users?.[0];

expect('dates are Date', job.completeAfterDateTime.getTime() === Date.UTC(2099, 11, 31, 20));
expect('dates of nested values are Date', person?.lastUpdatedDateTime.getMilliseconds() === 250);
expect('words are members of their enumeration', job.status === JobStatus.CuttingOver);
expect('nested words are, too', person?.currentStatus[0]?.status === ServiceStatus.Finalizing);
expect('people are instances', person instanceof CrossTenantMigrationTask);
expect('settings are instances', job.exchangeSettings instanceof ExchangeOnlineCrossTenantMigrationSettings);
expect('a job is written as the JSON that it was read from', JSON.stringify(job) === text);
expect('a good body has no fault', faultsOf(['exchange']).length === 0);
expect('a fault is named', faultsOf(body.workloads).join() === 'workloads');
