import { type JWTPayload, jwtVerify } from 'jose';
import type { Config } from '../../config/config';
import { isLoopback } from '../../config/loopback';
import { TokenRefusedError } from '../auth-errors';
import { refusalOf } from '../refusal-reason';
import { CLOCK_TOLERANCE_SECONDS, type IssuerEndpoints, TokenVerifier } from '../token-verifier';
import type { SigningKey } from './signing-key';

/** Accepts tokens of the development issuer of this very service. */
export class DevelopmentTokenVerifier extends TokenVerifier {
  constructor(
    private readonly key: SigningKey,
    private readonly config: Pick<Config, 'authAudiences' | 'publicUrl'>,
  ) {
    super();
  }

  async verify(token: string): Promise<JWTPayload> {
    try {
      const { payload } = await jwtVerify(token, this.key.publicKey, {
        audience: [...this.config.authAudiences],
        algorithms: [this.key.algorithm],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp'],
      });
      this.checkIssuer(payload);
      return payload;
    } catch (error) {
      throw refusalOf(error) ?? error;
    }
  }

  async endpoints(origin: string): Promise<IssuerEndpoints> {
    return endpointsAt(origin, 'common');
  }

  /** The service is reached by several names, each of which is an issuer; the path must name the token's own tenant. */
  private checkIssuer({ iss = '', tid }: JWTPayload): void {
    const issuer = URL.canParse(iss) ? new URL(iss) : undefined;
    const isOurs =
      issuer !== undefined &&
      (isLoopback(issuer.hostname) || this.config.publicUrl === iss.replace(/\/[^/]+\/v2\.0$/, ''));
    if (!isOurs || !issuer.pathname.endsWith(`/${String(tid)}/v2.0`)) {
      throw new TokenRefusedError('The claim iss is not the expected one.');
    }
  }
}

/** The endpoints of the development issuer for a tenant, or for `common`: the tenant of whoever signs in. */
export function endpointsAt(origin: string, tenant: string): IssuerEndpoints {
  const base = `${origin}/${tenant}/oauth2/v2.0`;
  return { authorizationEndpoint: `${base}/authorize`, tokenEndpoint: `${base}/token` };
}
