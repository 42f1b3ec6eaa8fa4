import { BlockList, isIP, isIPv4 } from 'node:net';

/** What an address belongs to: anybody may be reached there, somebody inside, or nobody ever. */
export type AddressRange = 'public' | 'private' | 'forbidden';

type Subnet = readonly [network: string, prefix: number];

/** Link-local, metadata services of clouds, and what is no address of a server at all (RFC 6890 and the clouds' manuals). */
const FORBIDDEN: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  // Metadata beyond 169.254.0.0/16: Alibaba, Azure's host, Oracle, AWS and Google over IPv6.
  ['100.100.100.200', 32],
  ['168.63.129.16', 32],
  ['192.0.0.192', 32],
  ['fd00:ec2::254', 128],
  ['fd20:ce::254', 128],
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

/** Loopback, private and shared ranges (RFC 1918, 4193, 6598, 2544). */
const PRIVATE: readonly Subnet[] = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['::1', 128],
  ['fc00::', 7],
];

const forbidden = blockList(FORBIDDEN);
const inside = blockList(PRIVATE);

/** What an IPv4 or IPv6 address belongs to. An IPv4 address inside of an IPv6 one is judged as itself. */
export function rangeOf(address: string): AddressRange {
  const [plain = ''] = address.split('%', 1);
  if (isIP(plain) === 0) return 'forbidden';
  const embedded = embeddedIPv4(plain);
  if (embedded !== null) return rangeOf(embedded);
  const family = isIPv4(plain) ? 'ipv4' : 'ipv6';
  if (forbidden.check(plain, family)) return 'forbidden';
  return inside.check(plain, family) ? 'private' : 'public';
}

/** The IPv4 address that an IPv6 one stands for: mapped, compatible, NAT64 or 6to4 (RFC 4291, 6052, 8215, 3056). */
function embeddedIPv4(address: string): string | null {
  if (isIPv4(address)) return null;
  const groups = groupsOf(address);
  const begins = (...prefix: readonly number[]): boolean => prefix.every((group, index) => groups[index] === group);
  const zeros = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0);
  const isCompatible = zeros(0, 6) && (groups[6] ?? 0) > 0;
  const isMapped = zeros(0, 5) && groups[5] === 0xffff;
  const isTranslated = zeros(0, 4) && groups[4] === 0xffff && groups[5] === 0;
  const isNat64 = begins(0x64, 0xff9b) && (zeros(2, 6) || groups[2] === 1);
  if (isMapped || isCompatible || isTranslated || isNat64) return dotted(groups[6], groups[7]);
  return begins(0x2002) ? dotted(groups[1], groups[2]) : null;
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [head = '', tail] = canonical.split('::');
  const read = (part: string): number[] =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, behind] = [read(head), read(tail ?? '')];
  return [...before, ...new Array<number>(8 - before.length - behind.length).fill(0), ...behind];
}

function dotted(high = 0, low = 0): string {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
}

function blockList(subnets: readonly Subnet[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, isIPv4(network) ? 'ipv4' : 'ipv6');
  return list;
}
