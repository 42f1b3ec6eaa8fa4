import { isLoopback } from '../../config/loopback';
import { TENANT_PLACE } from '../../config/tenant-place';
import type { IssuerEndpoints } from '../token-verifier';
import { ANY_TENANT } from './entra';

/** What a discovery document says that we need (OpenID Connect Discovery 1.0, section 3). */
export interface DiscoveryDocument extends IssuerEndpoints {
  /** The name that tokens claim; holds `{tenantid}` when it stands for an issuer of each tenant, as at Entra. */
  readonly issuer: string;
  /** Where the public keys are. */
  readonly keys: URL;
}

/** Where the document of an issuer lies, by the address that it is configured with (Discovery, section 4.1). */
export function discoveryAddress(issuer: string): URL {
  const root = issuer.replace(TENANT_PLACE, 'common').replace(/\/+$/, '');
  return new URL(`${root}/.well-known/openid-configuration`);
}

/**
 * Reads the document of an issuer. It must name the issuer that was asked for (Discovery, section 4.3), but for a slash
 * at the end, and for `{tenantid}` where the document is that of many tenants.
 *
 * @param issuer as it is configured
 */
export function readDiscoveryDocument(document: unknown, issuer: string): DiscoveryDocument {
  const members = typeof document === 'object' && document !== null ? (document as Record<string, unknown>) : {};
  const named = members['issuer'];
  if (typeof named !== 'string' || !isSameIssuer(named, issuer)) {
    throw new Error(`The discovery document of ${issuer} is that of another issuer: ${String(named)}`);
  }
  return {
    issuer: named,
    keys: addressIn(members, 'jwks_uri'),
    authorizationEndpoint: addressIn(members, 'authorization_endpoint').href,
    tokenEndpoint: addressIn(members, 'token_endpoint').href,
  };
}

function isSameIssuer(named: string, configured: string): boolean {
  const places = TENANT_PLACE.test(named) ? ['{tenantid}', ...ANY_TENANT] : [''];
  const plain = (text: string): string => text.replace(TENANT_PLACE, '{tenantid}').replace(/\/+$/, '');
  return places.some((place) => plain(named.replace(TENANT_PLACE, place)) === plain(configured));
}

function addressIn(members: Record<string, unknown>, member: string): URL {
  const value = members[member];
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname))) return url;
  throw new Error(`The discovery document has no ${member} that can be used.`);
}
