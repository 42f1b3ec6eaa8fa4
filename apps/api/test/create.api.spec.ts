import { CrossTenantMigrationJob, GRAPH_ROUTES, JobStatus } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const PEOPLE = Array.from({ length: 40 }, (_, index) => index + 1);

describe('Creating a job', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  /** Every member that the published create page has. */
  const published = (more: object = {}) =>
    api.body(PEOPLE, {
      '@odata.type': '#microsoft.graph.crossTenantMigrationJob',
      jobType: 'validate',
      targetTenantId: FABRIKAM_ID,
      status: 'submitted',
      message: '',
      createdDateTime: '2025-10-30T00:00:00Z',
      createdBy: 'somebody',
      lastUpdatedDateTime: '2025-10-30T00:00:00Z',
      exchangeSettings: {
        '@odata.type': 'microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
        sourceEndpoint: 'contoso-endpoint',
        targetDeliveryDomain: 'fabrikam.example',
      },
      workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
      ...more,
    });

  it.each(['', '/beta', '/v1.0'])('accepts the published request under "%s"', async (version) => {
    const body = published();
    const answer = await api.post(`${version}/${GRAPH_ROUTES.jobs}`, { body });
    expect(answer.statusCode).toBe(201);
    const job = answer.json<Record<string, unknown>>();
    const { createdDateTime: _created, lastUpdatedDateTime: _updated, ...given } = body;
    expect(job).toEqual({
      ...given,
      '@odata.context': `http://localhost:80${version}/$metadata#${GRAPH_ROUTES.jobs}/$entity`,
      id: expect.stringMatching(GUID),
      status: 'validateSubmitted',
      message: 'Validation job has been submitted successfully',
      createdBy: 'ferry-admin',
      createdDateTime: expect.stringMatching(/Z$/),
      lastUpdatedDateTime: expect.stringMatching(/Z$/),
      exchangeSettings: {
        '@odata.type': '#microsoft.graph.exchangeOnlineCrossTenantMigrationSettings',
        sourceEndpoint: 'contoso-endpoint',
        targetDeliveryDomain: 'fabrikam.example',
      },
    });
    expect(Math.abs(Date.parse(String(job['createdDateTime'])) - api.clock.now().getTime())).toBeLessThan(60_000);
    expect(asContract(CrossTenantMigrationJob, job).resources).toHaveLength(40);
    const location = answer.headers.location ?? '';
    expect(location).toBe(`http://localhost:80${version}/${GRAPH_ROUTES.job(String(job['id']))}`);
    const found = await api.get(new URL(location).pathname);
    expect(found.json()).toMatchObject({
      id: job['id'],
      displayName: body['displayName'],
      resources: body['resources'],
    });
  });

  it('waits for validate when the body carries no kind of job', async () => {
    const job = await api.create([1]);
    expect(job).toMatchObject({ status: JobStatus.Submitted, jobType: 'validate', message: '' });
    expect(job.workloads).toEqual(['Exchange', 'ODSP', 'Teams', 'Meeting']);
  });

  it('reads words and ids in any letter case and spells them as the contract does', async () => {
    const body = api.body([], {
      resources: [fabrikamPerson(10).toUpperCase()],
      sourceTenantId: CONTOSO_ID.toUpperCase(),
      targetTenantId: FABRIKAM_ID.toUpperCase(),
      workloads: ['EXCHANGE', 'odsp', 'teams', 'meeting'],
      resourceType: 'users',
      status: 'Submitted',
    });
    const answer = await api.post(JOBS, { body });
    expect(answer.json()).toMatchObject({
      workloads: ['Exchange', 'ODSP', 'Teams', 'Meeting'],
      resourceType: 'Users',
      resources: [fabrikamPerson(10)],
      sourceTenantId: CONTOSO_ID,
      targetTenantId: FABRIKAM_ID,
    });
  });

  it.each([['Teams'], ['ODSP'], ['Exchange'], ['Teams', 'Exchange'], ['Teams', 'Meeting', 'Exchange']])(
    'takes a part of the workloads: %s %s %s',
    async (...workloads) => {
      const chosen = workloads.filter((workload) => workload !== undefined);
      const needed = chosen.includes('Exchange') ? {} : { exchangeSettings: undefined };
      const job = await api.create([1], { workloads: chosen, ...needed });
      expect(job.workloads).toEqual(chosen);
      expect(job.exchangeSettings === undefined).toBe(!chosen.includes('Exchange'));
    },
  );

  it('reads a date with an offset as the same moment', async () => {
    const job = await api.create([1], { completeAfterDateTime: '2031-03-01T18:00:00.1234567+02:00' });
    expect(job.completeAfterDateTime.toISOString()).toBe('2031-03-01T16:00:00.123Z');
  });
});

describe('Creating a job under other settings', () => {
  it('starts what the setting says, takes a past date for due, and limits the people', async () => {
    const api = await TestApi.start({
      FERRY_ON_CREATE: 'validate',
      FERRY_PAST_DATE: 'due-now',
      FERRY_MAX_RESOURCES_PER_JOB: '2',
    });
    const job = await api.create([1, 2], { completeAfterDateTime: '2020-01-01T00:00:00Z' });
    expect(job.status).toBe(JobStatus.ValidateSubmitted);
    const crowd = await api.post(JOBS, { body: api.body([1, 2, 3]) });
    expect([crowd.statusCode, errorOf(crowd).target]).toEqual([422, 'resources']);
    await api.until(job.id, JobStatus.ValidatePassed);
    await api.destroy();
  });
});
