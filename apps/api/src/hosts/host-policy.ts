import { Inject, Injectable } from '@nestjs/common';
import { lookup as systemLookup, type LookupAddress, type LookupAllOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { CONFIG, type Config } from '../config/config';
import { isLoopback } from '../config/loopback';
import { type AddressRange, rangeOf } from './address-ranges';
import { canonicalHost } from './canonical-host';

/** Names by which clouds serve the credentials of the machine itself. */
const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.goog',
  'metadata.google.internal',
  'instance-data',
  'instance-data.ec2.internal',
]);

/** A host that Ferry does not connect to, with the reason in words. */
export class HostRefusedError extends Error {
  readonly code = 'hostRefused';

  constructor(
    readonly host: string,
    reason: string,
  ) {
    super(reason);
    this.name = 'HostRefusedError';
  }
}

/** Looks names up; the system's resolver, unless a spec brings its own. */
export type Resolver = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Which hosts Ferry may connect to on behalf of a caller. Link-local addresses and the metadata services of clouds are
 * refused always, loopback and private ranges unless `FERRY_PRIVATE_HOSTS` allows them (ADR 0032). A host is judged when
 * it is registered, and its addresses once more at each connection, because a name may point elsewhere by then.
 */
@Injectable()
export class HostPolicy {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'privateHosts'>,
    private readonly resolver: Resolver = systemLookup,
  ) {}

  /**
   * A `lookup` for sockets (`net.connect`, `tls.connect`, `http.request`) that answers with addresses that are allowed,
   * and fails with {@link HostRefusedError} if one of them is not. Sockets do not ask it about literal addresses:
   * {@link resolve} judges these, too.
   */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    this.resolver(hostname, { ...options, all: true }, (error, addresses) => {
      const failure = error ?? this.refusalOfAll(hostname, addresses);
      if (failure) callback(failure, []);
      else if (options.all) callback(null, addresses);
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };

  /** The one spelling of a host that may be registered. @throws HostRefusedError */
  check(host: string): string {
    const canonical = canonicalHost(host);
    if (canonical === null) throw new HostRefusedError(host, 'It is no name and no address of a server.');
    if (METADATA_NAMES.has(canonical)) throw new HostRefusedError(canonical, REASONS.forbidden);
    const range = isIP(canonical) === 0 ? (isLoopback(canonical) ? 'private' : 'public') : rangeOf(canonical);
    if (!this.allows(range)) throw new HostRefusedError(canonical, REASONS[range]);
    return canonical;
  }

  /** Whether a host is known to be on this machine or in its network, by its name alone. */
  isInside(host: string): boolean {
    const canonical = canonicalHost(host) ?? '';
    return isIP(canonical) === 0 ? isLoopback(canonical) : rangeOf(canonical) === 'private';
  }

  /** The addresses of a host to which a connection may be made now. @throws HostRefusedError, or the resolver's error */
  resolve(host: string): Promise<readonly LookupAddress[]> {
    return new Promise((found, failed) => {
      const canonical = this.check(host);
      const family = isIP(canonical);
      if (family !== 0) {
        found([{ address: canonical, family }]);
        return;
      }
      this.lookup(canonical, { all: true }, (error, addresses) => {
        if (error) failed(error);
        else found(addresses as LookupAddress[]);
      });
    });
  }

  private refusalOfAll(host: string, addresses: readonly LookupAddress[]): HostRefusedError | null {
    if (addresses.length === 0) return new HostRefusedError(host, 'It has no address.');
    for (const { address } of addresses) {
      const range = rangeOf(address);
      if (!this.allows(range)) return new HostRefusedError(host, `It leads to ${address}. ${REASONS[range]}`);
    }
    return null;
  }

  private allows(range: AddressRange): boolean {
    return range === 'public' || (range === 'private' && this.config.privateHosts === 'allow');
  }
}

const REASONS: Readonly<Record<AddressRange, string>> = {
  public: '',
  private: 'Loopback and private addresses are refused. Name a public host, or set FERRY_PRIVATE_HOSTS=allow.',
  forbidden: 'Link-local addresses, metadata services and addresses of no single host are always refused.',
};
