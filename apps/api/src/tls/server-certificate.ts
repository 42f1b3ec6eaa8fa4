import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config/config';
import { ConfigError } from '../config/config-error';
import { keepOnce, readKept, replaceFile } from '../data-folder/keep-once';
import {
  isAuthorityCurrent,
  isServerCurrent,
  type KeyAndCertificate,
  newAuthority,
  newServerCertificate,
} from './certificate-authority';

const ANY_ADDRESS = ['0.0.0.0', '::'];

/** What HTTPS is served with, and the file that clients trust it by when it is self-signed. */
export interface ServerCertificate extends KeyAndCertificate {
  readonly authorityFile: string | null;
}

/**
 * The configured certificate, or one of our own. Our own authority and certificate are kept in the data folder, so that
 * whoever trusted it once need not do so again, and renewed before they expire.
 *
 * @param now real time: clients compare it with their clocks
 * @throws ConfigError when a configured file cannot be read
 */
export async function serverCertificate(
  config: Pick<Config, 'host' | 'dataDir' | 'tlsCert' | 'tlsKey'>,
  now = new Date(),
): Promise<ServerCertificate> {
  const { tlsCert, tlsKey } = config;
  if (tlsCert !== null && tlsKey !== null) {
    const [cert, key] = await Promise.all([configured('TLS_CERT', tlsCert), configured('TLS_KEY', tlsKey)]);
    return { key, cert, authorityFile: null };
  }
  const folder = join(config.dataDir, 'tls');
  const authority = await keptAuthority(join(folder, 'authority.json'), now);
  const authorityFile = join(folder, 'ca.pem');
  if ((await readKept(authorityFile)) !== authority.cert) await replaceFile(authorityFile, authority.cert);
  const server = await keptServer(join(folder, 'server.json'), authority, namesOf(config.host), now);
  return { ...server, authorityFile };
}

/** Key and certificate share a file: two files could be of two processes. */
async function keptAuthority(file: string, now: Date): Promise<KeyAndCertificate> {
  const make = async (): Promise<string> => JSON.stringify(await newAuthority(now));
  const authority = JSON.parse(await keepOnce(file, make)) as KeyAndCertificate;
  if (isAuthorityCurrent(authority, now)) return authority;
  const renewed = await make();
  await replaceFile(file, renewed);
  return JSON.parse(renewed) as KeyAndCertificate;
}

async function keptServer(
  file: string,
  authority: KeyAndCertificate,
  names: readonly string[],
  now: Date,
): Promise<KeyAndCertificate> {
  const kept = await readKept(file);
  const server = kept === undefined ? undefined : (JSON.parse(kept) as KeyAndCertificate);
  if (server && isServerCurrent(server, authority, names, now)) return server;
  const renewed = await newServerCertificate(authority, names, now);
  await replaceFile(file, JSON.stringify(renewed));
  return renewed;
}

/** The names of this machine: the loopback ones, and those that others use when they can reach it. */
function namesOf(host: string): string[] {
  const names = ['localhost', '127.0.0.1', '::1'];
  if (names.includes(host)) return names;
  return ANY_ADDRESS.includes(host) ? [...names, hostname()] : [...names, host];
}

async function configured(name: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`${name}=${file} cannot be read: ${(error as Error).message}.`]);
  }
}
