import {
  API_ROUTES,
  BatchResponse,
  CrossTenantMigrationJob,
  type CrossTenantMigrationJobCollection,
  CrossTenantMigrationTaskCollection,
  GRAPH_ROUTES,
  JobStatus,
  Workload,
} from '@ferry/contracts';
import type { LightMyRequestResponse } from 'fastify';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { EventStream } from './support/event-stream';
import { JOBS, type Method, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

/** A request about a job, by the text that names it in the path. */
type Asked = readonly [method: Method, path: (job: string) => string, body?: object];

const NEVER_EXISTED = '7d3b1c52-5a8e-4f60-9c1d-2b4f6a8c0e13';
const SECRET_NAME = "O'Brien's secret wave";
const NO_NAME = "O'Brien's absent wave";

describe('Isolation of tenants', () => {
  let api: TestApi;
  let theirs: CrossTenantMigrationJob;
  let ours: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    theirs = await api.create([1, 2], { displayName: SECRET_NAME });
    await api.create([3]);
    ours = await createOurs({ displayName: 'A wave of Northwind' });
  });
  afterAll(() => api.destroy());

  /** Northwind's administrator asks, who has every permission in their own tenant. */
  const ask = (method: Method, url: string, body?: object) =>
    api.send(method, url, { as: 'northwind', ...(body === undefined ? {} : { body }) });
  const createOurs = async (more: object = {}) => {
    const resources = ['33333333-0000-4000-8000-000000000001'];
    const answer = await ask('POST', JOBS, api.body([], { resources, ...more }));
    return asContract(CrossTenantMigrationJob, answer.json());
  };
  const listed = async (query: string) => {
    const answer = await ask('GET', `${JOBS}${query}`);
    return answer.json<CrossTenantMigrationJobCollection>();
  };

  /** A body without the name that was asked for, and without what differs between any two answers. */
  const comparable = (body: string, name: string) => {
    const spellings = [name, encodeURIComponent(name), name.replaceAll("'", "''")];
    const plain = spellings.reduce((text, spelling) => text.replaceAll(spelling, '{name}'), body);
    return plain.replace(/"(date|request-id|client-request-id)":"[^"]*"/g, '"$1":""').replace(/TraceId: [\w-]+/g, '');
  };
  /** Everything that an answer shows, made comparable. */
  const shownBy = (answer: LightMyRequestResponse, name: string) => {
    const { 'request-id': _requestId, 'client-request-id': _clientRequestId, date: _date, ...headers } = answer.headers;
    return { status: answer.statusCode, headers, body: comparable(answer.body, name) };
  };

  const personIn = (job: string) => `${job}/users/${fabrikamPerson(1)}`;
  const requests: readonly Asked[] = [
    ['GET', (job) => job],
    ['GET', (job) => `${job}?$select=displayName`],
    ['GET', (job) => `${job}?$expand=users`],
    ['PATCH', (job) => job, { completeAfterDateTime: new Date(Date.now() + 7_200_000).toISOString() }],
    ['PATCH', (job) => job, { completeAfterDateTime: 'soon' }],
    ['PATCH', (job) => job, { displayName: 'mine' }],
    ['DELETE', (job) => job],
    ['PUT', (job) => job, {}],
    ...['validate', 'migrate', 'cancel', 'microsoft.graph.cancel'].map((action): Asked => [
      'POST',
      (job) => `${job}/${action}`,
    ]),
    ['POST', (job) => `${job}/explode`],
    ['GET', (job) => `${job}/users`],
    ['GET', (job) => `${job}/users?$top=1&$count=true`],
    ['GET', (job) => `${job}/users/$count`],
    ['POST', (job) => `${job}/users`, { id: fabrikamPerson(4) }],
    ['GET', personIn],
    ['GET', (job) => `${job}/users('${fabrikamPerson(1)}')`],
    ['GET', (job) => `${job}/${fabrikamPerson(1)}`],
    ['PATCH', personIn, {}],
    ['DELETE', personIn],
    ['DELETE', (job) => `${personIn(job)}/$ref`],
    ['POST', (job) => `${personIn(job)}/cancel`],
    ['POST', (job) => `${personIn(job)}/microsoft.graph.cancel`],
  ];
  const onOurSurface: readonly Asked[] = [
    ...[
      API_ROUTES.job,
      API_ROUTES.jobPeople,
      API_ROUTES.jobEvents,
      API_ROUTES.jobReport,
      API_ROUTES.jobChangesOf,
      API_ROUTES.report,
    ].map((route): Asked => ['GET', (job) => `/${route(job)}`]),
    ...['csv', 'pdf'].map((format): Asked => ['GET', (job) => `/${API_ROUTES.jobReport(job)}?format=${format}`]),
    ['POST', (job) => `/${API_ROUTES.jobVerification(job)}`],
  ];

  /** Each way to name a job by a text. */
  const spellings: Readonly<Record<string, (text: string) => string>> = {
    'as a segment': (text) => `/${encodeURIComponent(text)}`,
    "as ('..')": (text) => `('${encodeURIComponent(text.replaceAll("'", "''"))}')`,
    "as (displayName='..')": (text) => `(displayName='${encodeURIComponent(text.replaceAll("'", "''"))}')`,
  };

  describe.each([
    ['an id', () => [theirs.id, NEVER_EXISTED] as const],
    ['a name', () => [SECRET_NAME, NO_NAME] as const],
  ])("a job of somebody else's, by %s", (_what, texts) => {
    const isAnsweredAlike = async ([method, path, body]: Asked, spell: (text: string) => string) => {
      const shown = [];
      for (const text of texts()) {
        shown.push(shownBy(await ask(method, path(spell(text)), body), text));
      }
      const [one, other] = shown;
      expect([method, path('{job}'), one]).toEqual([method, path('{job}'), other]);
      expect(one?.status).toBeGreaterThanOrEqual(400);
      expect(JSON.stringify(shown)).not.toContain('secret');
    };

    it.each(Object.entries(spellings))(
      'is like one that never existed, whatever is asked about it, %s',
      async (_how, spell) => {
        for (const [method, path, body] of requests) {
          for (const root of [JOBS, `/beta/${GRAPH_ROUTES.jobs}`]) {
            await isAnsweredAlike([method, (job) => path(`${root}${job}`), body], spell);
          }
        }
      },
    );

    it('is like one that never existed on our own surface, too', async () => {
      for (const asked of onOurSurface) await isAnsweredAlike(asked, encodeURIComponent);
    });

    it('is like one that never existed in a batch', async () => {
      const shown = [];
      for (const text of texts()) {
        const url = `/${GRAPH_ROUTES.job(text)}`;
        const json = { 'Content-Type': 'application/json' };
        const body = {
          requests: [
            { id: '1', method: 'GET', url },
            { id: '2', method: 'DELETE', url },
            { id: '3', method: 'POST', url: `${url}/cancel`, dependsOn: ['1'] },
            { id: '4', method: 'PATCH', url, headers: json, body: { completeAfterDateTime: api.inMinutes(90) } },
            { id: '5', method: 'GET', url: `${url}/users` },
          ],
        };
        const { responses } = asContract(BatchResponse, (await ask('POST', '/v1.0/$batch', body)).json());
        const items = responses.map(({ id, status, body: answered }) => [
          id,
          status,
          comparable(JSON.stringify(answered), text),
        ]);
        shown.push(items.sort());
      }
      expect(shown[0]).toEqual(shown[1]);
      expect(shown[0]?.map(([, status]) => status)).toEqual([404, 404, 424, 404, 404]);
    });
  });

  it.each([
    ['nothing', ''],
    ['an id', `?$filter=id eq {id}`],
    ['a choice of ids', `?$filter=id in ({id}, ${NEVER_EXISTED}) or id eq {id}`],
    ['a tenant', `?$filter=targetTenantId eq ${FABRIKAM_ID}`],
    ['every tenant but their own', `?$filter=targetTenantId ne ${NORTHWIND_ID}`],
    ['a name', `?$filter=displayName eq '${SECRET_NAME.replaceAll("'", "''")}'`],
    ['a part of a name, or anything', `?$filter=contains(displayName, 'secret') or true`],
    ['who created them', `?$filter=not (targetTenantId eq ${NORTHWIND_ID}) or createdBy eq 'ferry-admin'`],
    ['the largest page, with its count', '?$orderby=displayName desc&$count=true&$top=999'],
    ['some members', '?$select=displayName,resources,targetTenantId&$skip=0'],
  ])('lists only the jobs of the caller, who asks for %s', async (_what, query) => {
    const { value, ...page } = await listed(query.replaceAll('{id}', theirs.id).replaceAll(' ', '%20'));
    for (const job of value) expect(job.targetTenantId ?? NORTHWIND_ID).toBe(NORTHWIND_ID);
    expect(JSON.stringify(value)).not.toContain('secret');
    const count = page['@odata.count'];
    if (count !== undefined) expect(count).toBe(value.length);
  });

  it.each([
    '?$filter=id eq {id}&$expand=users',
    '?$filter=id eq {id}&$count=true&$select=id,resources',
    '/$count?$filter=id eq {id}',
    "?$filter=displayName eq '{name}'&$expand=users($top=1)",
    '?$search="{name}"',
    '?$search="{name}" OR {id}&$count=true',
    "/$count?$filter=contains(displayName, '{name}')",
  ])('lists the same for %s, whether another tenant has such a job or nobody', async (query) => {
    const shown = [];
    for (const [id, name] of [
      [theirs.id, SECRET_NAME],
      [NEVER_EXISTED, NO_NAME],
    ] as const) {
      const asked = query.replaceAll('{id}', id).replaceAll('{name}', name.replaceAll("'", "''"));
      const answer = shownBy(await ask('GET', JOBS + encodeURI(asked)), name);
      shown.push({ ...answer, body: answer.body.replaceAll(id, '{id}') });
    }
    expect(shown[0]).toEqual(shown[1]);
  });

  it('goes on from where another tenant was to nothing but jobs of the caller', async () => {
    const { '@odata.nextLink': nextLink = '' } = (
      await api.get(`${JOBS}?$top=1`)
    ).json<CrossTenantMigrationJobCollection>();
    const { pathname, search } = new URL(nextLink);
    const { value } = (await ask('GET', pathname + search)).json<CrossTenantMigrationJobCollection>();
    expect(value.filter(({ targetTenantId }) => targetTenantId !== NORTHWIND_ID)).toEqual([]);
  });

  it('counts the jobs of the caller only', async () => {
    const count = async () => (await listed('?$count=true'))['@odata.count'] ?? NaN;
    const before = await count();
    await api.create([5]);
    expect(await count()).toBe(before);
    await createOurs();
    expect(await count()).toBe(before + 1);
  });

  it('lets two tenants use one name, and each reaches its own job by it', async () => {
    const displayName = 'A name of both';
    const one = await api.create([6], { displayName });
    const other = await createOurs({ displayName });
    const named = `${JOBS}(displayName='A%20name%20of%20both')`;
    expect((await ask('GET', named)).json()).toMatchObject({ id: other.id });
    expect((await listed(`?$filter=displayName%20eq%20'A%20name%20of%20both'`)).value.map(({ id }) => id)).toEqual([
      other.id,
    ]);
    expect((await ask('POST', JOBS, api.body([], { displayName, resources: other.resources }))).statusCode).toBe(422);
    expect((await ask('POST', `${named}/cancel`)).statusCode).toBe(202);
    const hasEnded = async () => {
      const { status } = (await ask('GET', named)).json<CrossTenantMigrationJob>();
      return status === JobStatus.Cancelled ? status : null;
    };
    await api.untilSeen(other.id, hasEnded);
    expect((await ask('DELETE', named)).statusCode).toBe(202);
    const isGone = async () => ((await ask('GET', named)).statusCode === 404 ? true : null);
    await api.untilSeen(other.id, isGone);
    expect((await api.get(named)).json()).toMatchObject({ id: one.id, status: JobStatus.Submitted });
  });

  it('does not tell that a person is in a job of another tenant', async () => {
    const { id } = await createOurs({ resources: theirs.resources });
    await ask('POST', `${JOBS}/${id}/validate`);
    const verdict = async () => {
      const answer = (await ask('GET', `${JOBS}/${id}`)).json<CrossTenantMigrationJob>();
      return answer.status === JobStatus.ValidateFailed ? answer.status : null;
    };
    await api.untilSeen(id, verdict);
    const answer = await ask('GET', `${JOBS}/${id}/users`);
    const people = asContract(CrossTenantMigrationTaskCollection, answer.json()).value;
    const codes = people.flatMap(({ currentStatus }) =>
      currentStatus.flatMap(({ errors }) => errors.map(({ code }) => code)),
    );
    expect(new Set(codes)).toEqual(new Set(['CTTM-015']));
    expect(answer.body).not.toContain('secret');
    expect((await api.job(theirs.id)).status).toBe(JobStatus.Submitted);
  });

  it('shows nothing of another tenant and of its people, and does not say that they are there', async () => {
    const isAnsweredAlike = async (route: (id: string) => string, one: string, other: string) => {
      const [foreign, absent] = [await ask('GET', `/${route(one)}`), await ask('GET', `/${route(other)}`)];
      expect(shownBy(foreign, one)).toEqual(shownBy(absent, other));
      return foreign.statusCode;
    };
    const person = fabrikamPerson(1);
    const itemsIn = (tenant: string) => API_ROUTES.personItems(tenant, person, Workload.Exchange);
    const personOf = (tenant: string) => API_ROUTES.tenantPerson(tenant, person);
    const endpointOf = (tenant: string) => API_ROUTES.tenantEndpoint(tenant, 'contoso-endpoint');
    const { tenant, tenantEndpoints, tenantPeople } = API_ROUTES;
    for (const route of [tenant, tenantEndpoints, endpointOf, tenantPeople, personOf, itemsIn]) {
      expect(await isAnsweredAlike(route, FABRIKAM_ID, NEVER_EXISTED)).toBe(404);
    }
    const itemsOf = (id: string) => API_ROUTES.personItems(NORTHWIND_ID, id, Workload.Exchange);
    await isAnsweredAlike(itemsOf, person, '22222222-0000-4000-8000-00000000ffff');
    const tenants = (await ask('GET', `/${API_ROUTES.tenants}`)).json<{ value: { id: string }[] }>();
    expect(tenants.value.map(({ id }) => id).sort()).toEqual([CONTOSO_ID, NORTHWIND_ID].sort());
  });

  it('changes nothing of another tenant, and does not say that it is there', async () => {
    const person = fabrikamPerson(1);
    const changes: readonly Asked[] = [
      ['PATCH', API_ROUTES.tenant, { displayName: 'mine' }],
      ['DELETE', API_ROUTES.tenant],
      ['POST', API_ROUTES.tenantEndpoints, { name: 'mine', sourceTenantId: CONTOSO_ID }],
      ['PATCH', (id) => API_ROUTES.tenantEndpoint(id, 'contoso-endpoint'), {}],
      ['DELETE', (id) => API_ROUTES.tenantEndpoint(id, 'contoso-endpoint')],
      ['DELETE', (id) => API_ROUTES.tenantPerson(id, person)],
      ['POST', API_ROUTES.peopleImport, []],
      ['POST', (id) => API_ROUTES.tenantEndpointTest(id, 'contoso-endpoint'), { personId: person }],
      ['POST', (id) => API_ROUTES.tenantServiceTest(id, Workload.Exchange), { personId: person }],
      ['POST', API_ROUTES.preflight, { sourceTenantId: CONTOSO_ID }],
    ];
    for (const [method, route, body] of changes) {
      const foreign = shownBy(await ask(method, `/${route(FABRIKAM_ID)}`, body), FABRIKAM_ID);
      const absent = shownBy(await ask(method, `/${route(NEVER_EXISTED)}`, body), NEVER_EXISTED);
      expect([route('{tenant}'), foreign]).toEqual([route('{tenant}'), absent]);
      expect(foreign.status).toBe(404);
    }
    expect((await api.get(`/${API_ROUTES.tenantPerson(FABRIKAM_ID, person)}`)).statusCode).toBe(200);
  });

  it('creates jobs in the tenant of the caller only', async () => {
    const foreign = await ask('POST', JOBS, api.body([7], { targetTenantId: FABRIKAM_ID }));
    expect(foreign.statusCode).toBe(400);
    expect((await createOurs({ targetTenantId: NORTHWIND_ID })).targetTenantId).toBe(NORTHWIND_ID);
  });

  it('tells followers of their own jobs only', async () => {
    await api.app.listen(0, '127.0.0.1');
    const stream = await EventStream.open(`${await api.app.getUrl()}/${API_ROUTES.jobChanges}`, api.token('northwind'));
    await api.create([8]);
    await api.patch(`${JOBS}/${theirs.id}`, { body: { completeAfterDateTime: api.inMinutes(500) } });
    await ask('PATCH', `${JOBS}/${ours.id}`, { completeAfterDateTime: api.inMinutes(600) });
    expect(await stream.json()).toMatchObject({ id: ours.id });
    stream.close();
  });
});
