import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { CreateCrossTenantMigrationJob } from './create-cross-tenant-migration-job';
import { JobType } from './job-type';
import { Workload } from './workload';

const PERSON = '22222222-0000-4000-8000-000000000001';

function body(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const complete: Record<string, unknown> = {
    displayName: 'wave-01',
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    completeAfterDateTime: '2027-03-01T18:00:00Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    resourceType: 'Users',
    resources: [PERSON],
    ...changes,
  };
  return Object.fromEntries(Object.entries(complete).filter(([, value]) => value !== undefined));
}

function pathsOf(errors: readonly ValidationError[], prefix = ''): string[] {
  return errors.flatMap(({ property, children, constraints }) => [
    ...(constraints ? [prefix + property] : []),
    ...pathsOf(children ?? [], `${prefix}${property}.`),
  ]);
}

function check(changes: Record<string, unknown> = {}): { job: CreateCrossTenantMigrationJob; faults: string[] } {
  const job = plainToInstance(CreateCrossTenantMigrationJob, body(changes));
  return { job, faults: pathsOf(validateSync(job, { whitelist: true, forbidNonWhitelisted: true })) };
}

describe('CreateCrossTenantMigrationJob', () => {
  it('accepts every member of the published create page', () => {
    const { job, faults } = check({
      '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
      jobType: 'validate',
      targetTenantId: '22222222-2222-4222-8222-222222222222',
      status: 'submitted',
      message: null,
      createdDateTime: '2027-01-01T00:00:00Z',
      createdBy: 'somebody',
      lastUpdatedDateTime: '2027-01-01T00:00:00Z',
      workloads: ['exchange', 'ODSP', 'Teams', 'MEETING'],
      resourceType: 'users',
    });
    expect(faults).toEqual([]);
    expect(job.jobType).toBe(JobType.Validate);
    expect(job.workloads).toEqual([Workload.Exchange, Workload.ODSP, Workload.Teams, Workload.Meeting]);
    expect(job.completeAfterDateTime).toEqual(new Date('2027-03-01T18:00:00Z'));
  });

  it.each([
    ['displayName', { displayName: undefined }],
    ['displayName', { displayName: '' }],
    ['displayName', { displayName: 'x'.repeat(257) }],
    ['sourceTenantId', { sourceTenantId: 'contoso' }],
    ['completeAfterDateTime', { completeAfterDateTime: 1_800_000_000 }],
    ['completeAfterDateTime', { completeAfterDateTime: null }],
    ['exchangeSettings', { exchangeSettings: undefined }],
    ['exchangeSettings', { exchangeSettings: null }],
    ['exchangeSettings.sourceEndpoint', { exchangeSettings: { targetDeliveryDomain: 'fabrikam.example' } }],
    ['exchangeSettings.host', { exchangeSettings: { sourceEndpoint: 'e', targetDeliveryDomain: 'd', host: 'h' } }],
    ['jobType', { jobType: 'unknownFutureValue' }],
    ['status', { status: 'completed' }],
    ['workloads', { workloads: ['Exchange', 'Planner'] }],
    ['workloads', { workloads: ['Exchange', 'exchange'] }],
    ['resourceType', { resourceType: 'Groups' }],
    ['resources', { resources: [] }],
    ['resources', { resources: PERSON }],
    ['resources', { resources: [PERSON, PERSON.toUpperCase()] }],
    ['resources', { resources: ['ann'] }],
    ['colour', { colour: 'blue' }],
  ])('names %s when it is wrong: %j', (member, changes) => {
    expect(check(changes).faults).toContain(member);
  });

  it('asks for Exchange settings only when mailboxes move', () => {
    expect(check({ exchangeSettings: undefined, workloads: ['ODSP'] }).faults).toEqual([]);
  });
});
