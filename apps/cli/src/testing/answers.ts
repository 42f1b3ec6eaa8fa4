import type { JobStatus, JobType, ServiceStatus, WaitKind, Workload } from '@ferry/contracts';

/** What the service sends, as JSON: dates are text here. */
export function jobAnswer(members: { displayName?: string; status?: `${JobStatus}`; jobType?: `${JobType}` } = {}) {
  return {
    id: 'a0000000-0000-4000-8000-000000000001',
    displayName: 'Wave 1',
    jobType: 'validate',
    sourceTenantId: '11111111-1111-4111-8111-111111111111',
    targetTenantId: '22222222-2222-4222-8222-222222222222',
    completeAfterDateTime: '2099-01-01T00:00:00Z',
    status: 'submitted',
    message: 'Waits to be validated.',
    createdDateTime: '2030-01-01T08:00:00Z',
    createdBy: 'ferry-admin',
    lastUpdatedDateTime: '2030-01-01T08:00:01Z',
    exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    workloads: ['Exchange', 'ODSP'],
    resourceType: 'users',
    resources: ['22222222-0000-4000-8000-000000000001'],
    ...members,
  };
}

const NO_ITEMS = { expected: 0, found: 0, copied: 0, alreadyThere: 0, skipped: 0, failed: 0, bytes: 0 };

export function serviceAnswer(
  service: `${Workload}`,
  status: `${ServiceStatus}`,
  members: {
    expected?: number;
    found?: number;
    errors?: { code: string; message: string }[];
    stuck?: boolean;
    waiting?: { kind: `${WaitKind}`; untilDateTime: string | null; retry: number | null; retries: number | null };
  } = {},
) {
  return { service, status, message: '', errors: [], attempt: 1, stuck: false, waiting: null, ...NO_ITEMS, ...members };
}

export function eventAnswer(id: number, fromStatus: string, toStatus: string, about: object = {}) {
  const nobody = { personId: null, personName: null, service: null };
  return {
    id,
    dateTime: '2030-01-01T09:00:00Z',
    ...nobody,
    fromStatus,
    toStatus,
    cause: 'so it goes',
    actor: 'engine',
    ...about,
  };
}

/** A message about a job, with the events and the counted mail of that moment. */
export function changeAnswer(
  job: ReturnType<typeof jobAnswer>,
  events: readonly ReturnType<typeof eventAnswer>[] = [],
  mail: { expected: number; found: number } = { expected: 0, found: 0 },
) {
  const totals = [{ service: 'Exchange', ...NO_ITEMS, ...mail }];
  return { progress: { job, people: 1, removedPeople: 0, statuses: [], totals }, people: [], events };
}
