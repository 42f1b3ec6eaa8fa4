import { AuthKind } from '@ferry/contracts';
import { StoreRefusedError, StoreUnavailableError } from '@ferry/stores-spi';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ServiceClock } from '../clock/service-clock';
import { HostPolicy } from '../hosts/host-policy';
import { AccessTokens, type ApplicationSignIn } from './access-tokens';
import { TokenEndpoint } from './token-endpoint';

const SECRET = 'not to be told';

describe('AccessTokens', () => {
  let server: Server;
  let asked: URLSearchParams[];
  let answer: { status: number; body: string };
  let clock: ServiceClock;
  let tokens: AccessTokens;
  let signIn: ApplicationSignIn;

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: '' };
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(new URLSearchParams(body));
        const token = JSON.stringify({ access_token: `token ${asked.length}`, expires_in: 3_600 });
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body || token);
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    clock = new ServiceClock();
    tokens = tokensWhere('allow');
    signIn = {
      kind: AuthKind.OAuthClientCredentials,
      user: 'ann@contoso.example',
      tokenEndpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`,
      clientId: 'ferry',
      clientSecret: SECRET,
      scope: 'https://mail.example/.default',
    };
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  const tokensWhere = (privateHosts: 'allow' | 'refuse') =>
    new AccessTokens(new TokenEndpoint(new HostPolicy({ privateHosts })), clock);

  it('are asked for once, however many people need one, and kept until shortly before they expire', async () => {
    const other = { ...signIn, user: 'ben@contoso.example' };
    const [one, two] = await Promise.all([tokens.get(signIn, false), tokens.get(other, false)]);
    expect([one, two]).toEqual(['token 1', 'token 1']);
    expect(Object.fromEntries(asked[0] ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'ferry',
      client_secret: SECRET,
      scope: 'https://mail.example/.default',
    });
    clock.setAhead(3_500_000);
    expect(await tokens.get(signIn, false)).toBe('token 1');
    clock.setAhead(3_560_000);
    expect(await tokens.get(signIn, false)).toBe('token 2');
  });

  it('are asked for anew when one was refused, and when the secret was changed', async () => {
    await tokens.get(signIn, false);
    expect(await tokens.get(signIn, true)).toBe('token 2');
    expect(await tokens.get({ ...signIn, clientSecret: 'another' }, false)).toBe('token 3');
  });

  it('are refused with what to check, and never with the secret', async () => {
    answer = { status: 401, body: '{"error":"invalid_client"}' };
    const refusal: unknown = await tokens.get(signIn, false).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(StoreRefusedError);
    expect(refusal).toMatchObject({
      catalogueCode: 'AccessDenied',
      message: expect.stringContaining('invalid_client'),
    });
    expect(JSON.stringify([refusal, String(refusal)])).not.toContain(SECRET);
    answer = { status: 200, body: '' };
    expect(await tokens.get(signIn, false)).toBe('token 2');
  });

  it('can be had later from an issuer that is not well', async () => {
    answer = { status: 503, body: 'busy' };
    await expect(tokens.get(signIn, false)).rejects.toBeInstanceOf(StoreUnavailableError);
    const nowhere = { ...signIn, tokenEndpoint: 'http://127.0.0.1:1/token' };
    await expect(tokens.get(nowhere, false)).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('are no tokens where something else is answered', async () => {
    answer = { status: 200, body: '<html>sign in here</html>' };
    await expect(tokens.get(signIn, false)).rejects.toBeInstanceOf(StoreRefusedError);
    answer = { status: 200, body: `{"access_token":"${'x'.repeat(70_000)}"}` };
    await expect(tokens.get(signIn, false)).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('are not asked for at hosts that are not allowed', async () => {
    await expect(tokensWhere('refuse').get(signIn, false)).rejects.toMatchObject({ catalogueCode: 'AccessDenied' });
    expect(asked).toEqual([]);
  });
});
