import type { SignInSettings } from '@ferry/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { createHash, randomBytes } from 'node:crypto';
import { startEdge } from '../../../test/support/edge-app';

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const NORTHWIND = '33333333-3333-4333-8333-333333333333';
const CALLBACK = 'http://localhost:4711/callback';

describe('The development issuer', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startEdge();
  });
  afterAll(() => app.close());

  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');

  const authorize = (changes: Record<string, string | null> = {}, tenant = FABRIKAM) => {
    const asked = {
      client_id: 'ferry-console',
      redirect_uri: CALLBACK,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      scope: 'openid profile api://ferry/.default',
      state: 'a state',
      nonce: 'n-1',
      ...changes,
    };
    const given = Object.entries(asked).filter((entry): entry is [string, string] => entry[1] !== null);
    return app.inject({ url: `/${tenant}/oauth2/v2.0/authorize?${new URLSearchParams(given)}` });
  };

  /** Chooses somebody on the sign-in page, by the link that it shows. */
  const choose = async (upn: string, tenant = FABRIKAM, changes: Record<string, string | null> = {}) => {
    const page = await authorize(changes, tenant);
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&#38;', '&'));
    const chosen = links.find((link) => link.includes(encodeURIComponent(upn)));
    const answer = await app.inject({ url: chosen ?? '/none' });
    expect(answer.statusCode).toBe(302);
    return new URL(answer.headers.location ?? 'http://localhost/none');
  };

  const token = (form: Record<string, string>, headers: Record<string, string> = {}, tenant = FABRIKAM) =>
    app.inject({
      method: 'POST',
      url: `/${tenant}/oauth2/v2.0/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
    });

  const asApplication = (changes: Record<string, string> = {}) =>
    token({ grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox', ...changes });

  const redeem = (code: string | null, changes: Record<string, string> = {}, tenant = FABRIKAM) =>
    token(
      {
        grant_type: 'authorization_code',
        client_id: 'ferry-console',
        redirect_uri: CALLBACK,
        code: code ?? '',
        code_verifier: verifier,
        ...changes,
      },
      {},
      tenant,
    );

  it('tells a client how to sign in', async () => {
    const settings = (await app.inject({ url: '/api/v1/sign-in' })).json<SignInSettings>();
    expect(settings).toEqual({
      authorizationEndpoint: 'http://localhost:80/common/oauth2/v2.0/authorize',
      tokenEndpoint: 'http://localhost:80/common/oauth2/v2.0/token',
      clientId: 'ferry-console',
      scope: 'openid profile api://ferry/.default',
      sandbox: true,
    });
  });

  it('is discovered, and its keys verify its tokens', async () => {
    const document = (await app.inject({ url: `/${FABRIKAM}/v2.0/.well-known/openid-configuration` })).json();
    expect(document).toMatchObject({
      issuer: `http://localhost:80/${FABRIKAM}/v2.0`,
      token_endpoint: `http://localhost:80/${FABRIKAM}/oauth2/v2.0/token`,
      code_challenge_methods_supported: ['S256'],
    });
    const keys = (await app.inject({ url: new URL(document.jwks_uri).pathname })).json<JSONWebKeySet>();
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const granted = (
      await token({ grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'sandbox' })
    ).json();
    const { payload } = await jwtVerify(granted.access_token, createLocalJWKSet(keys), {
      issuer: document.issuer,
      audience: 'api://ferry',
    });
    expect(payload).toMatchObject({
      tid: FABRIKAM,
      ver: '2.0',
      idtyp: 'app',
      azp: 'ferry-admin',
      appid: 'ferry-admin',
      roles: ['CrossTenantContentMigration.ReadWrite.All'],
    });
    expect(payload.exp! - payload.iat!).toBe(3_600);
  });

  it('names the issuer of every tenant at once under common', async () => {
    const document = (await app.inject({ url: '/common/v2.0/.well-known/openid-configuration' })).json();
    expect(document.issuer).toBe('http://localhost:80/{tenantid}/v2.0');
  });

  it('lets an application in by the Basic scheme, and forbids to store the answer', async () => {
    const basic = { authorization: `Basic ${Buffer.from('ferry-reader:sandbox').toString('base64')}` };
    const answer = await token({ grant_type: 'client_credentials' }, basic, NORTHWIND);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(decodeJwt(answer.json().access_token)).toMatchObject({
      tid: NORTHWIND,
      roles: ['CrossTenantContentMigration.Read.All'],
    });
  });

  it('lets somebody choose who they are, and gives a token for them', async () => {
    const page = await authorize();
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.body).toContain('admin@fabrikam.example');
    expect(page.body).not.toContain('northwind.example');
    const back = await choose('admin@fabrikam.example');
    expect(back.origin + back.pathname).toBe(CALLBACK);
    expect(back.searchParams.get('state')).toBe('a state');
    const granted = (await redeem(back.searchParams.get('code'))).json();
    expect(decodeJwt(granted.access_token)).toMatchObject({
      iss: `http://localhost:80/${FABRIKAM}/v2.0`,
      upn: 'admin@fabrikam.example',
      scp: 'CrossTenantContentMigration.ReadWrite.All',
      wids: ['8c8b803f-96e1-4129-9349-20738d9f9652'],
      azp: 'ferry-console',
    });
    expect(decodeJwt(granted.id_token)).toMatchObject({ aud: 'ferry-console', nonce: 'n-1', tid: FABRIKAM });
  });

  it('takes the tenant from whoever signs in under common', async () => {
    const back = await choose('reader@northwind.example', 'common');
    const granted = (await redeem(back.searchParams.get('code'), {}, 'common')).json();
    expect(decodeJwt(granted.access_token)).toMatchObject({
      iss: `http://localhost:80/${NORTHWIND}/v2.0`,
      tid: NORTHWIND,
      scp: 'CrossTenantContentMigration.Read.All',
    });
  });

  it('redeems a code once', async () => {
    const code = (await choose('admin@fabrikam.example')).searchParams.get('code');
    expect((await redeem(code)).statusCode).toBe(200);
    const again = await redeem(code);
    expect(again.statusCode).toBe(400);
    expect(again.json()).toEqual({ error: 'invalid_grant', error_description: expect.stringContaining('used before') });
  });

  it.each([
    [{ code_verifier: 'x'.repeat(43) }, 'code_verifier'],
    [{ redirect_uri: 'http://localhost:1/other' }, 'redirect_uri'],
    [{ client_id: 'ferry-admin' }, 'another client'],
    [{ code: 'made-up' }, 'not valid'],
  ])('redeems no code for %j', async (changes, reason) => {
    const code = (await choose('admin@fabrikam.example')).searchParams.get('code');
    const answer = await redeem(code, changes as Record<string, string>);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({ error: 'invalid_grant', error_description: expect.stringContaining(reason) });
  });

  it.each([
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ response_mode: 'fragment' }, 'invalid_request'],
    [{ code_challenge: null }, 'invalid_request'],
    [{ code_challenge_method: 'plain' }, 'invalid_request'],
    [{ scope: 'openid https://vault.azure.net/.default' }, 'invalid_scope'],
    [{ resource: 'https://vault.azure.net' }, 'invalid_target'],
  ])('sends a client back that asks with %j', async (changes, error) => {
    const back = new URL((await authorize(changes)).headers.location ?? '');
    expect(back.origin + back.pathname).toBe(CALLBACK);
    expect(back.searchParams.get('error')).toBe(error);
    expect(back.searchParams.get('state')).toBe('a state');
  });

  it.each<Record<string, string | null>>([
    { redirect_uri: 'https://elsewhere.example/callback' },
    { redirect_uri: 'http://localhost.elsewhere.example/' },
    { redirect_uri: 'javascript:alert(1)' },
    { redirect_uri: 'http://localhost:4711/callback#x' },
    { redirect_uri: null },
    { client_id: 'somebody' },
  ])('sends nobody to %j', async (changes) => {
    const answer = await authorize(changes);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it.each([
    [{}, 400, 'invalid_request'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ grant_type: 'client_credentials' }, 400, 'invalid_request'],
    [{ grant_type: 'client_credentials', client_id: 'ferry-admin', client_secret: 'x' }, 401, 'invalid_client'],
    [{ grant_type: 'client_credentials', client_id: 'nobody', client_secret: 'sandbox' }, 401, 'invalid_client'],
    [{ grant_type: 'authorization_code', client_id: 'ferry-console' }, 400, 'invalid_request'],
  ])('refuses %j in the form of OAuth', async (form, status, error) => {
    const answer = await token(form as Record<string, string>);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error, error_description: expect.any(String) });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it.each([
    [{ scope: 'https://vault.azure.net/.default' }, 'invalid_scope'],
    [{ scope: 'api://other/.default' }, 'invalid_scope'],
    [{ resource: 'https://vault.azure.net' }, 'invalid_target'],
  ])('gives an application no token for %j', async (changes, error) => {
    const answer = await asApplication(changes as Record<string, string>);
    expect([answer.statusCode, answer.json().error]).toEqual([400, error]);
  });

  it.each<Record<string, string>>([
    {},
    { scope: 'api://ferry/.default' },
    { scope: 'https://graph.microsoft.com/.default' },
    { resource: 'https://graph.microsoft.com' },
  ])('gives an application a token for us when it asks with %j', async (changes) => {
    const answer = await asApplication(changes);
    expect(answer.statusCode).toBe(200);
    expect(decodeJwt(answer.json().access_token).aud).toBe('api://ferry');
  });

  it('gives a person no more than was asked for, and no more than they have', async () => {
    const granted = async (upn: string, scope: string) => {
      const code = (await choose(upn, FABRIKAM, { scope })).searchParams.get('code');
      const answer = (await redeem(code)).json();
      return [decodeJwt(answer.access_token)['scp'], answer.scope];
    };
    const [read, readWrite] = ['CrossTenantContentMigration.Read.All', 'CrossTenantContentMigration.ReadWrite.All'];
    expect(await granted('admin@fabrikam.example', `openid api://ferry/${read}`)).toEqual([
      read,
      `openid api://ferry/${read}`,
    ]);
    expect(await granted('reader@fabrikam.example', `${readWrite} ${read}`)).toEqual([read, read]);
    expect(await granted('admin@fabrikam.example', 'openid')).toEqual([readWrite, 'openid']);
  });

  it('redeems no code for another scope', async () => {
    const code = (await choose('admin@fabrikam.example')).searchParams.get('code');
    expect((await redeem(code, { scope: 'api://other/.default' })).json().error).toBe('invalid_scope');
    expect((await redeem(code, { scope: 'api://ferry/.default openid' })).statusCode).toBe(200);
  });

  it('tells a client of the Basic scheme that it may try again', async () => {
    const basic = { authorization: `Basic ${Buffer.from('ferry-admin:wrong').toString('base64')}` };
    const answer = await token({ grant_type: 'client_credentials' }, basic);
    expect(answer.headers['www-authenticate']).toBe('Basic realm="ferry"');
  });

  it('has no issuer for a tenant that does not exist', async () => {
    const url = '/44444444-4444-4444-8444-444444444444/v2.0/.well-known/openid-configuration';
    expect((await app.inject({ url })).statusCode).toBe(404);
  });

  it('answers under no name but that of this machine', async () => {
    const answer = await app.inject({
      url: `/${FABRIKAM}/v2.0/.well-known/openid-configuration`,
      headers: { host: 'rebound.example' },
    });
    expect(answer.statusCode).toBe(400);
  });
});
