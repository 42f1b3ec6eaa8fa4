import type { GraphVersion } from '@ferry/contracts';

const VERSION: GraphVersion = 'v1.0';

/** An address of the contract, below the version that this command speaks. */
export function graphRoute(route: string): string {
  return `${VERSION}/${route}`;
}

/** A job as a path segment of the service's own surface, whose routes take it encoded. */
export function jobSegment(idOrName: string): string {
  return encodeURIComponent(idOrName);
}
