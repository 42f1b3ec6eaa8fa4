import {
  BatchResponse,
  type BatchResponseItem,
  CrossTenantMigrationJob,
  type CrossTenantMigrationJobCollection,
  GRAPH_ROUTES,
  ODataError,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, type Request, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const BATCH = `/v1.0/${GRAPH_ROUTES.batch}`;
/** The collection of jobs, relative to the version root. */
const ROOTED = `/${GRAPH_ROUTES.jobs}`;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const json = { 'Content-Type': 'application/json' };

describe('$batch', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create([1, 2], { displayName: "O'Brien / 50% of a..b" });
  });
  afterAll(() => api.destroy());

  const send = async (requests: object[], request: Request = {}, url = BATCH): Promise<BatchResponseItem[]> => {
    const answer = await api.post(url, { ...request, body: { requests } });
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringMatching(/^\{"responses":/)]);
    return asContract(BatchResponse, answer.json()).responses;
  };
  const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more });
  const post = (id: string, url: string, body: object, more: object = {}) => ({
    id,
    method: 'POST',
    url,
    headers: json,
    body,
    ...more,
  });
  const codeOf = (answer: BatchResponseItem | undefined) => asContract(ODataError, answer?.body).error.code;
  const named = async (name: string): Promise<number> => {
    const answer = await api.get(`${JOBS}?$filter=${encodeURIComponent(`displayName eq '${name}'`)}`);
    return answer.json<CrossTenantMigrationJobCollection>().value.length;
  };

  it.each(['/beta/$batch', '/v1.0/$batch', '/$batch', '/V1.0/%24Batch'])('is served at %s', async (url) => {
    const version = /^\/(?:beta|v1\.0)/i.exec(url)?.[0].toLowerCase() ?? '';
    const [answer] = await send([get('1', `${ROOTED}/${job.id}`)], { headers: { host: 'ferry.example:8080' } }, url);
    expect(answer?.body).toMatchObject({
      '@odata.context': `http://ferry.example:8080${version}/$metadata#${GRAPH_ROUTES.jobs}/$entity`,
    });
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'] as const)('takes no %s', async (method) => {
    const answer = await api.send(method, BATCH);
    expect(answer.statusCode).toBe(405);
    expect(answer.headers.allow).toMatch(/\bPOST\b/);
    expect(answer.headers.allow).not.toMatch(/GET|PUT|PATCH|DELETE/);
    expect(errorOf(answer).code).toBe('Request_BadRequest');
  });

  it('takes no HEAD', async () => {
    const headers = { authorization: `Bearer ${api.token('admin')}` };
    const answer = await api.app.inject({ method: 'HEAD', url: BATCH, headers });
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, expect.stringMatching(/\bPOST$/)]);
  });

  it('answers each request as if it had been sent alone', async () => {
    const urls = [
      `${ROOTED}/${job.id}`,
      `${ROOTED}(displayName='${encodeURIComponent(job.displayName.replaceAll("'", "''"))}')`,
      `${ROOTED}/${encodeURIComponent(job.displayName)}/users?$top=1`,
      `${ROOTED}?$top=1&$count=true`,
      `${ROOTED}?$apply=x`,
      `${ROOTED}/none`,
      `${ROOTED}/%zz`,
      `${ROOTED}(name='x')`,
      '/solutions/nothing',
    ];
    const answers = await send(urls.map((url, place) => get(String(place), url)));
    for (const [place, url] of urls.entries()) {
      const alone = await api.get(`/v1.0${url}`);
      const { status, headers, body } = answers[place] ?? {};
      expect([url, status, headers?.['Content-Type']]).toEqual([url, alone.statusCode, alone.headers['content-type']]);
      const { error, ...rest } = body as Partial<ODataError>;
      const { error: expected, ...others } = alone.json<Partial<ODataError>>();
      expect([url, rest]).toEqual([url, others]);
      expect({ ...error, innerError: {} }).toEqual({ ...expected, innerError: {} });
    }
  });

  it('tells of each answer what its headers say, and nothing of connection and framing', async () => {
    const headers = { 'client-request-id': 'outer', origin: 'https://page.example' };
    const zipped = { headers: { 'Accept-Encoding': 'gzip', Origin: 'https://page.example' } };
    const [created, missing, list] = await send(
      [post('a', ROOTED, api.body([3])), get('b', `${ROOTED}/none`), get('c', `${ROOTED}?$select=resources`, zipped)],
      { headers },
    );
    expect(created?.headers).toEqual({
      'Cache-Control': expect.stringContaining('no-store'),
      'Content-Type': expect.stringMatching(/^application\/json/),
      Location: expect.stringMatching(`/v1.0/${GRAPH_ROUTES.jobs}/`),
      'OData-Version': '4.0',
      'request-id': expect.stringMatching(GUID),
      'client-request-id': 'outer',
    });
    expect(list?.body).toHaveProperty('value');
    expect(Object.keys(list?.headers ?? {}).sort()).toEqual(
      Object.keys(created?.headers ?? {})
        .filter((name) => name !== 'Location')
        .sort(),
    );
    expect(missing?.headers['request-id']).toMatch(GUID);
    expect(missing?.headers['request-id']).not.toBe(created?.headers['request-id']);
    expect(asContract(ODataError, missing?.body).error.innerError).toMatchObject({
      'request-id': missing?.headers['request-id'],
      'client-request-id': 'outer',
    });
  });

  it('hands on the id that a client gave to one of its requests', async () => {
    const own = get('1', ROOTED, { headers: { 'Client-Request-Id': 'own' } });
    const [first, second] = await send([own, get('2', ROOTED)], { headers: { 'client-request-id': 'outer' } });
    expect(first?.headers['client-request-id']).toBe('own');
    expect(second?.headers['client-request-id']).toBe('outer');
  });

  it('leaves it to each request how much its answer says about itself', async () => {
    const path = `${ROOTED}/${job.id}`;
    const asking = (level: string) => ({ headers: { Accept: `application/json;odata.metadata=${level}` } });
    const requests = [get('full', path, asking('full')), get('none', path, asking('none')), get('minimal', path)];
    for (const level of ['none', 'minimal', 'full']) {
      const answers = await send(requests, { headers: { accept: `application/json;odata.metadata=${level}` } });
      const seen = answers.map(({ body }) => ['@odata.context' in Object(body), '@odata.editLink' in Object(body)]);
      expect([level, seen]).toEqual([
        level,
        [
          [true, true],
          [false, false],
          [true, false],
        ],
      ]);
    }
  });

  it('leaves it to each request what it prefers', async () => {
    const minimal = { headers: { ...json, Prefer: 'return=minimal' } };
    for (const prefer of ['return=representation', 'return=minimal, odata.maxpagesize=1']) {
      const requests = [post('1', ROOTED, api.body([9]), minimal), post('2', ROOTED, api.body([10]))];
      const [first, second] = await send(requests, { headers: { prefer } });
      expect([first?.status, first?.body]).toEqual([204, undefined]);
      expect(first?.headers).toMatchObject({
        'Preference-Applied': 'return=minimal',
        'OData-EntityId': first?.headers['Location'],
      });
      expect([second?.status, second?.headers['Preference-Applied']]).toEqual([201, undefined]);
    }
  });

  it('does one thing after the other where it is told so', async () => {
    const body = api.body([4], { displayName: 'in order' });
    const path = `${ROOTED}(displayName='in order')`;
    const answers = await send([
      get('look', path, { dependsOn: ['make'] }),
      post('MAKE', ROOTED, body),
      { id: 'stop', method: 'post', url: `${path}/cancel`, dependsOn: ['look'] },
      { id: 'check', method: 'GET', url: `${path}/users`, dependsOn: ['stop'] },
    ]);
    expect(answers.map(({ id, status }) => [id, status])).toEqual([
      ['look', 200],
      ['MAKE', 201],
      ['stop', 202],
      ['check', 200],
    ]);
    expect(asContract(CrossTenantMigrationJob, answers[0]?.body).id).toBe(
      asContract(CrossTenantMigrationJob, answers[1]?.body).id,
    );
  });

  it('leaves undone what depends on a failure', async () => {
    const wrong = api.body([5], { displayName: job.displayName });
    const answers = await send([
      post('bad', ROOTED, wrong),
      post('after', ROOTED, api.body([5], { displayName: 'never made' }), { dependsOn: ['bad'] }),
      post('last', ROOTED, api.body([5], { displayName: 'never made' }), { dependsOn: ['after'] }),
      post('other', ROOTED, api.body([5], { displayName: 'made' })),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([422, 424, 424, 201]);
    expect(codeOf(answers[1])).toBe('FailedDependency');
    expect([await named('never made'), await named('made')]).toEqual([0, 1]);
  });

  it('judges bodies one by one, whatever their members are called', async () => {
    const answers = await send([
      post('1', ROOTED, { ...api.body([6]), toString: 'x' }),
      post('2', ROOTED, { ...api.body([6]), color: 'red' }),
      { id: '3', method: 'POST', url: ROOTED, headers: json },
      { id: '4', method: 'POST', url: ROOTED, headers: { 'content-type': 'text/plain' }, body: 'hello' },
      { id: '5', method: 'POST', url: `${ROOTED}/none/validate`, headers: json },
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 415, 404]);
    expect(JSON.stringify(answers[0]?.body)).toContain("The property 'toString' does not exist on type");
    expect(asContract(ODataError, answers[2]?.body).error.message).toBe('Empty Payload. JSON content expected.');
  });

  it('takes twenty requests, and not one more', async () => {
    const requests = Array.from({ length: 20 }, (_, place) => get(String(place), `${ROOTED}/${job.id}`));
    expect((await send(requests)).map(({ id, status }) => `${id} ${status}`)).toEqual(
      requests.map(({ id }) => `${id} 200`),
    );
    const answer = await api.post(BATCH, { body: { requests: [...requests, get('20', ROOTED)] } });
    expect([answer.statusCode, errorOf(answer).details?.[0]?.target]).toEqual([400, 'requests']);
  });

  it('does nothing of a batch that is malformed, and names every fault', async () => {
    const answer = await api.post(BATCH, {
      body: {
        requests: [
          post('1', ROOTED, api.body([7], { displayName: 'half a batch' })),
          get('1', '/api/v1/session', { dependsOn: ['x'] }),
          { id: '3', method: 'POST', url: ROOTED, body: {} },
        ],
      },
    });
    expect(answer.statusCode).toBe(400);
    expect(
      errorOf(answer)
        .details?.map(({ target }) => target)
        .sort(),
    ).toEqual(['requests[1].dependsOn[0]', 'requests[1].id', 'requests[1].url', 'requests[2].headers']);
    expect(await named('half a batch')).toBe(0);
  });

  it.each([
    ['', 400],
    ['{"requests": [', 400],
    ['[]', 400],
    [`{"requests": [{"id": "1", "method": "GET", "url": "${ROOTED}", "__proto__": {}}]}`, 400],
  ])('refuses the body %s', async (body, status) => {
    const answer = await api.post(BATCH, { body });
    expect([answer.statusCode, errorOf(answer).code]).toEqual([status, 'BadRequest']);
  });

  it('asks for a body in JSON', async () => {
    const answer = await api.post(BATCH, { body: 'x', headers: { 'content-type': 'multipart/mixed' } });
    expect(answer.statusCode).toBe(415);
  });

  it('belongs to the caller, and each request may do what the caller may', async () => {
    const path = `${ROOTED}/${job.id}`;
    const requests = [
      get('read', path),
      post('write', ROOTED, api.body([8])),
      { id: 'person', method: 'POST', url: `${path}/users/${fabrikamPerson(1)}/cancel` },
    ];
    const statuses = async (as: 'admin' | 'reader' | 'northwind') =>
      (await send(requests, { as })).map(({ status }) => status);
    expect(await statuses('reader')).toEqual([200, 403, 403]);
    expect((await statuses('northwind')).at(0)).toBe(404);
    expect((await statuses('northwind')).at(2)).toBe(404);
    for (const [as, status] of [
      ['nobody', 401],
      ['stranger', 403],
    ] as const) {
      expect((await api.post(BATCH, { as, body: { requests } })).statusCode).toBe(status);
    }
    expect((await api.job(job.id)).status).toBe('submitted');
    const forged = [get('1', path, { headers: { authorization: `Bearer ${api.token('admin')}` } })];
    const answer = await api.post(BATCH, { as: 'northwind', body: { requests: forged } });
    expect(errorOf(answer).details?.[0]).toMatchObject({ target: 'requests[0].headers.authorization' });
  });

  it('counts each request for the caller, and hands on how long to wait', async () => {
    const strict = await TestApi.start({ FERRY_THROTTLE_REQUESTS: '3', FERRY_THROTTLE_SECONDS: '600' });
    const requests = ['1', '2', '3', '4'].map((id) => get(id, ROOTED, id === '1' ? {} : { dependsOn: ['1'] }));
    const answer = await strict.post(BATCH, { body: { requests } });
    await strict.destroy();
    const { responses } = asContract(BatchResponse, answer.json());
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429]);
    const throttled = responses.find(({ status }) => status === 429);
    expect(Number(throttled?.headers['Retry-After'])).toBeGreaterThan(0);
    expect(codeOf(throttled)).toBe('TooManyRequests');
  });

  it('writes links that lead on from where the batch was sent', async () => {
    const headers = { host: 'ferry.example' };
    const [page] = await send([get('1', `beta${ROOTED}?$top=1`)], { headers }, '/beta/$batch');
    const { '@odata.nextLink': next = '' } = page?.body as CrossTenantMigrationJobCollection;
    expect(next).toMatch(/^http:\/\/ferry\.example\/beta\/solutions\/.*\$skiptoken=/);
    const [following] = await send([get('1', next.slice('http://ferry.example'.length))], { headers }, '/beta/$batch');
    expect(following?.status).toBe(200);
  });
});
