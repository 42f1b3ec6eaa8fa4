import { contractPath, isContractPath } from './contract-path';
import { customMethodRoute } from './custom-method';

/** Addresses that answer for themselves; every other navigation of a browser gets the console. */
const NOT_CONSOLE = /^\/(?:api|beta|v1\.0|solutions|docs|openapi\.json|health|metrics|\$batch|\$metadata)(?:\/|$)/i;
const ISSUER = /^\/[^/]+\/(?:v2\.0|oauth2|discovery)(?:\/|$)/i;
const FILE = /\.[a-z0-9]{1,8}$/i;

/** What decides about the address of a request. */
export interface RequestLine {
  readonly method?: string | undefined;
  /** Path and query as they came. */
  readonly url?: string | undefined;
  readonly headers: { readonly accept?: string | undefined };
}

/**
 * The address under which a request is routed: contract addresses lose their version and OData spelling, actions of our
 * own surface their colon, and a
 * navigation of a browser goes to the page of the console. The query is never touched.
 */
export function rewriteUrl({ method, url = '/', headers }: RequestLine): string {
  const queryAt = url.indexOf('?');
  const path = queryAt === -1 ? url : url.slice(0, queryAt);
  const query = queryAt === -1 ? '' : url.slice(queryAt);
  const target = contractPath(path);
  if (target !== path || isContractPath(path)) return target + query;
  const action = customMethodRoute(path);
  if (action !== path) return action + query;
  const navigates = (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true;
  return navigates && !NOT_CONSOLE.test(path) && !ISSUER.test(path) && !FILE.test(path) ? '/index.html' : url;
}
