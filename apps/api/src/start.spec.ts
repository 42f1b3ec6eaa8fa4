import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { get as getByHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config/config';
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

const securely = (url: string, ca: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const request = getByHttps(url, { ca }, (answer) => {
      let body = '';
      answer.on('data', (part: Buffer) => (body += part.toString()));
      answer.on('end', () => resolve(body));
    });
    request.on('error', reject);
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
