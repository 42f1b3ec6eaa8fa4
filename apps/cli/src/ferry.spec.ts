import { runFerry } from './testing/run-ferry';
import { ServicePeer } from './testing/service-peer';

const LIST = 'GET /v1.0/solutions/migrations/crossTenantMigrationJobs';
const TENANT = '33333333-3333-4333-8333-333333333333';

const peer = new ServicePeer();
beforeAll(async () => {
  await peer.start();
  peer.on(LIST, 200, { value: [] });
});
afterAll(() => peer.stop());
beforeEach(() => {
  peer.seen.length = 0;
});

describe('ferry', () => {
  it('prints its commands and options when asked', async () => {
    const { code, out } = await runFerry(['--help']);
    expect(code).toBe(0);
    expect(out).toContain('jobs watch <id-or-name>');
    expect(out).toContain('FERRY_SERVER');
  });

  it.each([
    ['no command', []],
    ['an unknown command', ['jobs', 'explode']],
    ['an unknown option', ['jobs', 'list', '--colour']],
    ['an option of another command', ['jobs', 'get', 'Wave 1', '-f', 'body.json']],
    ['an option without its value', ['jobs', 'list', '--server']],
    ['a job without a name', ['jobs', 'get']],
    ['a job with an empty name', ['jobs', 'delete', '']],
    ['a name without quotes', ['jobs', 'get', 'Wave', '1']],
    ['a name where none belongs', ['jobs', 'list', 'Wave 1']],
    ['a server that is no address', ['jobs', 'list', '--server', 'localhost:3000']],
  ])('ends with 2 and sends nothing for %s', async (_case, args) => {
    const { code, out, err } = await runFerry(args, { FERRY_SERVER: peer.url });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^ferry: usage: .+\nSee ferry --help\.$/);
    expect(peer.seen).toEqual([]);
  });

  it('asks for a token as the application that was named, and calls with it', async () => {
    const args = ['jobs', 'list', '--tenant', TENANT, '--client-id', 'ferry-reader'];
    expect(await runFerry(args, { FERRY_SERVER: peer.url })).toMatchObject({ code: 0, out: 'There are no jobs.' });
    const [token, list] = peer.seen;
    expect(token?.path).toBe(`/${TENANT}/oauth2/v2.0/token`);
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
      grant_type: 'client_credentials',
      client_id: 'ferry-reader',
      client_secret: 'sandbox',
      scope: 'api://ferry/.default',
    });
    expect(list?.authorization).toMatch(/^Bearer token-\d+$/);
  });

  it('takes a token that it is given, and an option before a variable', async () => {
    const environment = { FERRY_SERVER: 'http://127.0.0.1:1', FERRY_TOKEN: 'from-elsewhere\n' };
    const { code } = await runFerry(['jobs', 'list', '--server', peer.url], environment);
    expect(code).toBe(0);
    expect(peer.seen.map(({ authorization }) => authorization)).toEqual(['Bearer from-elsewhere']);
  });

  it('says what the issuer says to a wrong secret, and never the secret', async () => {
    const environment = { FERRY_SERVER: peer.url, FERRY_CLIENT_SECRET: 'guessed' };
    const { code, err } = await runFerry(['jobs', 'list'], environment);
    expect({ code, err }).toEqual({ code: 1, err: 'ferry: invalid_client: The secret is wrong.' });
  });

  it('says that nothing answers, and why', async () => {
    const gone = new ServicePeer();
    await gone.start();
    const { url } = gone;
    await gone.stop();
    const { code, err } = await runFerry(['jobs', 'list', '--server', url]);
    expect(code).toBe(1);
    expect(err).toBe(`ferry: noAnswer: No answer from ${url} (ECONNREFUSED). Does the service run there?`);
  });
});
