import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startEdge } from '../../test/support/edge-app';
import { IssuerUnavailableError, TokenRefusedError } from './auth-errors';
import { IssuerTokenVerifier } from './issuer-token-verifier';

const TENANT = '22222222-2222-4222-8222-222222222222';

describe('IssuerTokenVerifier', () => {
  let issuer: Server;
  let address: string;
  let key: CryptoKey;
  let isDown = false;

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    key = privateKey;
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] };
    issuer = createServer((request, response) => {
      if (isDown) return void response.writeHead(500).end();
      const discovery = {
        jwks_uri: `${address}/keys`,
        authorization_endpoint: `${address}/authorize`,
        token_endpoint: `${address}/token`,
      };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/keys' ? keys : discovery));
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => issuer.close(resolve)));
  beforeEach(() => {
    isDown = false;
  });

  const verifier = (place = '{tenantid}') =>
    new IssuerTokenVerifier(`${address}/${place}/v2.0`, { authAudience: 'api://ferry' });
  const sign = (issuedBy: string, audience = 'api://ferry') =>
    new SignJWT({ tid: TENANT, azp: 'app' })
      .setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issuedBy)
      .setAudience(audience)
      .setExpirationTime('1h')
      .sign(key);

  it('accepts a token of the issuer of its tenant', async () => {
    const token = await sign(`${address}/${TENANT}/v2.0`);
    await expect(verifier().verify(token)).resolves.toMatchObject({ tid: TENANT });
    await expect(verifier(TENANT).verify(token)).resolves.toMatchObject({ tid: TENANT });
  });

  it('refuses a token of another issuer, tenant or audience', async () => {
    const other = '33333333-3333-4333-8333-333333333333';
    for (const token of [
      await sign(`${address}/${other}/v2.0`),
      await sign('https://elsewhere.example/v2.0'),
      await sign(`${address}/${TENANT}/v2.0`, 'api://other'),
    ]) {
      await expect(verifier().verify(token)).rejects.toThrow(TokenRefusedError);
    }
  });

  it('says that the issuer does not answer, and tries again the next time', async () => {
    const token = await sign(`${address}/${TENANT}/v2.0`);
    const patient = verifier();
    isDown = true;
    await expect(patient.verify(token)).rejects.toThrow(IssuerUnavailableError);
    isDown = false;
    await expect(patient.verify(token)).resolves.toMatchObject({ tid: TENANT });
  });

  it('sends the console to the issuer, and serves no issuer of its own', async () => {
    const settings = { FERRY_AUTH_ISSUER: `${address}/{tenantid}/v2.0`, FERRY_AUTH_CLIENT_ID: 'console-id' };
    const app: NestFastifyApplication = await startEdge([], settings);
    expect((await app.inject({ url: '/api/v1/sign-in' })).json()).toEqual({
      authorizationEndpoint: `${address}/authorize`,
      tokenEndpoint: `${address}/token`,
      clientId: 'console-id',
      scope: 'openid profile api://ferry/.default',
      sandbox: false,
    });
    expect((await app.inject({ url: `/${TENANT}/discovery/v2.0/keys` })).statusCode).toBe(404);
    const page = await app.inject({ url: '/', headers: { accept: 'text/html' } });
    expect(page.headers['content-security-policy']).toContain(`connect-src 'self' ${address};`);
    await app.close();
  });
});
