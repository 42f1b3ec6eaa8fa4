import { API_ROUTES, ConnectionTest, Workload } from '@ferry/contracts';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { serverCertificate } from '../src/tls/server-certificate';
import { readConfig } from '../src/config/config';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const PASSWORD = 'a password that nobody may see';

describe('The test of a connection', () => {
  let api: TestApi;
  let plain: Server;
  let tls: Server;
  let folder: string;
  const sockets: Socket[] = [];

  beforeAll(async () => {
    api = await TestApi.start();
    plain = createServer((socket) => socket.on('error', () => undefined).end('* OK ready\r\n'));
    folder = mkdtempSync(join(tmpdir(), 'ferry-tls-'));
    const { cert, key } = await serverCertificate(readConfig({ FERRY_DATA_DIR: folder }), new Date());
    tls = createTlsServer({ cert, key }, (socket) => socket.on('error', () => undefined));
    tls.on('tlsClientError', () => undefined);
    for (const server of [plain, tls]) server.on('connection', (socket) => sockets.push(socket));
    for (const server of [plain, tls]) await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const people = [{ id: fabrikamPerson(1), sourcePassword: PASSWORD, sourceLogin: 'ann' }];
    const headers = { 'content-type': 'application/json' };
    await api.post(`/${API_ROUTES.peopleImport(FABRIKAM_ID)}`, { body: JSON.stringify(people), headers });
    await api.post(`/${API_ROUTES.tenantEndpoints(FABRIKAM_ID)}`, {
      body: { name: 'tried', sourceTenantId: CONTOSO_ID },
    });
  });
  afterAll(async () => {
    await api.destroy();
    for (const socket of sockets) socket.destroy();
    for (const server of [plain, tls]) await new Promise((closed) => server.close(closed));
    rmSync(folder, { recursive: true });
  });

  const portOf = (server: Server) => (server.address() as AddressInfo).port;
  /** Registers a connection at the endpoint and tries it. */
  const tried = async (more: object, number = 1): Promise<ConnectionTest> => {
    const auth = { kind: 'password' };
    const exchange = { protocol: 'imap', host: '127.0.0.1', port: 1, security: 'tls', auth, ...more };
    const one = API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'tried');
    const changed = await api.patch(`/${one}`, { body: { services: { Exchange: exchange } } });
    if (changed.statusCode !== 200) throw new Error(changed.body);
    const body = { personId: fabrikamPerson(number) };
    const answer = await api.post(`/${API_ROUTES.tenantEndpointTest(FABRIKAM_ID, 'tried')}`, { body });
    expect(answer.body).not.toContain(PASSWORD);
    return asContract(ConnectionTest, answer.json());
  };
  const shown = ({ steps }: ConnectionTest) => steps.map(({ step, ok }) => `${step} ${ok ? 'works' : 'fails'}`);

  it('says that a tenant of the sandbox needs no connection', async () => {
    const body = { personId: fabrikamPerson(1) };
    const answer = await api.post(`/${API_ROUTES.tenantServiceTest(FABRIKAM_ID, Workload.Teams)}`, { body });
    expect(asContract(ConnectionTest, answer.json())).toMatchObject({ ok: true, steps: [{ step: 'credentials' }] });
    const source = await api.post(`/${API_ROUTES.tenantServiceTest(CONTOSO_ID, Workload.Exchange)}`, { body });
    expect(asContract(ConnectionTest, source.json()).ok).toBe(true);
    const unknown = await api.post(`/api/v1/tenants/${FABRIKAM_ID}/services/Mail:test`, { body });
    expect(unknown.statusCode).toBe(400);
  });

  it('reaches a port, step by step', async () => {
    const test = await tried({ port: portOf(plain), security: 'starttls' });
    expect([test.ok, shown(test)]).toEqual([
      false,
      ['credentials works', 'host works', 'connect works', 'greeting works', 'tls fails'],
    ]);
    expect(test.steps[0]?.detail).toContain('ann');
    expect(test.steps[2]?.detail).toContain('127.0.0.1');
  });

  it('says what is missing of the person', async () => {
    const test = await tried({ port: portOf(plain) }, 2);
    expect([test.ok, shown(test)]).toEqual([false, ['credentials fails']]);
    expect(test.steps[0]?.remedy).toContain('sourcePassword');
  });

  it('says that nothing listens on a port', async () => {
    const { steps } = await tried({ port: 1 });
    expect(steps.at(-1)).toMatchObject({ step: 'connect', ok: false, remedy: expect.any(String) });
  });

  it('says that a name leads nowhere', async () => {
    const { steps } = await tried({ host: 'nowhere.invalid' });
    expect(steps.at(-1)).toMatchObject({ step: 'host', ok: false });
  });

  it('says that a certificate is not trusted, and that a port speaks no TLS', async () => {
    const untrusted = await tried({ port: portOf(tls) });
    expect(shown(untrusted)).toEqual(['credentials works', 'host works', 'connect works', 'tls fails']);
    expect(untrusted.steps[3]?.remedy).toContain('certificate');
    const wrong = await tried({ port: portOf(plain) });
    expect(wrong.steps.at(-1)).toMatchObject({ step: 'tls', ok: false });
  });

  it('is told step by step to whoever asks for events, with the answer at the end', async () => {
    const auth = { kind: 'password' };
    const exchange = { protocol: 'imap', host: '127.0.0.1', port: portOf(plain), security: 'starttls', auth };
    const body = { services: { Exchange: exchange } };
    await api.patch(`/${API_ROUTES.tenantEndpoint(FABRIKAM_ID, 'tried')}`, { body });
    const followed = await api.post(`/${API_ROUTES.tenantEndpointTest(FABRIKAM_ID, 'tried')}`, {
      body: { personId: fabrikamPerson(1) },
      headers: { accept: 'text/event-stream' },
    });
    expect([followed.statusCode, followed.headers['content-type']]).toEqual([200, 'text/event-stream']);
    expect(followed.body).not.toContain(PASSWORD);
    const events = eventsOf(followed.body);
    const steps = ['credentials', 'host', 'connect', 'greeting', 'tls'];
    expect(events.map(({ type }) => type)).toEqual([...steps.flatMap(() => ['begin', 'step']), 'result']);
    expect(events.filter(({ type }) => type === 'begin').map(({ data }) => data)).toEqual(
      steps.map((step) => ({ step })),
    );
    const result = asContract(ConnectionTest, events.at(-1)?.data);
    expect(events.filter(({ type }) => type === 'step').map(({ data }) => data)).toEqual(result.steps);
    expect([result.ok, result.steps.at(-1)?.ok]).toEqual([false, false]);
  });

  it('is refused before any event is sent', async () => {
    const nobody = await api.post(`/${API_ROUTES.tenantServiceTest(FABRIKAM_ID, Workload.Exchange)}`, {
      body: { personId: '99999999-0000-4000-8000-000000000001' },
      headers: { accept: 'text/event-stream' },
    });
    expect([nobody.statusCode, nobody.headers['content-type']]).toEqual([404, expect.stringContaining('json')]);
  });

  it('is for people and endpoints that are there', async () => {
    const body = { personId: '99999999-0000-4000-8000-000000000001' };
    const nobody = await api.post(`/${API_ROUTES.tenantEndpointTest(FABRIKAM_ID, 'tried')}`, { body });
    expect(nobody.statusCode).toBe(404);
    const nothing = await api.post(`/${API_ROUTES.tenantEndpointTest(FABRIKAM_ID, 'untried')}`, {
      body: { personId: fabrikamPerson(1) },
    });
    expect(nothing.statusCode).toBe(404);
  });
});

/** The events of a stream that has ended. */
function eventsOf(text: string): { readonly type: string; readonly data: unknown }[] {
  const blocks = text.split('\n\n').filter((block) => block.includes('data:'));
  return blocks.map((block) => ({
    type: /^event: ?(.*)$/m.exec(block)?.[1] ?? 'message',
    data: JSON.parse(/^data: ?(.*)$/m.exec(block)?.[1] ?? 'null') as unknown,
  }));
}
