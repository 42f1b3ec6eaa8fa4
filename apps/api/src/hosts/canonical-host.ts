import { isIP } from 'node:net';

const NEVER_IN_A_HOST = /[\s/\\@?#%<>^|]/;

/**
 * The one spelling of a host: names in small letters and ASCII, without a dot at the end; addresses as the system would
 * read them, so that `0x7f.1`, `2130706433` and `127.0.0.1.` are all `127.0.0.1` (WHATWG URL, "host parsing"). IPv6
 * without brackets. Null for what is no host.
 */
export function canonicalHost(host: string): string | null {
  const bare = host.startsWith('[') && host.endsWith(']') ? host.slice(1, -1) : host;
  if (bare === '' || NEVER_IN_A_HOST.test(bare)) return null;
  const isIPv6 = isIP(bare) === 6;
  if (!isIPv6 && bare.includes(':')) return null;
  const address = `http://${isIPv6 ? `[${bare}]` : bare}/`;
  if (!URL.canParse(address)) return null;
  const name = new URL(address).hostname.replace(/^\[|\]$/g, '').replace(/\.+$/, '');
  return name === '' ? null : name;
}
