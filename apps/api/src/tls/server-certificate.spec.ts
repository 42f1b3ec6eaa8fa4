import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../config/config-error';
import { serverCertificate } from './server-certificate';

const DAY_MS = 86_400_000;

describe('serverCertificate', () => {
  const now = new Date('2027-01-01T00:00:00Z');
  const later = (days: number) => new Date(now.getTime() + days * DAY_MS);
  const folder = () => mkdtempSync(join(tmpdir(), 'ferry-tls-'));
  const settings = (dataDir: string, host = '127.0.0.1') => ({ dataDir, host, tlsCert: null, tlsKey: null });

  it('signs a certificate for this machine with an authority that clients can trust', async () => {
    const dataDir = folder();
    const made = await serverCertificate(settings(dataDir), now);
    expect(made.authorityFile).toBe(join(dataDir, 'tls', 'ca.pem'));
    const authority = new X509Certificate(readFileSync(join(dataDir, 'tls', 'ca.pem')));
    const server = new X509Certificate(made.cert);
    expect(authority.ca).toBe(true);
    expect(server.ca).toBe(false);
    expect(server.verify(authority.publicKey)).toBe(true);
    expect(server.checkIssued(authority)).toBe(true);
    expect([server.checkHost('localhost'), server.checkIP('127.0.0.1'), server.checkIP('::1')]).toEqual([
      'localhost',
      '127.0.0.1',
      '::1',
    ]);
    for (const name of ['authority.json', 'server.json']) {
      expect(statSync(join(dataDir, 'tls', name)).mode & 0o777).toBe(0o600);
    }
  });

  it('keeps both as long as they hold', async () => {
    const dataDir = folder();
    const first = await serverCertificate(settings(dataDir), now);
    expect(await serverCertificate(settings(dataDir), later(300))).toEqual(first);
  });

  it('renews the certificate before it expires, by the same authority', async () => {
    const dataDir = folder();
    const first = await serverCertificate(settings(dataDir), now);
    const trusted = readFileSync(join(dataDir, 'tls', 'ca.pem'), 'utf8');
    const second = await serverCertificate(settings(dataDir), later(380));
    expect(second.cert).not.toBe(first.cert);
    expect(new X509Certificate(second.cert).validToDate.getTime()).toBeGreaterThan(later(700).getTime());
    expect(readFileSync(join(dataDir, 'tls', 'ca.pem'), 'utf8')).toBe(trusted);
  });

  it('renews the authority while what it signs would outlive it', async () => {
    const dataDir = folder();
    await serverCertificate(settings(dataDir), now);
    const trusted = readFileSync(join(dataDir, 'tls', 'ca.pem'), 'utf8');
    const renewed = await serverCertificate(settings(dataDir), later(3_400));
    const authority = new X509Certificate(readFileSync(join(dataDir, 'tls', 'ca.pem')));
    expect(authority.toString()).not.toBe(trusted);
    expect(new X509Certificate(renewed.cert).verify(authority.publicKey)).toBe(true);
  });

  it('adds the name under which others reach it', async () => {
    const dataDir = folder();
    await serverCertificate(settings(dataDir), now);
    const { cert } = await serverCertificate(settings(dataDir, 'ferry.example'), now);
    expect(new X509Certificate(cert).checkHost('ferry.example')).toBe('ferry.example');
  });

  it('uses the configured certificate', async () => {
    const dataDir = folder();
    const [tlsCert, tlsKey] = [join(dataDir, 'cert.pem'), join(dataDir, 'key.pem')];
    writeFileSync(tlsCert, 'a certificate');
    writeFileSync(tlsKey, 'a key');
    const used = await serverCertificate({ dataDir, host: '0.0.0.0', tlsCert, tlsKey }, now);
    expect(used).toEqual({ cert: 'a certificate', key: 'a key', authorityFile: null });
  });

  it('says which configured file cannot be read', async () => {
    const missing = { dataDir: folder(), host: '0.0.0.0', tlsCert: '/nowhere/cert.pem', tlsKey: '/nowhere/key.pem' };
    const refused = serverCertificate(missing, now);
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow(/TLS_(CERT|KEY)=\/nowhere/);
  });
});
