import { CreateCrossTenantMigrationJob, GRAPH_ROUTES } from '@ferry/contracts';
import { parseFilter } from '@ferry/odata';
import { Body, Controller, Get, HttpCode, Module, Param, Post, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { applicationToken, startEdge } from '../../test/support/edge-app';
import { Public } from '../auth/current-caller';
import { type EntityKey, EntityKeyPipe } from './entity-key';
import { BadArgumentError } from './graph-http-error';
import { GraphLinks } from './graph-links';

@Public()
@Controller(GRAPH_ROUTES.jobs)
class ProbeController {
  constructor(private readonly links: GraphLinks) {}

  @Get()
  list(@Req() request: FastifyRequest) {
    return { '@odata.context': this.links.context(request, 'jobs'), value: [] };
  }

  @Post()
  create(@Body() body: CreateCrossTenantMigrationJob) {
    return { name: body.displayName, due: body.completeAfterDateTime };
  }

  @Get(':job')
  get(@Param('job', EntityKeyPipe) key: EntityKey) {
    switch (key.value) {
      case 'filter':
        return parseFilter('displayName eq');
      case 'used':
        throw new BadArgumentError(
          ['displayName'],
          [{ code: 'duplicateDisplayNameJob', message: 'displayName already exists.', target: 'displayName' }],
        );
      case 'broken':
        throw new TypeError('password=hunter2 in line 7');
      default:
        return key;
    }
  }

  @Post(':job/validate')
  @HttpCode(202)
  validate(): void {
    return;
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

const JOBS = `/beta/${GRAPH_ROUTES.jobs}`;
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const body = {
  displayName: 'wave-01',
  sourceTenantId: '11111111-1111-4111-8111-111111111111',
  completeAfterDateTime: '2027-03-01T18:00:00Z',
  workloads: ['Teams'],
  resourceType: 'Users',
  resources: ['22222222-0000-4000-8000-000000000001'],
};

describe('The wire', () => {
  let app: NestFastifyApplication;
  let authorization: string;

  beforeAll(async () => {
    app = await startEdge([ProbeModule], { FERRY_BODY_LIMIT: '20000' });
    authorization = `Bearer ${await applicationToken(app)}`;
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers: { authorization, ...headers } });
  const post = (payload: string | Buffer | undefined, headers: Record<string, string> = {}, url = JOBS) =>
    app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });
  const json = { 'content-type': 'application/json' };

  it('puts the headers of Graph on an answer of the contract', async () => {
    const answer = await get(JOBS, { 'client-request-id': 'from-the-client' });
    expect(answer.headers).toMatchObject({
      'content-type':
        'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
      'odata-version': '4.0',
      'cache-control': 'no-store',
      'request-id': expect.stringMatching(GUID),
      'client-request-id': 'from-the-client',
      'x-content-type-options': 'nosniff',
    });
    expect(answer.json()).toEqual({ '@odata.context': 'http://localhost:80/beta/$metadata#jobs', value: [] });
  });

  it('answers with a new request id each time', async () => {
    const [first, second] = [await get(JOBS), await get(JOBS)];
    expect(first.headers['request-id']).not.toBe(second.headers['request-id']);
    expect(first.headers['client-request-id']).toBe(first.headers['request-id']);
  });

  it.each(['/beta', '/V1.0', ''])('finds a job under "%s" in any letter case and by its name', async (version) => {
    const answer = await get(`${version}/solutions/Migrations/crosstenantmigrationjobs(displayName='O''Brien%2F1')/`);
    expect(answer.json()).toEqual({ by: 'displayName', value: "O'Brien/1" });
  });

  it('takes a name of 256 characters, whatever they are', async () => {
    const name = '🚢'.repeat(128);
    const answer = await get(`${JOBS}/${encodeURIComponent(name)}`);
    expect(answer.json()).toEqual({ by: 'idOrDisplayName', value: name });
  });

  it('answers an error in the envelope of Graph', async () => {
    const answer = await get(`${JOBS}/used`, { 'client-request-id': 'mine' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.json()).toEqual({
      error: {
        code: 'BadArgument',
        message: 'Error in displayName data field',
        target: 'displayName',
        details: [{ code: 'duplicateDisplayNameJob', message: 'displayName already exists.', target: 'displayName' }],
        innerError: {
          date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
          'request-id': answer.headers['request-id'],
          'client-request-id': 'mine',
        },
      },
    });
  });

  it('says what is wrong with a query option', async () => {
    const answer = await get(`${JOBS}/filter`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ error: { code: 'BadRequest', target: '$filter' } });
  });

  it('says nothing of the inside when something unforeseen happens', async () => {
    const answer = await get(`${JOBS}/broken`);
    expect(answer.statusCode).toBe(500);
    expect(answer.json()).toMatchObject({ error: { code: 'generalException' } });
    expect(answer.body).not.toContain('hunter2');
  });

  it('reads a body, compressed or not', async () => {
    const expected = { name: 'wave-01', due: '2027-03-01T18:00:00.000Z' };
    expect((await post(JSON.stringify(body), json)).json()).toEqual(expected);
    const zipped = await post(gzipSync(JSON.stringify(body)), { ...json, 'content-encoding': 'gzip' });
    expect(zipped.json()).toEqual(expected);
  });

  it('takes an empty body with a content type for none, and answers without one', async () => {
    for (const headers of [json, {}]) {
      const answer = await post(undefined, headers, `${JOBS}/x/validate`);
      expect(answer.statusCode).toBe(202);
      expect(answer.headers['content-type']).toBeUndefined();
      expect(answer.body).toBe('');
    }
  });

  it.each([
    ['', json, 400, 'BadRequest', 'Empty Payload. JSON content expected.'],
    ['{"displayName": ', json, 400, 'BadRequest', 'Unable to read JSON request payload.'],
    ['[]', json, 400, 'BadRequest', 'Unable to read JSON request payload.'],
    [`${'['.repeat(1_000)}`, json, 400, 'BadRequest', 'nested deeper than 64 levels'],
    ['{"a": 1}', { 'content-type': 'text/plain' }, 415, 'UnsupportedMediaType', 'Send application/json.'],
    ['a=1', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UnsupportedMediaType', 'not supported'],
    ['{}', { ...json, 'content-encoding': 'br' }, 415, 'UnsupportedMediaType', "'br'"],
    ['no gzip', { ...json, 'content-encoding': 'gzip' }, 400, 'BadRequest', 'Unable to read JSON request payload.'],
    [`"${'x'.repeat(20_000)}"`, json, 413, 'RequestEntityTooLarge', 'too large'],
  ])('refuses the body %s', async (payload, headers, status, code, message) => {
    const answer = await post(payload, headers as Record<string, string>);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ error: { code, message: expect.stringContaining(message) } });
  });

  it('asks for the content type when a body has none', async () => {
    const answer = await post(Buffer.from('{}'), {});
    expect(answer.json()).toMatchObject({ error: { message: expect.stringContaining('Content-Type header is set') } });
  });

  it('does not mind an encoding that is announced for no body, or for one that nobody reads', async () => {
    const gzip = { 'content-encoding': 'gzip' };
    expect((await get(JOBS, gzip)).statusCode).toBe(200);
    expect((await post(undefined, gzip, `${JOBS}/x/validate`)).statusCode).toBe(202);
    const withBody = await app.inject({ method: 'GET', url: JOBS, headers: gzip, payload: 'no gzip' });
    expect(withBody.statusCode).toBe(200);
  });

  it('stops unpacking where the limit is', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000, 'x'));
    const answer = await post(bomb, { ...json, 'content-encoding': 'gzip' });
    expect(answer.statusCode).toBe(413);
  });

  it('says which methods an address has', async () => {
    const answer = await app.inject({ method: 'DELETE', url: JOBS, headers: { authorization } });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    expect(answer.json()).toMatchObject({ error: { code: 'Request_BadRequest' } });
  });

  it.each([
    ['/beta/nothing', 404, 'NotFound'],
    ['/api/v1/nothing', 404, 'NotFound'],
    [`${JOBS}/x/y/z`, 404, 'NotFound'],
    [`${JOBS}(name='x')`, 400, 'BadRequest'],
    ['/beta/%zz', 400, 'BadRequest'],
  ])('answers %s with %s', async (url, status, code) => {
    for (const accept of ['application/json', 'text/html, */*']) {
      const answer = await get(url, { accept });
      expect(answer.statusCode).toBe(status);
      expect(answer.json()).toMatchObject({ error: { code } });
    }
  });

  it.each(['/beta/nothing', '/api/v1/nothing', `${JOBS}/x/y/z`, '/v1.0', '/solutions'])(
    'tells nobody without a token whether there is something at %s',
    async (url) => {
      const answer = await app.inject({ url });
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    },
  );

  it('tells the methods of an address to whoever asks', async () => {
    const answer = await app.inject({ method: 'OPTIONS', url: `${JOBS}/x` });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers['allow']).toBe('GET, HEAD, OPTIONS');
    expect(answer.body).toBe('');
  });

  it('answers HEAD as GET, without the body', async () => {
    const [head, whole] = [
      await app.inject({ method: 'HEAD', url: JOBS, headers: { authorization } }),
      await get(JOBS),
    ];
    expect(head.statusCode).toBe(200);
    expect(head.body).toBe('');
    expect(head.headers['content-length']).toBe(whole.headers['content-length']);
  });

  it('lets a page of another origin call, and read what it needs', async () => {
    const origin = 'https://console.example';
    const preflight = await app.inject({
      method: 'OPTIONS',
      url: JOBS,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,client-request-id',
      },
    });
    expect(preflight.statusCode).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, HEAD, OPTIONS, POST',
      'access-control-allow-headers': 'authorization,content-type,client-request-id',
    });
    for (const answer of [await get(JOBS, { origin }), await app.inject({ url: JOBS, headers: { origin } })]) {
      expect(answer.headers['access-control-allow-origin']).toBe('*');
      for (const name of ['request-id', 'client-request-id', 'Location', 'Retry-After', 'WWW-Authenticate']) {
        expect(answer.headers['access-control-expose-headers']).toContain(name);
      }
    }
    expect((await get(JOBS)).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it.each([
    ['application/json', 'minimal'],
    ['application/*;q=0.5, text/html', 'minimal'],
    ['application/json;odata.metadata=full', 'full'],
    ['application/json; odata.metadata=None; odata.streaming=true', 'none'],
    ['application/json;metadata="full"', 'full'],
    ['application/json;odata.metadata=verbose, application/json;odata.metadata=full;q=0.2', 'full'],
    ['application/json;odata.metadata=none;q=0.3, application/json;odata.metadata=full', 'full'],
  ])('answers %s with metadata %s', async (accept, level) => {
    const answer = await get(JOBS, { accept });
    expect(answer.headers['content-type']).toContain(`application/json;odata.metadata=${level};`);
  });

  it.each(['text/html', 'application/xml', 'application/json;q=0', 'application/json;odata.metadata=verbose'])(
    'cannot answer %s',
    async (accept) => {
      const answer = await get(JOBS, { accept });
      expect(answer.statusCode).toBe(406);
      expect(answer.json()).toMatchObject({ error: { code: 'NotAcceptable', innerError: expect.anything() } });
    },
  );

  it('compresses a long answer for who accepts it', async () => {
    const long = `${JOBS}/${'x'.repeat(3_000)}`;
    const plain = await get(long);
    expect(plain.headers).not.toHaveProperty('content-encoding');
    for (const [encoding, unpack] of [['gzip', gunzipSync] as const, ['br', brotliDecompressSync] as const]) {
      const packed = await get(long, { 'accept-encoding': encoding });
      expect(packed.headers).toMatchObject({
        'content-encoding': encoding,
        vary: expect.stringContaining('accept-encoding'),
      });
      expect(unpack(packed.rawPayload).toString()).toBe(plain.body);
    }
  });

  it('has no ETag that a condition could name', async () => {
    for (const [condition, status] of [['*', 200] as const, ['"1"', 412] as const, ['W/"1", "2"', 412] as const]) {
      const answer = await get(JOBS, { 'if-match': condition });
      expect(answer.statusCode).toBe(status);
      if (status === 412)
        expect(answer.json()).toMatchObject({ error: { code: 'PreconditionFailed', target: 'If-Match' } });
    }
  });
});
