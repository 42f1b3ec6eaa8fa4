import type { GraphVersion } from '@ferry/contracts';
import { graphVersionOf, isContractPath } from '../graph/contract-path';

/** Where a batch was sent to: the root that the addresses of its requests are relative to. */
export interface BatchRoot {
  /** Path of the service behind a proxy (`FERRY_PUBLIC_URL`), such as `/migrations`; mostly ''. */
  readonly basePath: string;
  /** Null for a batch that was sent to the address without a version. */
  readonly version: GraphVersion | null;
}

/** An address of a request in a batch that is refused. The message says why. */
export class ItemAddressError extends Error {}

const ABSOLUTE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;
/** Characters that an address cannot hold; whoever parses one drops them, or everything after them, without a word. */
const NOT_OF_ADDRESSES = /[\\#\u0000-\u001f\u007f]/;
const DOT_SEGMENT = /^(?:\.|%2e){1,2}$/i;
const ENCODED_SEPARATOR = /%2f|%5c/i;
/** A quoted key, in which any name may stand (contract page 5.7). */
const QUOTED = /(?:'|%27).*?(?:'|%27)/gis;
const BATCH = /^\/(?:\$|%24)batch(?:\/|$)/i;

/**
 * The path and query, from the root of this service on, that the relative address of a request in a batch stands for.
 * It may begin with a slash, and with base path and version of the batch: the official JavaScript client takes only
 * scheme and host away (contract page 5.8 and 7.1).
 *
 * @throws ItemAddressError for an address that leaves the version root or is none of the contract
 */
export function itemAddress(url: string, root: BatchRoot): string {
  if (ABSOLUTE.test(url)) throw new ItemAddressError('It must be relative to the version root of the batch');
  if (NOT_OF_ADDRESSES.test(url)) {
    throw new ItemAddressError("It must not hold a backslash, a '#' or a control character; encode them");
  }
  const [path = ''] = url.split('?', 1);
  const query = url.slice(path.length);
  const below = belowRoot(path.startsWith('/') ? path : `/${path}`, root);
  if (hasDotSegments(below)) throw new ItemAddressError("It must not hold the segments '.' and '..'");
  if (BATCH.test(below)) throw new ItemAddressError('A batch must not hold another batch');
  if (!isContractPath(below)) throw new ItemAddressError('There is no such address below the version root');
  // Graph's own examples leave blanks in a filter as they are.
  return `${root.version === null ? '' : `/${root.version}`}${below}${query}`.replaceAll(' ', '%20');
}

/** A path without the base path and version that may stand before it. */
function belowRoot(path: string, { basePath, version }: BatchRoot): string {
  const based = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path;
  const asked = graphVersionOf(based);
  if (asked === null) return based;
  if (asked !== version) {
    const own = version === null ? 'no version' : `version ${version}`;
    throw new ItemAddressError(`It asks for version ${asked} in a batch of ${own}`);
  }
  return based.slice(asked.length + 1);
}

/** Whether a path has segments that a parser would resolve, or that would leave the root if they were decoded once more. */
function hasDotSegments(path: string): boolean {
  const encoded = path
    .replace(QUOTED, '')
    .split('/')
    .flatMap((segment) => segment.split(ENCODED_SEPARATOR));
  return [...path.split('/'), ...encoded].some((segment) => DOT_SEGMENT.test(segment));
}
