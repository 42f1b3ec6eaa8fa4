import { decodeJwt, type JWTPayload } from 'jose';
import type { Config } from '../../config/config';
import { IssuerUnavailableError, TokenRefusedError } from '../auth-errors';
import { refusalOf } from '../refusal-reason';
import { type IssuerEndpoints, TokenVerifier } from '../token-verifier';
import { acceptedIssuers, type EntraCloud } from './entra';
import { OpenIdIssuer } from './openid-issuer';
import type { FetchLimits } from './remote-document';

/** Accepts tokens of a configured OpenID Connect issuer, found by its discovery document (OpenID Connect Discovery 1.0). */
export class IssuerTokenVerifier extends TokenVerifier {
  private readonly issuers: readonly [OpenIdIssuer, ...OpenIdIssuer[]];

  /**
   * @param issuer as `FERRY_AUTH_ISSUER` names it
   * @param limits other than the usual ones
   */
  constructor(
    private readonly issuer: string,
    private readonly config: Pick<Config, 'authAudiences'>,
    limits: Partial<FetchLimits> = {},
    cloud?: EntraCloud,
  ) {
    super();
    const [first, ...more] = acceptedIssuers(issuer, cloud);
    this.issuers = [new OpenIdIssuer(first, limits), ...more.map((accepted) => new OpenIdIssuer(accepted, limits))];
  }

  async verify(token: string): Promise<JWTPayload> {
    try {
      const claims = decodeJwt(token);
      return await this.issuerOf(claims).verify(token, claims, this.config.authAudiences);
    } catch (error) {
      throw refusalOf(error) ?? new IssuerUnavailableError(this.issuer, error);
    }
  }

  async endpoints(): Promise<IssuerEndpoints> {
    try {
      const { authorizationEndpoint, tokenEndpoint } = await this.issuers[0].endpoints();
      return { authorizationEndpoint, tokenEndpoint };
    } catch (error) {
      throw new IssuerUnavailableError(this.issuer, error);
    }
  }

  private issuerOf({ iss }: JWTPayload): OpenIdIssuer {
    if (typeof iss !== 'string') throw new TokenRefusedError('The claim iss is missing.');
    const issuer = this.issuers.find((candidate) => candidate.canHaveIssued(iss));
    if (issuer === undefined) throw new TokenRefusedError('The claim iss is not the expected one.');
    return issuer;
  }
}
