import type { AddressInfo } from 'node:net';
import type { Config } from './config/config';

/** Where a server is reached: its host as it stands in an address, IPv6 in brackets and a name for every interface. */
export function addressOf(
  scheme: 'http' | 'https',
  { host }: Pick<Config, 'host'>,
  server: { address(): string | AddressInfo | null },
): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const bound = server.address();
  return `${scheme}://${name}:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
}
