import { type CrossTenantMigrationJobCollection, GRAPH_ROUTES, MigrationsRoot } from '@ferry/contracts';
import { FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';

describe('$metadata', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  it.each(['/beta/$metadata', '/v1.0/$metadata', '/$metadata', '/v1.0/%24metadata', '/BETA/$Metadata'])(
    'is served to everybody at %s',
    async (url) => {
      for (const accept of ['application/xml', '*/*', 'text/html, application/xml;q=0.9']) {
        const answer = await api.get(url, { as: 'nobody', headers: { accept } });
        expect(answer.statusCode).toBe(200);
        expect(answer.headers).toMatchObject({
          'content-type': 'application/xml; charset=utf-8',
          'odata-version': '4.0',
        });
        expect(answer.body).toContain('<EntityType Name="crossTenantMigrationJob" BaseType="microsoft.graph.entity">');
      }
    },
  );

  it('is no JSON, and cannot be changed', async () => {
    const json = await api.get('/beta/$metadata', { headers: { accept: 'application/json' } });
    expect([json.statusCode, errorOf(json).code]).toEqual([406, 'NotAcceptable']);
    const changed = await api.post('/beta/$metadata', { body: {} });
    expect([changed.statusCode, changed.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it('knows every member of what is answered', async () => {
    await api.create([1]);
    const full = await api.get(`${JOBS}?$expand=users`, {
      headers: { accept: 'application/json;odata.metadata=full' },
    });
    const { body: schema } = await api.get('/v1.0/$metadata');
    const names = [...full.body.matchAll(/"([A-Za-z]+)":/g)].map(([, name]) => name).filter((name) => name !== 'value');
    for (const name of new Set(names)) {
      expect(schema).toMatch(new RegExp(`<(?:Property|NavigationProperty|PropertyRef) Name="${name}"`));
    }
    const types = [...full.body.matchAll(/"#(?:Collection\()?microsoft\.graph\.(\w+)/g)].map(([, type]) => type);
    expect(types.length).toBeGreaterThan(4);
    for (const type of new Set(types)) expect(schema).toMatch(new RegExp(`Type Name="${type}"`));
  });
});

describe('The root of the migrations', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
    for (let number = 1; number <= 22; number++) await api.create([number], { displayName: `wave ${number}` });
  });
  afterAll(() => api.destroy());

  it('shows the newest jobs when they are expanded, and where the others are', async () => {
    const root = `/v1.0/${GRAPH_ROUTES.root}`;
    const answer = await api.get(`${root}?$expand=crossTenantMigrationJobs`);
    const body = asContract(MigrationsRoot, answer.json());
    expect(body).toMatchObject({
      '@odata.context': expect.stringMatching(/migrations\(crossTenantMigrationJobs\(\)\)\/\$entity$/),
      id: FABRIKAM_ID,
    });
    expect(body.crossTenantMigrationJobs?.map((job) => job.displayName).slice(0, 2)).toEqual(['wave 22', 'wave 21']);
    const { pathname, search } = new URL(body['crossTenantMigrationJobs@odata.nextLink'] ?? '');
    const rest = (await api.get(pathname + search)).json<CrossTenantMigrationJobCollection>();
    expect(rest.value.map((job) => job.displayName)).toEqual(['wave 2', 'wave 1']);
    const refused = await api.get(`${root}?$expand=users`);
    expect([refused.statusCode, errorOf(refused).target]).toEqual([400, '$expand']);
  });
});
