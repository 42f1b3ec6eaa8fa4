import {
  type CrossTenantMigrationJob,
  type GraphError,
  type JobEvent,
  JobHealth,
  type JobProgress,
  JobStatus,
  type JobSummary,
  JobType,
  type PersonProgress,
  ResourceType,
  type ServiceProgress,
  ServiceStatus,
  type Workload,
  WORKLOADS,
} from '@ferry/contracts';

export const NOW = new Date('2026-11-23T09:41:00Z');
const DAY = 86_400_000;

export const CONTOSO = '11111111-1111-4111-8111-111111111111';
export const FABRIKAM = '22222222-2222-4222-8222-222222222222';

export function aJob(part: Partial<CrossTenantMigrationJob> = {}): CrossTenantMigrationJob {
  return {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    displayName: 'wave-01',
    jobType: JobType.Validate,
    sourceTenantId: CONTOSO,
    targetTenantId: FABRIKAM,
    completeAfterDateTime: new Date(NOW.getTime() + 4 * DAY),
    status: JobStatus.Submitted,
    message: null,
    createdDateTime: new Date(NOW.getTime() - DAY),
    createdBy: 'admin@fabrikam.example',
    lastUpdatedDateTime: NOW,
    workloads: [...WORKLOADS],
    resourceType: ResourceType.Users,
    resources: [],
    ...part,
  };
}

export function aService(service: Workload, part: Partial<ServiceProgress> = {}): ServiceProgress {
  return {
    service,
    status: ServiceStatus.NotStarted,
    message: '',
    errors: [],
    attempt: 0,
    startedDateTime: null,
    finishedDateTime: null,
    waitsUntilDateTime: null,
    heldDateTime: null,
    waiting: null,
    movedDateTime: null,
    stuck: false,
    remaining: null,
    expected: 0,
    found: 0,
    copied: 0,
    alreadyThere: 0,
    skipped: 0,
    failed: 0,
    bytes: 0,
    ...part,
  };
}

/** A person with all workloads; `statuses` overrides some, `status` says the rest. */
export function aPerson(
  name: string,
  status: ServiceStatus = ServiceStatus.NotStarted,
  statuses: Partial<Record<Workload, Partial<ServiceProgress>>> = {},
): PersonProgress {
  return {
    id: `22222222-0000-4000-8000-${name.length.toString().padStart(6, '0')}${name.charCodeAt(0).toString().padStart(6, '0')}`,
    displayName: name,
    mail: `${name.toLowerCase().replace(' ', '.')}@fabrikam.example`,
    removed: false,
    lastUpdatedDateTime: NOW,
    services: WORKLOADS.map((workload) => aService(workload, { status, ...statuses[workload] })),
  };
}

export function failedWith(code: string, message = 'This is why.'): Partial<ServiceProgress> {
  const error: GraphError = { code, message };
  return { status: ServiceStatus.Failed, errors: [error] };
}

/** The numbers of a job, with the counts that its people add up to. */
export function aProgress(
  job: CrossTenantMigrationJob,
  people: readonly PersonProgress[] = [],
  part: Partial<JobProgress> = {},
): JobProgress {
  const counted = people.filter(({ removed }) => !removed);
  const services = counted.flatMap((person) => person.services);
  const sum = (workload: Workload, member: 'expected' | 'found' | 'copied' | 'skipped' | 'failed' | 'bytes') =>
    services.filter(({ service }) => service === workload).reduce((total, service) => total + service[member], 0);
  return {
    job,
    createdAs: null,
    sourceTenantName: 'Contoso',
    validatedDateTime: null,
    validationExpiresDateTime: null,
    migrationStartedDateTime: null,
    cutoverStartedDateTime: null,
    finishedDateTime: null,
    awaitsApproval: false,
    skippedItemsAllowed: 10,
    people: counted.length,
    removedPeople: people.length - counted.length,
    stuck: services.filter(({ stuck }) => stuck).length,
    statuses: services.map(({ service, status }) => ({ service, status, people: 1 })),
    totals: WORKLOADS.map((service) => ({
      service,
      remaining: null,
      expected: sum(service, 'expected'),
      found: sum(service, 'found'),
      copied: sum(service, 'copied'),
      alreadyThere: 0,
      skipped: sum(service, 'skipped'),
      failed: sum(service, 'failed'),
      bytes: sum(service, 'bytes'),
    })),
    ...part,
  };
}

export function anEvent(id: number, part: Partial<JobEvent> = {}): JobEvent {
  return {
    id,
    dateTime: NOW,
    personId: null,
    personName: null,
    service: null,
    fromStatus: null,
    toStatus: JobStatus.Submitted,
    cause: 'created',
    actor: 'admin@fabrikam.example',
    ...part,
  };
}

/** A job as a line of a list. */
export function aSummary(job: Partial<CrossTenantMigrationJob> = {}, part: Partial<JobSummary> = {}): JobSummary {
  return {
    job: aJob(job),
    createdAs: null,
    validatedDateTime: null,
    validationExpiresDateTime: null,
    awaitsApproval: false,
    health: JobHealth.OnTrack,
    people: 1,
    failedPeople: 0,
    heldPeople: 0,
    stuck: 0,
    workloads: 4,
    checkedWorkloads: 0,
    items: { expected: 0, found: 0, copied: 0, alreadyThere: 0, skipped: 0, failed: 0, bytes: 0 },
    ...part,
  };
}
