import { API_ROUTES, type CrossTenantMigrationJob, JobStatus, Workload } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { errorOf, JOBS, type Method, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const ANOTHER_SOURCE = '44444444-4444-4444-8444-444444444444';

type Address = readonly [method: Method, url: string, body?: object];

describe('Who may do what', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create([1], { displayName: 'a secret name' });
  });
  afterAll(() => api.destroy());

  const api1 = (route: string) => `/${route}`;
  const ofJob = (key: string): { reads: Address[]; writes: Address[] } => ({
    reads: [
      ['GET', `${JOBS}${key}`],
      ['GET', `${JOBS}${key}/users`],
      ['GET', `${JOBS}${key}/users/${fabrikamPerson(1)}`],
    ],
    writes: [
      ['PATCH', `${JOBS}${key}`, { completeAfterDateTime: api.inMinutes(90) }],
      ['POST', `${JOBS}${key}/validate`],
      ['POST', `${JOBS}${key}/migrate`],
      ['POST', `${JOBS}${key}/cancel`],
      ['POST', `${JOBS}${key}/users/${fabrikamPerson(1)}/cancel`],
      ['DELETE', `${JOBS}${key}`],
    ],
  });
  const ours = (id: string): Address[] =>
    [
      API_ROUTES.job(id),
      API_ROUTES.jobPeople(id),
      API_ROUTES.jobEvents(id),
      API_ROUTES.jobThroughput(id),
      API_ROUTES.jobReport(id),
      API_ROUTES.jobChangesOf(id),
      API_ROUTES.personReport(id, fabrikamPerson(1)),
      API_ROUTES.skippedItems(id, fabrikamPerson(1)),
    ].map((route) => ['GET', api1(route)] as const);
  const ourWrites = (id: string): Address[] => [
    ['PATCH', api1(API_ROUTES.job(id)), { skippedItemsAllowed: 3 }],
    ['POST', api1(API_ROUTES.jobApproval(id))],
    ['POST', api1(API_ROUTES.jobRetry(id)), { personIds: [fabrikamPerson(1)] }],
    ['POST', api1(API_ROUTES.jobVerification(id))],
    ['POST', api1(API_ROUTES.acceptSkippedItems(id, fabrikamPerson(1)))],
  ];
  const ofTenant = (id: string): Address[] => [
    ...[
      API_ROUTES.tenant(id),
      API_ROUTES.tenantEndpoints(id),
      API_ROUTES.tenantEndpoint(id, 'contoso-endpoint'),
      API_ROUTES.tenantPeople(id),
      API_ROUTES.tenantPerson(id, fabrikamPerson(1)),
      API_ROUTES.peopleTemplate(id),
      API_ROUTES.peopleSummary(id),
      API_ROUTES.personItems(id, fabrikamPerson(1), Workload.Teams),
    ].map((route) => ['GET', api1(route)] as const),
    ['POST', api1(API_ROUTES.peopleLookup(id)), { names: [fabrikamPerson(1)] }],
  ];
  const tenantWrites = (id: string): Address[] => [
    ['PATCH', api1(API_ROUTES.tenant(id)), {}],
    ['DELETE', api1(API_ROUTES.tenant(id))],
    ['POST', api1(API_ROUTES.tenantEndpoints(id)), { name: 'another', sourceTenantId: CONTOSO_ID }],
    ['PATCH', api1(API_ROUTES.tenantEndpoint(id, 'contoso-endpoint')), {}],
    ['DELETE', api1(API_ROUTES.tenantEndpoint(id, 'contoso-endpoint'))],
    ['DELETE', api1(API_ROUTES.tenantPerson(id, fabrikamPerson(1)))],
    ['POST', api1(API_ROUTES.peopleImport(id)), []],
    ['POST', api1(API_ROUTES.tenantEndpointTest(id, 'contoso-endpoint')), { personId: fabrikamPerson(1) }],
    ['POST', api1(API_ROUTES.tenantServiceTest(id, Workload.Exchange)), { personId: fabrikamPerson(1) }],
    ['POST', api1(API_ROUTES.preflight(id)), { sourceTenantId: CONTOSO_ID }],
  ];
  const anyReads = (): Address[] => [
    ['GET', JOBS],
    ['GET', api1(API_ROUTES.session)],
    ['GET', api1(API_ROUTES.tenants)],
    ['GET', api1(API_ROUTES.overview)],
    ['GET', api1(API_ROUTES.jobChanges)],
    ['GET', api1(API_ROUTES.reports)],
    ['GET', api1(API_ROUTES.personJobs(fabrikamPerson(1)))],
    ['GET', api1(API_ROUTES.jobs)],
    ['GET', api1(API_ROUTES.jobCounts)],
    ['GET', api1(API_ROUTES.holds)],
    ['GET', api1(API_ROUTES.audit)],
    ['GET', `${api1(API_ROUTES.audit)}?format=csv`],
    ['GET', api1(API_ROUTES.errors)],
    ['GET', api1(API_ROUTES.error('CTM-100'))],
    ['GET', api1(API_ROUTES.sandboxClock)],
    ['GET', api1(API_ROUTES.sandboxTroubles)],
  ];
  const anyWrites = (): Address[] => [
    ['POST', JOBS, api.body([2])],
    ['POST', `${JOBS}/validate`, api.body([2])],
    [
      'POST',
      api1(API_ROUTES.tenants),
      { id: ANOTHER_SOURCE, displayName: 'Other', defaultDomain: 'other.example', kind: 'open' },
    ],
    ['POST', api1(API_ROUTES.sandboxClock), { seconds: 1 }],
    ['POST', api1(API_ROUTES.sandboxSeed)],
    ['PUT', api1(API_ROUTES.sandboxTroubles), { value: [] }],
    ['DELETE', api1(API_ROUTES.sandboxTroubles)],
  ];
  const reads = () => [
    ...anyReads(),
    ...ofJob(`/${job.id}`).reads,
    ...ofJob("(displayName='a secret name')").reads,
    ...ours(job.id),
    ...ofTenant(FABRIKAM_ID),
  ];
  const writes = () => [
    ...anyWrites(),
    ...ofJob(`/${job.id}`).writes,
    ...ofJob("(displayName='a secret name')").writes,
    ...ourWrites(job.id),
    ...tenantWrites(FABRIKAM_ID),
  ];

  const statusesOf = async (addresses: readonly Address[], as: 'nobody' | 'reader' | 'stranger' | 'northwind') => {
    const answers: string[] = [];
    for (const [method, url, body] of addresses) {
      const answer = await api.send(method, url, { as, ...(body ? { body } : {}) });
      answers.push(`${method} ${url}: ${answer.statusCode} ${errorOf(answer).code}`);
    }
    return answers;
  };
  const allOf = (addresses: readonly Address[], outcome: string) =>
    addresses.map(([method, url]) => `${method} ${url}: ${outcome}`);

  it('nobody without a token', async () => {
    const all = [...reads(), ...writes()];
    expect(await statusesOf(all, 'nobody')).toEqual(allOf(all, '401 InvalidAuthenticationToken'));
  });

  it('another tenant: not even learn that a job or a tenant is there', async () => {
    const all = [`/${job.id}`, '/a%20secret%20name', "(displayName='a secret name')"].flatMap((key) => [
      ...ofJob(key).reads,
      ...ofJob(key).writes,
    ]);
    const hidden = [
      ...all,
      ...ours(job.id),
      ...ours('a%20secret%20name'),
      ...ourWrites(job.id),
      ...ofTenant(FABRIKAM_ID),
      ...tenantWrites(FABRIKAM_ID),
    ];
    expect(await statusesOf(hidden, 'northwind')).toEqual(allOf(hidden, '404 NotFound'));
    const stranger = await api.get(`${JOBS}/${job.id}`, { as: 'northwind' });
    const nothing = await api.get(`${JOBS}/${fabrikamPerson(1)}`, { as: 'northwind' });
    expect(errorOf(stranger).message.replace(job.id, '')).toBe(errorOf(nothing).message.replace(fabrikamPerson(1), ''));
  });

  it('another tenant: use the same name for a job of its own, which stays its own', async () => {
    const body = api.body([], { displayName: job.displayName, resources: ['33333333-0000-4000-8000-000000000001'] });
    const own = await api.post(JOBS, { as: 'northwind', body });
    expect([own.statusCode, own.json<CrossTenantMigrationJob>().targetTenantId.slice(0, 4)]).toEqual([201, '3333']);
    const found = await api.get(`${JOBS}(displayName='a secret name')`, { as: 'northwind' });
    expect(found.json<CrossTenantMigrationJob>().id).toBe(own.json<CrossTenantMigrationJob>().id);
    expect((await api.get(`${JOBS}/a%20secret%20name`)).json<CrossTenantMigrationJob>().id).toBe(job.id);
  });

  it('another tenant: not find anything of it in lists, counts, the audit or the reports', async () => {
    const lists = [API_ROUTES.jobs, API_ROUTES.jobCounts, API_ROUTES.holds, API_ROUTES.audit, API_ROUTES.reports];
    for (const url of lists.map(api1)) {
      const answers = await Promise.all([api.get(url), api.get(url, { as: 'northwind' })]);
      expect([url, ...answers.map(({ body }) => body.includes(job.id))]).toEqual([
        url,
        url === api1(API_ROUTES.jobs) || url === api1(API_ROUTES.audit),
        false,
      ]);
    }
    const file = await api.get(`${api1(API_ROUTES.audit)}?format=csv&job=${job.id}`, { as: 'northwind' });
    expect(file.body.trimEnd().split('\n')).toHaveLength(1);
  });

  it('a reader: read everything and change nothing', async () => {
    const plain = reads().filter(([, url]) => !url.endsWith('/changes'));
    for (const [method, url, body] of plain) {
      const answer = await api.send(method, url, { as: 'reader', ...(body ? { body } : {}) });
      expect([url, answer.statusCode]).toEqual([url, 200]);
    }
    expect(await statusesOf(writes(), 'reader')).toEqual(allOf(writes(), '403 Forbidden'));
    expect((await api.job(job.id)).status).toBe(JobStatus.Submitted);
    const answer = await api.post(`${JOBS}/${job.id}/cancel`, { as: 'reader' });
    expect(errorOf(answer).message).toBe(
      "Missing scope permissions on the request. API requires one of 'CrossTenantContentMigration.ReadWrite.All'. " +
        "Scopes on the request 'CrossTenantContentMigration.Read.All'",
    );
  });

  it('an application without a role: nothing at all', async () => {
    const all = [...reads(), ...writes()];
    expect(await statusesOf(all, 'stranger')).toEqual(allOf(all, '403 Forbidden'));
  });

  it.each([
    ['no token', undefined, 'Access token is empty.', undefined],
    ['another scheme', 'Basic YTpi', 'Access token is empty.', undefined],
    ['an empty token', 'Bearer ', 'Access token is empty.', undefined],
    ['nonsense', 'Bearer nonsense', 'Access token validation failure. ', 'invalid_token'],
    ['three parts of nonsense', 'Bearer a.b.c', 'Access token validation failure. ', 'invalid_token'],
  ])('is told where to get a token by whoever comes with %s', async (_what, authorization, message, error) => {
    const answer = await api.get(JOBS, { as: 'nobody', headers: authorization ? { authorization } : {} });
    expect(answer.statusCode).toBe(401);
    const refused = errorOf(answer);
    expect(refused.code).toBe('InvalidAuthenticationToken');
    expect(refused.message.startsWith(message)).toBe(true);
    const challenge = String(answer.headers['www-authenticate']);
    expect(challenge).toMatch(
      /^Bearer realm="", authorization_uri="http[^"]+\/oauth2\/v2\.0\/authorize", client_id="[^"]+"/,
    );
    expect(challenge.includes('error="invalid_token"')).toBe(error !== undefined);
  });

  it('nobody with a token whose signature, words or tenant were changed', async () => {
    const [header = '', payload = '', signature = ''] = api.token('reader').split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const forged = [
      `${header}.${encoded({ ...claims, roles: ['CrossTenantContentMigration.ReadWrite.All'] })}.${signature}`,
      `${header}.${encoded({ ...claims, tid: '33333333-3333-4333-8333-333333333333' })}.${signature}`,
      `${encoded({ alg: 'none', typ: 'JWT' })}.${payload}.`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
    ];
    for (const token of forged) {
      const answer = await api.get(JOBS, { as: 'nobody', headers: { authorization: `Bearer ${token}` } });
      expect([answer.statusCode, errorOf(answer).code]).toEqual([401, 'InvalidAuthenticationToken']);
    }
  });

  it('a person: what their role allows, and they are named by their user principal name', async () => {
    const admin = await api.signIn('admin@fabrikam.example');
    const created = await api.post(JOBS, { as: 'nobody', headers: admin, body: api.body([3]) });
    expect(created.json()).toMatchObject({ createdBy: 'admin@fabrikam.example' });
    const reader = await api.signIn('reader@fabrikam.example');
    const [list, refused] = [
      await api.get(JOBS, { as: 'nobody', headers: reader }),
      await api.post(JOBS, { as: 'nobody', headers: reader, body: api.body([3]) }),
    ];
    expect([list.statusCode, refused.statusCode]).toEqual([200, 403]);
  });
});
