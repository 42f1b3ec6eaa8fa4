import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { request as sendRequest } from 'node:http';
import { startEdge } from '../../test/support/edge-app';
import { newKey, OidcServer } from '../../test/support/oidc-server';
import type { Caller } from './caller';
import { CurrentCaller, RequireWrite } from './current-caller';

const TENANT = '22222222-2222-4222-8222-222222222222';
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const MIGRATION_ADMINISTRATOR = '8c8b803f-96e1-4129-9349-20738d9f9652';
const READ = 'CrossTenantContentMigration.Read.All';
const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';

/** One challenge, each parameter in quotes and of the characters that may stand there (RFC 6750, section 3). */
const CHALLENGE = /^Bearer (?:[a-z_]+="[\x20\x21\x23-\x5b\x5d-\x7e]*"(?:, (?=[a-z])|$))+$/;

@Controller('api/v1/probe')
class ProbeController {
  @Get()
  read(@CurrentCaller() caller: Caller): Caller {
    return caller;
  }

  @Post()
  @RequireWrite()
  write(): object {
    return {};
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('BearerAuthentication, with an issuer of somebody else', () => {
  let server: OidcServer;
  const apps: NestFastifyApplication[] = [];

  beforeEach(async () => {
    server = await OidcServer.start();
  });
  afterEach(async () => {
    for (const app of apps.splice(0)) await app.close();
    await server.stop();
  });

  const start = async (settings: Record<string, string> = {}) => {
    const FERRY_AUTH_ISSUER = `${server.address}/{tenantid}/v2.0`;
    const app = await startEdge([ProbeModule], { FERRY_AUTH_ISSUER, ...settings });
    apps.push(app);
    return app;
  };
  const claims = (changes: object = {}) => ({
    iss: `${server.address}/${TENANT}/v2.0`,
    aud: 'api://ferry',
    tid: TENANT,
    azp: 'reporting',
    roles: [READ],
    ...changes,
  });
  const ask = (app: NestFastifyApplication, authorization?: string, method: 'GET' | 'POST' = 'GET') =>
    app.inject({ method, url: '/api/v1/probe', headers: authorization === undefined ? {} : { authorization } });
  const askWith = async (app: NestFastifyApplication, changes: object, method: 'GET' | 'POST' = 'GET') =>
    ask(app, `Bearer ${await server.sign(claims(changes))}`, method);

  it('knows whom a token speaks for, and asks the issuer once', async () => {
    const app = await start();
    for (let time = 0; time < 3; time++) {
      expect((await askWith(app, {})).json()).toMatchObject({
        tenantId: TENANT,
        actor: 'reporting',
        kind: 'application',
      });
    }
    expect(server.requests).toHaveLength(2);
  });

  it('lets nobody write who may only read, and no person without their role', async () => {
    const app = await start();
    const person = {
      azp: 'console',
      sub: 's',
      upn: 'ann@fabrikam.example',
      roles: undefined,
      wids: [MIGRATION_ADMINISTRATOR],
    };
    const statuses = async (changes: object) => [
      (await askWith(app, changes)).statusCode,
      (await askWith(app, changes, 'POST')).statusCode,
    ];
    expect(await statuses({})).toEqual([200, 403]);
    expect(await statuses({ roles: [READ_WRITE] })).toEqual([200, 201]);
    expect(await statuses({ roles: ['Mail.Read'] })).toEqual([403, 403]);
    expect(await statuses({ ...person, scp: READ })).toEqual([200, 403]);
    expect(await statuses({ ...person, scp: READ_WRITE })).toEqual([200, 201]);
    expect(await statuses({ ...person, scp: READ_WRITE, wids: [] })).toEqual([403, 403]);
    expect(await statuses({ ...person, scp: 'openid', roles: [READ_WRITE] })).toEqual([403, 403]);
  });

  it('takes callers of an issuer without tenants for those of the tenant in the settings', async () => {
    const settings = { FERRY_AUTH_ISSUER: `${server.address}/realm`, FERRY_AUTH_TENANT: OTHER_TENANT };
    const app = await start(settings);
    const token = { iss: `${server.address}/realm`, tid: undefined, azp: undefined, client_id: 'reporting' };
    expect((await askWith(app, token)).json()).toMatchObject({ tenantId: OTHER_TENANT, actor: 'reporting' });
    expect((await askWith(await start({ ...settings, FERRY_AUTH_TENANT: '' }), token)).statusCode).toBe(401);
  });

  it.each<[string, object]>([
    ['has expired', { exp: 1_600_000_000 }],
    ['is not valid yet', { nbf: 4_000_000_000 }],
    ['is of another issuer', { iss: 'https://elsewhere.example/v2.0' }],
    ['is of the issuer of another tenant', { iss: `https://elsewhere.example/${OTHER_TENANT}/v2.0` }],
    ['says another tenant than its issuer', { tid: OTHER_TENANT }],
    ['is for another audience', { aud: 'api://other' }],
    ['says nothing about who it is for', { azp: undefined }],
    ['is too long', { groups: 'x'.repeat(15_000) }],
    ['has quotes and more in its claims', { aud: 'api://"ferry", error="none\\', iss: 'https://lögin.example/"' }],
  ])('refuses a token that %s, in one challenge', async (_what, changes) => {
    const app = await start();
    const answer = await askWith(app, changes);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
    expect(answer.headers['www-authenticate']).toMatch(CHALLENGE);
    expect(answer.headers['www-authenticate']).toContain(`authorization_uri="${server.address}/authorize"`);
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token", error_description="');
  });

  it('refuses a token that nobody signed, a stranger, or the public key itself', async () => {
    const app = await start();
    const stranger = await server.sign(claims(), {}, await newKey('stranger'));
    const [, payload = ''] = stranger.split('.');
    const withHeader = (header: object, signature: string) =>
      `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}.${signature}`;
    for (const token of [
      stranger,
      withHeader({ alg: 'none' }, ''),
      withHeader({ alg: 'HS256', kid: 'key-1' }, 'AAAA'),
    ]) {
      const answer = await ask(app, `Bearer ${token}`);
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, expect.stringMatching(CHALLENGE)]);
    }
  });

  it.each([undefined, '', 'Bearer', 'Bearer a b', 'Basic YTpi', 'Negotiate YTpi'])(
    'asks for a token when given %j',
    async (given) => {
      const answer = await ask(await start(), given);
      expect([answer.statusCode, answer.json().error.message]).toEqual([401, 'Access token is empty.']);
      expect(answer.headers['www-authenticate']).toMatch(CHALLENGE);
      expect(answer.headers['www-authenticate']).not.toContain('error=');
    },
  );

  it('refuses two tokens at once, of which somebody might have verified the other', async () => {
    const app = await start();
    await app.listen(0, '127.0.0.1');
    const good = `Bearer ${await server.sign(claims())}`;
    const statusOf = (...authorizations: string[]) =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = ['Host', 'localhost', ...authorizations.flatMap((one) => ['Authorization', one])];
        const sent = sendRequest(`${address}/api/v1/probe`, { headers, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.on('error', reject).end();
      });
    const address = await app.getUrl();
    expect(await statusOf(good)).toBe(200);
    expect(await statusOf(good, good)).toBe(401);
    expect(await statusOf(good, 'Basic YTpi')).toBe(401);
  });

  it('writes a challenge that can be read, whatever the settings and the issuer say', async () => {
    const app = await start({ FERRY_AUTH_AUDIENCE: 'api://"fähre"\\' });
    server.changes = { authorization_endpoint: `${server.address}/authorize?a="b"&c=ä` };
    for (const authorization of [undefined, 'Bearer rubbish']) {
      const answer = await ask(app, authorization);
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, expect.stringMatching(CHALLENGE)]);
    }
  });

  it('says 503 and when to come back while the issuer is down, and 401 to whoever has no token', async () => {
    const app = await start();
    server.behaviour = 'broken';
    const answer = await askWith(app, {});
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({ error: { code: 'serviceNotAvailable' } });
    const refused = await ask(app);
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, expect.stringMatching(CHALLENGE)]);
  });

  it('sends the console to the issuer, and serves no issuer of its own', async () => {
    const app = await start({ FERRY_AUTH_CLIENT_ID: 'console-id', FERRY_AUTH_AUDIENCE: 'api://ferry, the-client-id' });
    expect((await app.inject({ url: '/api/v1/sign-in' })).json()).toEqual({
      authorizationEndpoint: `${server.address}/authorize`,
      tokenEndpoint: `${server.address}/token`,
      clientId: 'console-id',
      scope: 'openid profile api://ferry/.default',
      sandbox: false,
    });
    expect((await app.inject({ url: `/${TENANT}/discovery/v2.0/keys` })).statusCode).toBe(404);
    const page = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ${server.address};`);
  });
});
