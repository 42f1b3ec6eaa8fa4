import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config/config';
import { FABRIKAM_ID } from './sandbox/sandbox-directory';
import { startService } from './start';
import { welcome } from './welcome';

// Each of these makes an embedded database from nothing, which takes a busy machine its time.
jest.setTimeout(120_000);

const settings = () => ({
  PORT: '0',
  HTTPS_PORT: '0',
  LOG_LEVEL: 'silent',
  FERRY_DATA_DIR: mkdtempSync(join(tmpdir(), 'ferry-start-')),
});

interface Sent {
  readonly method?: 'POST';
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const securely = (url: string, ca: string, { method, headers, body }: Sent = {}): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = requestByHttps(url, { ca, method: method ?? 'GET', headers: headers ?? {} }, (answer) => {
      let text = '';
      answer.on('data', (part: Buffer) => (text += part.toString()));
      answer.on('end', () => resolve(text));
    });
    request.on('error', reject).end(body);
  });

describe('startService', () => {
  it('answers by HTTP and, to those who trust its authority, by HTTPS, until it is stopped', async () => {
    const config = readConfig(settings());
    const service = await startService(config);
    const plain = await (await fetch(`${service.address}/api/v1/sign-in`)).json();
    expect(plain).toMatchObject({ tokenEndpoint: `${service.address}/common/oauth2/v2.0/token` });
    const ca = readFileSync(service.authorityFile ?? '', 'utf8');
    const secure = await securely(`${service.httpsAddress}/api/v1/sign-in`, ca);
    expect(secure).toContain(`${service.httpsAddress}/common/oauth2/v2.0/token`);
    expect(welcome(service, config)).toContain('admin@fabrikam.example');
    await service.stop();
    await expect(fetch(service.address)).rejects.toThrow();
    await expect(securely(`${service.httpsAddress}/`, ca)).rejects.toThrow();
  });

  it('takes a token that was fetched by HTTP over HTTPS, and the other way round, under each name of the machine', async () => {
    const service = await startService(readConfig(settings()));
    const ca = readFileSync(service.authorityFile ?? '', 'utf8');
    const asked: Sent = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials&client_id=ferry-admin&client_secret=sandbox',
    };
    const endpoint = `${FABRIKAM_ID}/oauth2/v2.0/token`;
    const tokenIn = (text: string) => (JSON.parse(text) as { access_token: string }).access_token;
    const [plain, secure] = [service.address, service.httpsAddress ?? ''].map((address) =>
      address.replace(/localhost|127\.0\.0\.1/, ''),
    );
    for (const name of ['localhost', '127.0.0.1']) {
      const named = (address: string | undefined) => (address ?? '').replace('//', `//${name}`);
      const byHttp = tokenIn(await (await fetch(`${named(plain)}/${endpoint}`, asked)).text());
      const byHttps = tokenIn(await securely(`${named(secure)}/${endpoint}`, ca, asked));
      for (const token of [byHttp, byHttps]) {
        const headers = { authorization: `Bearer ${token}` };
        expect((await fetch(`${service.address}/api/v1/session`, { headers })).status).toBe(200);
        expect(await securely(`${service.httpsAddress}/api/v1/session`, ca, { headers })).toContain('"canWrite":true');
      }
    }
    await service.stop();
  });

  it('gives the data folder back when a port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => holder.once('listening', resolve));
    const taken = String((holder.address() as AddressInfo).port);
    const env = settings();
    await expect(startService(readConfig({ ...env, PORT: taken }))).rejects.toMatchObject({ code: 'EADDRINUSE' });
    holder.close();
    const service = await startService(readConfig({ ...env, HTTPS_PORT: 'off' }));
    expect(service.httpsAddress).toBeNull();
    await service.stop();
  });
});
