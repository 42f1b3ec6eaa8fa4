import { exportSPKI, importJWK, SignJWT } from 'jose';
import { newKey, OidcServer } from '../../../test/support/oidc-server';
import { reasonOf } from '../../../test/support/verification';
import { IssuerTokenVerifier } from './issuer-token-verifier';

const TENANT = '22222222-2222-4222-8222-222222222222';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const AUDIENCE = 'api://ferry';

describe('IssuerTokenVerifier', () => {
  let server: OidcServer;

  beforeEach(async () => {
    server = await OidcServer.start();
  });
  afterEach(() => server.stop());

  const verifierOf = (path: string, audiences: readonly [string, ...string[]] = [AUDIENCE]) =>
    new IssuerTokenVerifier(server.address + path, { authAudiences: audiences }, { timeout: 200 });
  const sign = (path: string, claims: object = {}) =>
    server.sign({ iss: server.address + path, aud: AUDIENCE, tid: TENANT, azp: 'app', ...claims });

  describe('an issuer of one tenant', () => {
    it.each(['/realm', '/realm/', `/${TENANT}/v2.0`])(
      'accepts tokens of %s, named as it names itself',
      async (path) => {
        server.names = { '/realm': `${server.address}${path}` };
        const verifier = verifierOf(path);
        expect(await reasonOf(verifier.verify(await sign(path)))).toBe('accepted');
        expect(await reasonOf(verifier.verify(await sign(`${path}/`)))).toContain('iss');
      },
    );

    it('takes a slash at the end for a matter of writing in the settings, and not in a token', async () => {
      server.names = { '/realm': `${server.address}/realm/` };
      const verifier = verifierOf('/realm');
      expect(await reasonOf(verifier.verify(await sign('/realm/')))).toBe('accepted');
      expect(await reasonOf(verifier.verify(await sign('/realm')))).toContain('iss');
    });

    it.each([
      ['another issuer', { issuer: 'https://elsewhere.example' }],
      ['no issuer', { issuer: undefined }],
      ['no keys', { jwks_uri: undefined }],
      ['keys at an address that is none', { jwks_uri: 'keys' }],
      ['keys that anybody on the way could change', { jwks_uri: 'http://keys.example/keys' }],
    ])('trusts no discovery document with %s', async (_what, changes) => {
      server.changes = changes;
      expect(await reasonOf(verifierOf('/realm').verify(await sign('/realm')))).toBe('unavailable');
    });

    it('accepts each of its audiences, and no other', async () => {
      const verifier = verifierOf('/realm', [AUDIENCE, '6e74172b-be56-4843-9ff4-e66a39bb12e3']);
      const reason = async (aud: unknown) => reasonOf(verifier.verify(await sign('/realm', { aud })));
      expect(await reason(AUDIENCE)).toBe('accepted');
      expect(await reason('6e74172b-be56-4843-9ff4-e66a39bb12e3')).toBe('accepted');
      expect(await reason(['api://other', AUDIENCE])).toBe('accepted');
      expect(await reason('api://other')).toBe('The claim aud is not the expected one.');
      expect(await reason(null)).toBe('The claim aud is missing.');
    });

    it.each(['RS256', 'PS384', 'ES256', 'ES384', 'EdDSA'])('accepts a signature by %s', async (algorithm) => {
      server.keys = [await newKey('k', algorithm)];
      expect(await reasonOf(verifierOf('/realm').verify(await sign('/realm')))).toBe('accepted');
    });
  });

  describe('an issuer of many tenants', () => {
    it.each(['/{tenantid}/v2.0', '/{TenantId}/v2.0', '/common/v2.0', '/organizations/v2.0'])(
      'accepts a token of the issuer of its tenant for %s',
      async (path) => {
        const verifier = verifierOf(path);
        expect(await reasonOf(verifier.verify(await sign(`/${TENANT}/v2.0`)))).toBe('accepted');
        const other = await sign(`/${OTHER_TENANT}/v2.0`, { tid: OTHER_TENANT });
        expect(await reasonOf(verifier.verify(other))).toBe('accepted');
        expect(await reasonOf(verifier.verify(await sign(`/${OTHER_TENANT}/v2.0`)))).toContain('iss');
      },
    );

    it.each([[null], ['common'], ['{tenantid}'], [7]])('refuses a token whose tid is %j', async (tid) => {
      const token = await sign(`/${String(tid)}/v2.0`, { tid });
      expect(await reasonOf(verifierOf('/{tenantid}/v2.0').verify(token))).toBe('The claim tid is missing.');
    });

    it('does not take the document of one tenant for that of all', async () => {
      server.changes = { issuer: `${server.address}/common/v2.0` };
      const verified = verifierOf('/{tenantid}/v2.0').verify(await sign(`/${TENANT}/v2.0`));
      expect(await reasonOf(verified)).toBe('unavailable');
    });

    it('lets a key of one tenant sign for no other', async () => {
      const [mine, theirs] = [await newKey('mine'), await newKey('theirs')];
      server.keys = [
        { ...mine, issuer: `${server.address}/{tenantid}/v2.0` },
        { ...theirs, issuer: `${server.address}/${OTHER_TENANT}/v2.0` },
      ];
      const verifier = verifierOf('/{tenantid}/v2.0');
      const claims = (tid: string) => ({ iss: `${server.address}/${tid}/v2.0`, aud: AUDIENCE, tid });
      const reason = async (tid: string, key = mine) =>
        reasonOf(verifier.verify(await server.sign(claims(tid), {}, key)));
      expect(await reason(TENANT)).toBe('accepted');
      expect(await reason(OTHER_TENANT)).toBe('accepted');
      expect(await reason(OTHER_TENANT, theirs)).toBe('accepted');
      expect(await reason(TENANT, theirs)).toBe('The key that signed the token belongs to another issuer.');
    });
  });

  describe('Entra', () => {
    const cloud = () => ({ signIn: `${server.address}/login`, version1: `${server.address}/sts` });

    it.each([
      '/login/{tenantid}/v2.0',
      '/sts/{tenantid}/',
      `/login/${TENANT}/v2.0`,
      `/sts/${TENANT}`,
      '/login/organizations/v2.0',
    ])('accepts tokens of both versions when %s is configured, and signs in by version 2', async (path) => {
      server.names = {
        '/login/common': `${server.address}/sts/{tenantid}/`,
        '/login/organizations': `${server.address}/sts/{tenantid}/`,
        [`/login/${TENANT}`]: `${server.address}/sts/${TENANT}/`,
      };
      const config = { authAudiences: [AUDIENCE] } as const;
      const verifier = new IssuerTokenVerifier(server.address + path, config, {}, cloud());
      await verifier.endpoints();
      expect(server.requests).toEqual([expect.stringMatching(/^\/login\/[^/]+\/v2\.0\/\.well-known/)]);
      expect(await reasonOf(verifier.verify(await sign(`/sts/${TENANT}/`, { ver: '1.0' })))).toBe('accepted');
      expect(await reasonOf(verifier.verify(await sign(`/login/${TENANT}/v2.0`, { ver: '2.0' })))).toBe('accepted');
      expect(await reasonOf(verifier.verify(await sign(`/sts/${OTHER_TENANT}/`)))).toContain('iss');
      expect(await reasonOf(verifier.verify(await sign(`/login/${TENANT}`)))).toContain('iss');
    });
  });

  describe('a token that is no good', () => {
    it.each<[string, Record<string, unknown>, string]>([
      ['has expired', { exp: 1_600_000_000 }, 'The token has expired.'],
      ['never expires', { exp: null }, 'The claim exp is missing.'],
      ['is not valid yet', { nbf: 4_000_000_000 }, 'The claim nbf is not the expected one.'],
      ['is of another issuer', { iss: 'https://elsewhere.example' }, 'The claim iss is not the expected one.'],
      ['is of no issuer', { iss: null }, 'The claim iss is missing.'],
    ])('is refused when it %s', async (_what, claims, reason) => {
      expect(await reasonOf(verifierOf('/realm').verify(await sign('/realm', claims)))).toBe(reason);
    });

    it('is refused when the public key was taken for a secret', async () => {
      const [key] = server.keys;
      const publicKey = await importJWK(key?.publicJwk ?? {}, 'RS256', { extractable: true });
      const secret = new TextEncoder().encode(await exportSPKI(publicKey as CryptoKey));
      const forged = await new SignJWT({ iss: `${server.address}/realm`, aud: AUDIENCE, tid: TENANT })
        .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
        .setExpirationTime('1h')
        .sign(secret);
      expect(await reasonOf(verifierOf('/realm').verify(forged))).toBe('The signature algorithm is not accepted.');
    });

    it('is refused without a signature, and when it is no token at all, even while the issuer is down', async () => {
      server.behaviour = 'broken';
      const [, payload] = (await sign('/realm')).split('.');
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
      const verifier = verifierOf('/realm');
      expect(await reasonOf(verifier.verify(unsigned))).toBe('The signature algorithm is not accepted.');
      for (const rubbish of ['rubbish', 'a.b.c', `${unsigned}.x.y`, '..', 'ey.ey.ey']) {
        expect(await reasonOf(verifier.verify(rubbish))).toBe('The token is not a signed JWT.');
      }
      expect(server.requests).toEqual([]);
    });

    it('is refused when somebody else signed it under the name of a key that is known', async () => {
      const stranger = await newKey('key-1');
      const token = await server.sign({ iss: `${server.address}/realm`, aud: AUDIENCE }, {}, stranger);
      expect(await reasonOf(verifierOf('/realm').verify(token))).toBe('The signature is not valid.');
    });

    it('is refused when it does not say which of several keys signed it', async () => {
      server.keys = [await newKey('one'), await newKey('two')];
      const token = await server.sign({ iss: `${server.address}/realm`, aud: AUDIENCE }, { kid: undefined });
      expect(await reasonOf(verifierOf('/realm').verify(token))).toBe('The token does not say which key signed it.');
    });
  });
});
