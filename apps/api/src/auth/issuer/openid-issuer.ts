import { type JWTPayload, jwtVerify } from 'jose';
import { isGuid } from '../../config/guid';
import { TENANT_PLACE } from '../../config/tenant-place';
import { TokenRefusedError } from '../auth-errors';
import { ALGORITHMS, CLOCK_TOLERANCE_SECONDS, type IssuerEndpoints } from '../token-verifier';
import { type DiscoveryDocument, discoveryAddress, readDiscoveryDocument } from './discovery-document';
import type { AcceptedIssuer } from './entra';
import { IssuerKeys } from './issuer-keys';
import { DISCOVERY_LIMITS, type FetchLimits, KEY_LIMITS, RemoteDocument } from './remote-document';

/** An OpenID Connect issuer, known by its discovery document, and the keys that it signs with. */
export class OpenIdIssuer {
  private readonly document: RemoteDocument<DiscoveryDocument>;
  private readonly keys: IssuerKeys;

  constructor(
    private readonly accepted: AcceptedIssuer,
    limits: Partial<FetchLimits> = {},
  ) {
    this.document = new RemoteDocument(
      () => discoveryAddress(accepted.describedAt),
      (document) => readDiscoveryDocument(document, accepted.issuer),
      { ...DISCOVERY_LIMITS, ...limits },
    );
    this.keys = new IssuerKeys(async () => (await this.document.current()).keys, { ...KEY_LIMITS, ...limits });
  }

  /** Where people sign in. Throws what the fetch throws. */
  endpoints(): Promise<IssuerEndpoints> {
    return this.document.current();
  }

  /** Whether a token that claims this name can be one of this issuer, as far as can be told without asking it. */
  canHaveIssued(name: string): boolean {
    return name.startsWith(this.accepted.beginning);
  }

  /**
   * Verifies a token of this issuer.
   *
   * @param claims of the token, not verified yet
   * @throws TokenRefusedError, jose's errors for a token that is no good; whatever a fetch throws
   */
  async verify(token: string, claims: JWTPayload, audiences: readonly string[]): Promise<JWTPayload> {
    // Nobody is asked for a key before the algorithm is known to be accepted.
    const { payload } = await jwtVerify(
      token,
      async (header, signed) => {
        const { issuer } = await this.document.current();
        const tenant = TENANT_PLACE.test(issuer) ? tenantOf(claims) : undefined;
        const expected = issuer.replace(TENANT_PLACE, () => tenant ?? '');
        if (claims.iss !== expected) throw new TokenRefusedError('The claim iss is not the expected one.');
        return this.keys.key(header, signed, expected, tenant);
      },
      {
        audience: [...audiences],
        algorithms: [...ALGORITHMS],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      },
    );
    return payload;
  }
}

/** With one issuer for many tenants, each token must come from the issuer of the tenant that it names. */
function tenantOf({ tid }: JWTPayload): string {
  if (typeof tid === 'string' && isGuid(tid)) return tid;
  throw new TokenRefusedError('The claim tid is missing.');
}
