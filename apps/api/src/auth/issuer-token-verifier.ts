import { createRemoteJWKSet, decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import type { Config } from '../config/config';
import { IssuerUnavailableError } from './auth-errors';
import { refusalOf } from './refusal-reason';
import { ALGORITHMS, CLOCK_TOLERANCE_SECONDS, type IssuerEndpoints, TokenVerifier } from './token-verifier';

const TENANT_PLACE = /\{tenantid\}/i;
const DISCOVERY_TIMEOUT_MS = 10_000;

interface Discovered extends IssuerEndpoints {
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
}

/** Accepts tokens of a configured OpenID Connect issuer, found by its discovery document (OpenID Connect Discovery 1.0). */
export class IssuerTokenVerifier extends TokenVerifier {
  private discovered: Promise<Discovered> | undefined;

  constructor(
    private readonly issuer: string,
    private readonly config: Pick<Config, 'authAudience'>,
  ) {
    super();
  }

  async verify(token: string): Promise<JWTPayload> {
    const { keys } = await this.discover();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: this.issuerFor(token),
        audience: this.config.authAudience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      });
      return payload;
    } catch (error) {
      throw refusalOf(error) ?? new IssuerUnavailableError(this.issuer, error);
    }
  }

  async endpoints(): Promise<IssuerEndpoints> {
    const { authorizationEndpoint, tokenEndpoint } = await this.discover();
    return { authorizationEndpoint, tokenEndpoint };
  }

  /** With one issuer for many tenants, each token must come from the issuer of the tenant that it names. */
  private issuerFor(token: string): string {
    if (!TENANT_PLACE.test(this.issuer)) return this.issuer;
    const { tid } = decodeJwt(token);
    return this.issuer.replace(TENANT_PLACE, () => (typeof tid === 'string' ? tid : ''));
  }

  private discover(): Promise<Discovered> {
    this.discovered ??= this.readDiscoveryDocument().catch((error: unknown) => {
      this.discovered = undefined;
      throw new IssuerUnavailableError(this.issuer, error);
    });
    return this.discovered;
  }

  private async readDiscoveryDocument(): Promise<Discovered> {
    const root = this.issuer.replace(TENANT_PLACE, 'common');
    const response = await fetch(`${root}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`The discovery document was answered with ${response.status}.`);
    const document = (await response.json()) as Record<string, unknown>;
    return {
      keys: createRemoteJWKSet(new URL(addressIn(document, 'jwks_uri'))),
      authorizationEndpoint: addressIn(document, 'authorization_endpoint'),
      tokenEndpoint: addressIn(document, 'token_endpoint'),
    };
  }
}

function addressIn(document: Record<string, unknown>, member: string): string {
  const value = document[member];
  if (typeof value !== 'string' || !URL.canParse(value)) throw new Error(`The discovery document has no ${member}.`);
  return value;
}
