import { type BatchResponseItem, ODataError } from '@ferry/contracts';
import { fastify, type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { asContract } from '../../test/support/contract-answer';
import { Log } from '../logging/log';
import { logRequests } from '../logging/request-log';
import { BatchService } from './batch.service';
import { isInProcessPeer } from './in-process-peer';

const HELLO = { '@odata.context': 'https://ferry.example/$metadata', text: 'Grüße' };

describe('BatchService', () => {
  let server: FastifyInstance;
  let lines: Record<string, unknown>[];
  /** What was sent, in the order in which it came and went. */
  let trail: string[];
  /** Called by each request to `/solutions/work/:name`, which is answered when it settles. */
  let work: (name: string) => Promise<void>;

  beforeEach(() => {
    lines = [];
    trail = [];
    work = async () => undefined;
    const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
    const log = new Log(pino({ level: 'info' }, { write }));
    const batches = new BatchService({ publicUrl: 'https://ferry.example/m' }, log);
    server = fastify({ trustProxy: isInProcessPeer });
    logRequests(server, log);
    server.post('/beta/$batch', (request) => batches.answer(request));
    server.get<{ Params: { name: string } }>('/beta/solutions/work/:name', async ({ params: { name } }, reply) => {
      trail.push(`${name} came`);
      await work(name);
      trail.push(`${name} went`);
      return reply.code(name.startsWith('bad') ? 404 : 200).send({ name });
    });
    server.get('/beta/solutions/who', ({ protocol, host, ip, headers }) => ({ protocol, host, ip, headers }));
    server.get('/beta/solutions/gone', (_request, reply) => void reply.raw.destroy());
    server.get<{ Querystring: { type: string; body: string } }>('/beta/solutions/say', ({ query }, reply) =>
      reply
        .headers({ 'content-type': query.type, 'access-control-allow-origin': '*', date: 'today', vary: 'Accept' })
        .headers({ etag: '"1"', 'www-authenticate': ['Bearer', 'Basic'], 'retry-after': 7, 'odata-version': '4.0' })
        .send(query.body),
    );
  });
  afterEach(() => server.close());

  const send = async (requests: object[], headers: Record<string, string> = {}): Promise<BatchResponseItem[]> => {
    const answer = await server.inject({ method: 'POST', url: '/beta/$batch', headers, payload: { requests } });
    expect([answer.statusCode, answer.json()]).toEqual([200, expect.anything()]);
    return answer.json<{ responses: BatchResponseItem[] }>().responses;
  };
  const get = (id: string, url: string, ...dependsOn: string[]) => ({ id, method: 'GET', url, dependsOn });
  const toWork = (name: string, ...dependsOn: string[]) => get(name, `/solutions/work/${name}`, ...dependsOn);
  const say = (type: string, body: string) =>
    get(type, `/solutions/say?type=${encodeURIComponent(type)}&body=${encodeURIComponent(body)}`);

  it('works on four requests at a time, and never on more', async () => {
    let [inside, most] = [0, 0];
    let release: () => void = () => undefined;
    const fourAreHere = new Promise<void>((resolve) => (release = resolve));
    work = async () => {
      inside++;
      most = Math.max(most, inside);
      if (inside === 4) release();
      await fourAreHere;
      inside--;
    };
    const names = Array.from({ length: 20 }, (_, n) => `w${n}`);
    const answers = await send(names.map((name) => toWork(name)));
    expect(most).toBe(4);
    expect(answers.map(({ id, status }) => [id, status])).toEqual(names.map((name) => [name, 200]));
  });

  it('sends a request after those it depends on, wherever they stand', async () => {
    const answers = await send([toWork('c', 'B', 'a'), toWork('b', 'a'), toWork('a')]);
    expect(trail).toEqual(['a came', 'a went', 'b came', 'b went', 'c came', 'c went']);
    expect(answers.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('does not send what depends on a failure, directly or through others', async () => {
    const requests = [toWork('bad'), toWork('b', 'bad'), toWork('c', 'a', 'b'), toWork('a')];
    const answers = await send(requests, { 'client-request-id': 'mine' });
    expect(answers.map(({ status }) => status)).toEqual([404, 424, 424, 200]);
    expect(trail.filter((word) => word.startsWith('b ') || word.startsWith('c '))).toEqual([]);
    const [, refused] = answers;
    expect(refused?.headers).toMatchObject({ 'Content-Type': 'application/json', 'client-request-id': 'mine' });
    expect(asContract(ODataError, refused?.body).error).toMatchObject({
      code: 'FailedDependency',
      message: expect.stringContaining("'bad'"),
      innerError: { 'request-id': refused?.headers['request-id'], 'client-request-id': 'mine' },
    });
  });

  it('says so when a request was cut off, and goes on with the others', async () => {
    const answers = await send([get('1', '/solutions/gone'), toWork('a', '1'), toWork('b')]);
    expect(answers.map(({ status }) => status)).toEqual([503, 424, 200]);
    expect(asContract(ODataError, answers[0]?.body).error.code).toBe('serviceNotAvailable');
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'request of a batch was not answered' }));
  });

  it('sends each request for the caller of the batch, over its connection', async () => {
    const headers = { authorization: 'Bearer t', host: 'ferry.example:1', 'client-request-id': 'mine', prefer: 'x' };
    const own = { ConsistencyLevel: 'eventual', Host: 'evil', 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': 'x' };
    const [first, second] = await send(
      [
        { ...get('1', '/m/beta/solutions/who'), headers: own },
        { ...get('2', 'solutions/who'), headers: { 'client-request-id': 'own' } },
      ],
      headers,
    );
    const { prefer, ...kept } = headers;
    expect(prefer).toBe('x');
    expect(first?.body).toEqual({
      protocol: 'http',
      host: 'ferry.example:1',
      ip: '127.0.0.1',
      headers: expect.objectContaining({ ...kept, consistencylevel: 'eventual' }),
    });
    expect((first?.body as { headers: object }).headers).not.toHaveProperty('prefer');
    expect(second?.body).toMatchObject({ headers: { 'client-request-id': 'own' } });
  });

  it('believes nobody else who claims to come from elsewhere', async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil', 'x-forwarded-for': '1.2.3.4' };
    const answer = await server.inject({ url: '/beta/solutions/who', headers });
    expect(answer.json()).toMatchObject({ protocol: 'http', host: 'localhost:80', ip: '127.0.0.1' });
  });

  it('gives JSON as it is, text as a string, and anything else encoded', async () => {
    const odata = 'application/json;odata.metadata=minimal;charset=utf-8';
    const answers = await send([
      say(odata, JSON.stringify(HELLO)),
      say('application/problem+json', '[1]'),
      say('text/plain; charset=utf-8', '12 Grüße'),
      say('application/xml', '<a>?</a>'),
      say('application/octet-stream', ''),
    ]);
    expect(answers.map(({ body }) => body)).toEqual([HELLO, [1], '12 Grüße', 'PGE-PzwvYT4', undefined]);
    expect(answers[4]).not.toHaveProperty('body');
  });

  it('gives the headers that say something about the answer, spelled as clients look for them', async () => {
    const [answer] = await send([say('application/json', '{}')]);
    expect(answer?.headers).toEqual({
      'Content-Type': 'application/json; charset=utf-8',
      ETag: '"1"',
      'WWW-Authenticate': 'Bearer, Basic',
      'Retry-After': '7',
      'OData-Version': '4.0',
    });
  });

  it('leaves a line in the log for each request that was sent', async () => {
    await send([toWork('a'), toWork('bad'), toWork('c', 'bad')]);
    const seen = lines.map(({ method, route, status }) => [method, route, status]);
    expect(seen).toEqual([
      ['GET', '/beta/solutions/work/:name', 200],
      ['GET', '/beta/solutions/work/:name', 404],
      ['POST', '/beta/$batch', 200],
    ]);
  });

  it('sends nothing of a batch that is malformed', async () => {
    const payload = { requests: [toWork('a'), get('b', '//elsewhere')] };
    const answer = await server.inject({ method: 'POST', url: '/beta/$batch', payload });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(trail).toEqual([]);
  });
});
