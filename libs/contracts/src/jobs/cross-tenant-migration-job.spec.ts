import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { CrossTenantMigrationJob } from './cross-tenant-migration-job';
import { CrossTenantMigrationTask } from './cross-tenant-migration-task';
import { ExchangeOnlineCrossTenantMigrationSettings } from './exchange-settings';
import { GraphError } from './graph-error';
import { JobStatus } from './job-status';
import { JobType } from './job-type';
import { ResourceType } from './resource-type';
import { ServiceStatus } from './service-status';
import { CrossTenantMigrationServiceStatusDetails } from './service-status-details';
import { Workload } from './workload';

const PERSON = '22222222-0000-4000-8000-000000000001';

function answer(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
    id: '7f0c2a54-0d0f-4f0b-9b3e-2f6f5d0c1a11',
    displayName: 'wave-01',
    jobType: 'migrate',
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    targetTenantId: '22222222-2222-4222-8222-222222222222',
    completeAfterDateTime: '2027-03-01T18:00:00.000Z',
    status: 'completedWithErrors',
    message: null,
    createdDateTime: '2027-01-01T00:00:00.000Z',
    createdBy: 'admin@fabrikam.example',
    lastUpdatedDateTime: '2027-03-02T06:30:15.250Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'Teams'],
    resourceType: 'Users',
    resources: [PERSON],
    users: [task()],
    ...changes,
  };
}

function task(serviceStatus = 'failed'): Record<string, unknown> {
  const errors = [{ code: 'MIGR-003', message: 'The mailbox cannot be moved.' }];
  return {
    id: PERSON,
    taskType: 'Users',
    lastUpdatedDateTime: '2027-03-02T06:30:15.250Z',
    currentStatus: [{ service: 'Exchange', status: serviceStatus, message: '', errors }],
  };
}

/** As a client does it: the text of an answer becomes a job. */
const revive = (body: Record<string, unknown>) =>
  plainToInstance(CrossTenantMigrationJob, JSON.parse(JSON.stringify(body)) as object);

const wire = (job: CrossTenantMigrationJob) => JSON.parse(JSON.stringify(job)) as Record<string, unknown>;

describe('CrossTenantMigrationJob', () => {
  it('is revived from JSON with dates, words of enumerations and nested classes', () => {
    const job = revive(answer());
    expect(job).toBeInstanceOf(CrossTenantMigrationJob);
    expect(job.completeAfterDateTime).toEqual(new Date('2027-03-01T18:00:00Z'));
    expect(job.lastUpdatedDateTime).toEqual(new Date('2027-03-02T06:30:15.250Z'));
    expect(job.status).toBe(JobStatus.CompletedWithErrors);
    expect(job.jobType).toBe(JobType.Migrate);
    expect(job.resourceType).toBe(ResourceType.Users);
    expect(job.workloads).toEqual([Workload.Exchange, Workload.Teams]);
    expect(job.exchangeSettings).toBeInstanceOf(ExchangeOnlineCrossTenantMigrationSettings);
    const person = job.users?.[0];
    expect(person).toBeInstanceOf(CrossTenantMigrationTask);
    expect(person?.lastUpdatedDateTime).toBeInstanceOf(Date);
    const mailbox = person?.currentStatus[0];
    expect(mailbox).toBeInstanceOf(CrossTenantMigrationServiceStatusDetails);
    expect(mailbox?.status).toBe(ServiceStatus.Failed);
    expect(mailbox?.errors[0]).toBeInstanceOf(GraphError);
    expect(validateSync(job, { whitelist: true, forbidNonWhitelisted: true })).toEqual([]);
  });

  it('is written as the JSON that it was read from', () => {
    expect(JSON.stringify(revive(answer()))).toBe(JSON.stringify(answer()));
  });

  it('keeps words that its enumerations do not know yet', () => {
    const tomorrow = answer({
      jobType: 'rehearse',
      status: 'pausedForReview',
      workloads: ['Exchange', 'Planner'],
      resourceType: 'Groups',
      users: [task('deltaSyncing')],
    });
    const job = revive(tomorrow);
    expect(job.status).toBe('pausedForReview');
    expect(Object.values(JobStatus)).not.toContain(job.status);
    expect(wire(job)).toEqual(tomorrow);
  });

  it('keeps the sentinel that stands for words of the future', () => {
    const job = revive(answer({ status: 'unknownFutureValue' }));
    expect(job.status).toBe(JobStatus.UnknownFutureValue);
    expect(wire(job)['status']).toBe('unknownFutureValue');
  });

  it('keeps members that it does not know yet, at every level', () => {
    const tomorrow = answer({
      priority: 'high',
      exchangeSettings: { sourceEndpoint: 'e', targetDeliveryDomain: 'd', archive: { move: true } },
    });
    expect(wire(revive(tomorrow))).toEqual(tomorrow);
  });

  it.each([
    ['2027-03-01T18:00:00.1234567Z', '2027-03-01T18:00:00.123Z'],
    ['2027-03-01T18:00:00.9999999Z', '2027-03-01T18:00:00.999Z'],
    ['2027-03-01T18:00:00+02:00', '2027-03-01T16:00:00.000Z'],
    ['2027-03-01T18:00Z', '2027-03-01T18:00:00.000Z'],
  ])('reads the date %s and writes it in UTC to the millisecond', (text, written) => {
    const job = revive(answer({ completeAfterDateTime: text }));
    expect(job.completeAfterDateTime).toEqual(new Date(written));
    expect(wire(job)['completeAfterDateTime']).toBe(written);
  });

  it('keeps a date that it cannot read as it came', () => {
    const job = revive(answer({ completeAfterDateTime: 'tomorrow' }));
    expect(wire(job)['completeAfterDateTime']).toBe('tomorrow');
    expect(validateSync(job).map(({ property }) => property)).toEqual(['completeAfterDateTime']);
  });
});
