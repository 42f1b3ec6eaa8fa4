const SERVICE_PATHS = ['/api/', '/v1.0/', '/beta/'];

/** Whether an address is the service's own: only such requests carry the token. */
export function isServiceUrl(url: string, origin: string): boolean {
  const { origin: itsOrigin, pathname } = new URL(url, origin);
  return itsOrigin === origin && SERVICE_PATHS.some((prefix) => pathname.startsWith(prefix));
}

/** The contract's addresses as the console calls them. */
export function graphUrl(route: string): string {
  return `/v1.0/${route}`;
}

/** A next link as an address of this origin, whatever host the service sees itself under. */
export function pageUrl(nextLink: string): string {
  const { pathname, search } = new URL(nextLink, location.origin);
  return pathname + search;
}
