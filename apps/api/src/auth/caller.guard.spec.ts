import { Controller, Get, Module, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { applicationToken, startEdge } from '../../test/support/edge-app';
import type { Caller } from './caller';
import { CurrentCaller, Public, RequireWrite } from './current-caller';
import { SigningKey } from './development-issuer/signing-key';

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

  @Public()
  @Get('open')
  open(): object {
    return {};
  }
}

@Module({ controllers: [ProbeController] })
class ProbeModule {}

const FABRIKAM = '22222222-2222-4222-8222-222222222222';
const READ_WRITE = 'CrossTenantContentMigration.ReadWrite.All';

describe('CallerGuard', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await startEdge([ProbeModule]);
  });
  afterAll(() => app.close());

  const request = (method: 'GET' | 'POST', authorization?: string) =>
    app.inject({
      method,
      url: '/api/v1/probe',
      ...(authorization === undefined ? {} : { headers: { authorization } }),
    });

  /** A token like the issuer's own, but for some claims. */
  const signed = async (changes: JWTPayload, key = app.get(SigningKey).privateKey): Promise<string> => {
    const claims = { ...decodeJwt(await applicationToken(app)), ...changes };
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key);
  };

  it('tells a handler who calls', async () => {
    const token = await applicationToken(app);
    const answer = await request('GET', `bearer ${token}`);
    expect(answer.json()).toEqual({
      tenantId: FABRIKAM,
      actor: 'ferry-admin',
      displayName: 'Ferry administration',
      kind: 'application',
      permissions: [READ_WRITE],
      canRead: true,
      canWrite: true,
      expiresAt: new Date((decodeJwt(token).exp ?? 0) * 1_000).toISOString(),
    });
  });

  it('knows a token again', async () => {
    const token = await applicationToken(app);
    const [first, second] = [await request('GET', `Bearer ${token}`), await request('GET', `Bearer ${token}`)];
    expect(second.json()).toEqual(first.json());
  });

  it('lets anyone in where a handler is public', async () => {
    expect((await app.inject({ url: '/api/v1/probe/open' })).statusCode).toBe(200);
  });

  it.each([undefined, '', 'Bearer', 'Bearer ', 'Basic ZmVycnk6eA=='])(
    'asks for a token when given %j',
    async (given) => {
      const answer = await request('GET', given);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({
        error: { code: 'InvalidAuthenticationToken', message: 'Access token is empty.' },
      });
      expect(answer.headers['www-authenticate']).toBe(
        'Bearer realm="", authorization_uri="http://localhost:80/common/oauth2/v2.0/authorize", client_id="api://ferry"',
      );
    },
  );

  it.each<[string, JWTPayload, string]>([
    ['has expired', { exp: 1_600_000_000 }, 'The token has expired.'],
    ['never expires', { exp: undefined }, 'The claim exp is missing.'],
    ['begins later', { nbf: 4_000_000_000 }, 'The claim nbf is not the expected one.'],
    ['is for somebody else', { aud: 'api://other' }, 'The claim aud is not the expected one.'],
    [
      'is of another issuer',
      { iss: `https://login.example/${FABRIKAM}/v2.0` },
      'The claim iss is not the expected one.',
    ],
    ['is of another tenant', { tid: '33333333-3333-4333-8333-333333333333' }, 'The claim iss is not the expected one.'],
    ['is of no application', { azp: undefined, appid: undefined }, 'The claim azp is missing.'],
  ])('refuses a token that %s', async (_what, changes, reason) => {
    const answer = await request('GET', `Bearer ${await signed(changes)}`);
    expect(answer.statusCode).toBe(401);
    expect(answer.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationToken', message: `Access token validation failure. ${reason}` },
    });
    expect(answer.headers['www-authenticate']).toContain('error="invalid_token"');
  });

  it('refuses a token that somebody else signed, or nobody', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const foreign = await request('GET', `Bearer ${await signed({}, privateKey)}`);
    expect(foreign.json()).toMatchObject({ error: { message: expect.stringContaining('signature is not valid') } });
    const [, payload] = (await applicationToken(app)).split('.');
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    expect((await request('GET', `Bearer ${unsigned}`)).statusCode).toBe(401);
    expect((await request('GET', 'Bearer rubbish')).statusCode).toBe(401);
  });

  it('refuses a symmetric signature made with the public key', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(app.get(SigningKey).publicKey)));
    const claims = decodeJwt(await applicationToken(app));
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    const answer = await request('GET', `Bearer ${forged}`);
    expect(answer.json()).toMatchObject({ error: { message: expect.stringContaining('algorithm is not accepted') } });
  });

  it('lets an application that may only read do no more', async () => {
    const reader = `Bearer ${await applicationToken(app, 'ferry-reader')}`;
    expect((await request('GET', reader)).statusCode).toBe(200);
    const refused = await request('POST', reader);
    expect(refused.statusCode).toBe(403);
    expect(refused.json()).toMatchObject({
      error: {
        code: 'Forbidden',
        message: `Missing scope permissions on the request. API requires one of '${READ_WRITE}'. Scopes on the request 'CrossTenantContentMigration.Read.All'`,
      },
    });
  });

  it('keeps a stranger out', async () => {
    const stranger = `Bearer ${await applicationToken(app, 'ferry-stranger')}`;
    expect((await request('GET', stranger)).statusCode).toBe(403);
  });

  it('keeps out a person without the role', async () => {
    const person = { scp: READ_WRITE, upn: 'ann@fabrikam.example', wids: [], roles: undefined };
    const answer = await request('GET', `Bearer ${await signed(person)}`);
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ error: { code: 'Authorization_RequestDenied' } });
  });
});
