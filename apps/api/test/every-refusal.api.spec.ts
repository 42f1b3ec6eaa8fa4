import { API_ROUTES, type CrossTenantMigrationJob, JobStatus, SandboxTroubleKind, Workload } from '@ferry/contracts';
import { catalogueEntries, type CodeRaisedBy } from '@ferry/domain';
import { eq } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import { Database } from '../src/database/database';
import { tenants } from '../src/database/schema';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { drive } from './support/driven-jobs';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const DAY_IN_MINUTES = 24 * 60;
const TAILSPIN = '44444444-4444-4444-8444-444444444444';
const ADATUM = '55555555-5555-4555-8555-555555555555';
const MASTER = { kind: 'masterUser', user: 'master', form: 'loginName' };

describe('Every code of a refused request', () => {
  let api: TestApi;
  let submitted: CrossTenantMigrationJob;
  let passed: CrossTenantMigrationJob;
  let expired: CrossTenantMigrationJob;
  let late: CrossTenantMigrationJob;
  let done: CrossTenantMigrationJob;
  /** A service in which a second person has to approve. */
  let fourEyes: TestApi;
  /** A service on a server, to which nobody gave a key for secrets. */
  let keyless: TestApi;

  beforeAll(async () => {
    fourEyes = await TestApi.start({ FERRY_REQUIRE_APPROVAL: 'true' });
    keyless = await TestApi.start({ DATABASE_URL: 'postgres://elsewhere/ferry' });
    api = await TestApi.start({ FERRY_MAX_RESOURCES_PER_JOB: '3' });
    expired = await api.create([1], { workloads: ['ODSP'], jobType: 'validate' });
    await api.until(expired.id, JobStatus.ValidatePassed);
    await api.advance(8 * DAY_IN_MINUTES);

    const oneDay = 24 * 60 * 60;
    const waits = { personId: fabrikamPerson(3), service: Workload.Exchange, retryAfterSeconds: oneDay };
    await drive(api, [{ kind: SandboxTroubleKind.Throttle, ...waits }]);
    late = await api.create([3], { workloads: ['Exchange'], jobType: 'migrate' });
    done = await api.create([4], { workloads: ['ODSP'], jobType: 'migrate' });
    for (const { id } of [late, done]) await api.until(id, JobStatus.InProgress);
    await api.advance(61);
    await api.until(done.id, JobStatus.Completed);

    passed = await api.create([5], { workloads: ['ODSP'] });
    await api.act(passed.id, 'validate');
    await api.until(passed.id, JobStatus.ValidatePassed);
    submitted = await api.create([6], { workloads: ['ODSP'] });
  });
  afterAll(async () => {
    await api.destroy();
    await fourEyes.destroy();
    await keyless.destroy();
  });

  /** Approval by an application, or by the person who created the job. */
  async function approve(as: 'application' | 'creator'): Promise<LightMyRequestResponse> {
    const person = { as: 'nobody', headers: await fourEyes.signIn('admin@fabrikam.example') } as const;
    const body = fourEyes.body([1], { jobType: 'migrate' });
    const { id } = (await fourEyes.post(JOBS, { ...person, body })).json<{ id: string }>();
    return fourEyes.post(`/${API_ROUTES.jobApproval(id)}`, as === 'creator' ? person : {});
  }

  const create = (more: object) => api.post(JOBS, { body: api.body([7], more) });
  const act = (job: CrossTenantMigrationJob, action: string) => api.post(`${JOBS}/${job.id}/${action}`);
  const move = (job: CrossTenantMigrationJob) =>
    api.patch(`${JOBS}/${job.id}`, { body: { completeAfterDateTime: api.inMinutes(90) } });
  const add = (job: CrossTenantMigrationJob, id: string) => api.post(`${JOBS}/${job.id}/users`, { body: { id } });

  const registerTenant = (id: string, on = api, as: 'admin' | 'northwind' = 'admin') => {
    const body = { id, displayName: 'A source', defaultDomain: 'source.example', kind: 'open' };
    return on.post(`/${API_ROUTES.tenants}`, { as, body });
  };
  const registerEndpoint = (more: object, on = api) =>
    on.post(`/${API_ROUTES.tenantEndpoints(FABRIKAM_ID)}`, { body: { sourceTenantId: CONTOSO_ID, ...more } });
  const imap = (more: object) => ({
    Exchange: {
      protocol: 'imap',
      host: 'imap.example',
      port: 993,
      security: 'tls',
      auth: { kind: 'password' },
      ...more,
    },
  });

  const REQUESTS: Readonly<Record<CodeRaisedBy<'api'>, () => Promise<LightMyRequestResponse>>> = {
    BadArgument: () => create({ displayName: '' }),
    duplicateDisplayNameJob: () => create({ displayName: done.displayName }),
    minThresholdFailed: () => create({ completeAfterDateTime: api.inMinutes(-1) }),
    maxThresholdFailed: () => create({ resources: [7, 8, 9, 10].map(fabrikamPerson) }),
    missingWorkloads: () => create({ workloads: ['Meeting'] }),
    resourceTypeMismatch: () => api.delete(`${JOBS}/${submitted.id}`),
    validateNotAllowed: () => act(passed, 'validate'),
    migrateNotAllowed: () => act(submitted, 'migrate'),
    validationExpired: () => act(expired, 'migrate'),
    verifyNotAllowed: () => api.post(`/${API_ROUTES.jobVerification(submitted.id)}`),
    approveNotAllowed: () => api.post(`/${API_ROUTES.jobApproval(passed.id)}`),
    retryNotAllowed: () => api.post(`/${API_ROUTES.jobRetry(done.id)}`, { body: { personIds: [fabrikamPerson(4)] } }),
    approvalNeedsAnother: () => approve('creator'),
    approvalNeedsPerson: () => approve('application'),
    acceptSkippedItemsNotAllowed: () => api.post(`/${API_ROUTES.acceptSkippedItems(passed.id, fabrikamPerson(5))}`),
    cancelNotAllowed: () => act(done, 'cancel'),
    cutoverDatePassed: () => act(late, 'cancel'),
    updateNotAllowed: () => move(done),
    updateTooLate: () => move(late),
    personCancelNotAllowed: () => api.post(`${JOBS}/${done.id}/users/${fabrikamPerson(4)}/cancel`),
    personAddNotAllowed: () => add(passed, fabrikamPerson(7)),
    personAlreadyInJob: () => add(submitted, fabrikamPerson(6)),
    tenantRegistered: () => registerTenant(CONTOSO_ID),
    ownTenantMissing: async () => {
      await keyless.app.get(Database).orm.delete(tenants).where(eq(tenants.id, NORTHWIND_ID));
      return registerTenant(TAILSPIN, keyless, 'northwind');
    },
    sandboxTenant: () => api.delete(`/${API_ROUTES.tenant(CONTOSO_ID)}`),
    sourceTenantOnly: () => api.post(`/${API_ROUTES.preflight(CONTOSO_ID)}`, { body: { sourceTenantId: CONTOSO_ID } }),
    tenantHasJobs: async () => {
      await registerTenant(TAILSPIN);
      await api.create([20], { sourceTenantId: TAILSPIN, workloads: ['ODSP'] });
      return api.delete(`/${API_ROUTES.tenant(TAILSPIN)}`);
    },
    tenantHasEndpoints: async () => {
      await registerTenant(ADATUM);
      await registerEndpoint({ name: 'adatum', sourceTenantId: ADATUM });
      return api.delete(`/${API_ROUTES.tenant(ADATUM)}`);
    },
    endpointRegistered: () => registerEndpoint({ name: 'contoso-endpoint' }),
    endpointHasJobs: () => api.delete(`/${API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'contoso-endpoint')}`),
    unknownSourceTenant: () => registerEndpoint({ name: 'nowhere', sourceTenantId: FABRIKAM_ID }),
    hostRefused: () => registerEndpoint({ name: 'refused', services: imap({ host: '169.254.169.254' }) }),
    secretRequired: () => registerEndpoint({ name: 'secretless', services: imap({ auth: MASTER }) }),
    secretKeyMissing: () =>
      registerEndpoint({ name: 'x', services: imap({ auth: { ...MASTER, secret: 'x' } }) }, keyless),
  };

  it.each(Object.entries(REQUESTS))('%s is answered by the API', async (code, ask) => {
    const answer = await ask();
    expect([403, 409, 422]).toContain(answer.statusCode);
    const { code: outer, details = [] } = errorOf(answer);
    expect([outer, ...details.map((detail) => detail.code)]).toContain(code);
  });

  it('is asked for here', () => {
    const raised = catalogueEntries().filter((entry) => entry.raisedBy.some((part) => part === 'api'));
    expect(Object.keys(REQUESTS).sort()).toEqual(raised.map(({ code }) => code).sort());
  });
});
