import { newKey, OidcServer } from '../../../test/support/oidc-server';
import { reasonOf } from '../../../test/support/verification';
import { IssuerTokenVerifier } from './issuer-token-verifier';

const TENANT = '22222222-2222-4222-8222-222222222222';
const AUDIENCE = 'api://ferry';

describe('RemoteDocument, as issuers are asked for', () => {
  let server: OidcServer;

  beforeEach(async () => {
    server = await OidcServer.start();
    // Only the date is moved: sockets and their timeouts live in real time.
    jest.useFakeTimers({
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await server.stop();
  });

  const pass = (seconds: number) => jest.setSystemTime(Date.now() + seconds * 1_000);
  const verifierOf = (path: string) =>
    new IssuerTokenVerifier(server.address + path, { authAudiences: [AUDIENCE] }, { timeout: 200 });
  const sign = (path: string, claims: object = {}) =>
    server.sign({ iss: server.address + path, aud: AUDIENCE, tid: TENANT, azp: 'app', ...claims });

  it('asks once for the document and once for the keys, however many tokens come at once', async () => {
    const verifier = verifierOf('/realm');
    const token = await sign('/realm');
    await Promise.all(Array.from({ length: 20 }, () => verifier.verify(token)));
    pass(599);
    await verifier.verify(token);
    expect(server.requests).toEqual(['/realm/.well-known/openid-configuration', '/keys']);
  });

  it('finds a key that was changed, and asks for unknown ones once in half a minute', async () => {
    const verifier = verifierOf('/realm');
    await verifier.verify(await sign('/realm'));
    pass(31);
    await server.rotate('key-2');
    expect(await reasonOf(verifier.verify(await sign('/realm')))).toBe('accepted');
    expect(server.count('/keys')).toBe(2);
    const stranger = await newKey('nobody-knows');
    const unknown = await server.sign({ iss: `${server.address}/realm`, aud: AUDIENCE }, {}, stranger);
    const refusals = await Promise.all(Array.from({ length: 10 }, () => reasonOf(verifier.verify(unknown))));
    expect(new Set(refusals)).toEqual(new Set(['The key that signed the token is unknown.']));
    expect(server.count('/keys')).toBe(2);
    pass(31);
    await Promise.all(Array.from({ length: 10 }, () => reasonOf(verifier.verify(unknown))));
    expect(server.count('/keys')).toBe(3);
  });

  it('drops a key that the issuer has dropped, ten minutes later', async () => {
    const verifier = verifierOf('/realm');
    const token = await sign('/realm');
    await verifier.verify(token);
    await server.rotate('key-2');
    expect(await reasonOf(verifier.verify(token))).toBe('accepted');
    pass(601);
    expect(await reasonOf(verifier.verify(token))).toBe('The key that signed the token is unknown.');
  });

  it.each(['broken', 'rubbish', 'hanging'] as const)(
    'asks a %s issuer once in a few seconds, and finds it when it is back',
    async (behaviour) => {
      const verifier = verifierOf('/realm');
      const token = await sign('/realm');
      server.behaviour = behaviour;
      const reasons = await Promise.all(Array.from({ length: 10 }, () => reasonOf(verifier.verify(token))));
      expect(new Set(reasons)).toEqual(new Set(['unavailable']));
      expect(await reasonOf(verifier.verify(token))).toBe('unavailable');
      expect(server.requests).toHaveLength(1);
      pass(6);
      expect(await reasonOf(verifier.verify(token))).toBe('unavailable');
      expect(server.requests).toHaveLength(2);
      server.behaviour = 'fine';
      pass(6);
      expect(await reasonOf(verifier.verify(token))).toBe('accepted');
    },
  );

  it('asks for keys that could not be read once in a few seconds', async () => {
    const verifier = verifierOf('/realm');
    const token = await sign('/realm');
    await verifier.endpoints();
    server.behaviour = 'broken';
    for (let request = 0; request < 5; request++) expect(await reasonOf(verifier.verify(token))).toBe('unavailable');
    expect(server.count('/keys')).toBe(1);
    server.behaviour = 'fine';
    pass(6);
    expect(await reasonOf(verifier.verify(token))).toBe('accepted');
  });

  it.each(['broken', 'hanging'] as const)(
    'goes on with the keys that it has while the issuer is %s',
    async (behaviour) => {
      const verifier = verifierOf('/realm');
      const token = (seconds: number) => sign('/realm', { exp: Math.floor(Date.now() / 1_000) + seconds });
      await verifier.verify(await token(60));
      server.behaviour = behaviour;
      pass(86_401);
      const before = server.requests.length;
      for (let request = 0; request < 5; request++) {
        expect(await reasonOf(verifier.verify(await token(60)))).toBe('accepted');
      }
      expect(server.requests.length - before).toBe(2);
      server.behaviour = 'fine';
      await server.rotate('key-2');
      pass(31);
      expect(await reasonOf(verifier.verify(await token(60)))).toBe('accepted');
    },
  );

  it('says that the issuer is not there when only a key that it does not have could tell', async () => {
    const verifier = verifierOf('/realm');
    await verifier.verify(await sign('/realm'));
    pass(31);
    await server.rotate('key-2');
    server.behaviour = 'broken';
    const token = await sign('/realm');
    for (let request = 0; request < 5; request++) expect(await reasonOf(verifier.verify(token))).toBe('unavailable');
    expect(server.count('/keys')).toBe(2);
  });
});
