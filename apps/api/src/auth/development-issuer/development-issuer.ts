import { Inject, Injectable } from '@nestjs/common';
import { type JWTPayload, SignJWT } from 'jose';
import {
  SANDBOX_APPLICATIONS,
  SANDBOX_SIGN_INS,
  SANDBOX_TENANTS,
  type SeedSignIn,
} from '../../sandbox/sandbox-directory';
import { type Authorization, AuthorizationCodes } from './authorization-codes';
import type { AuthorizeRequest } from './authorize-request';
import { OAuthError } from './oauth-error';
import { SigningKey } from './signing-key';
import { grantedPermission, grantedScope } from './granted-scope';
import { applicationClaims, personClaims } from './token-claims';
import type { TokenRequest } from './token-request';

/** How long a token holds, in seconds of real time. */
export const TOKEN_LIFETIME_SECONDS = 3_600;

/** Names every tenant at once: the tenant is that of the person who signs in. */
export const COMMON = 'common';

/** Answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly access_token: string;
  readonly scope?: string;
  readonly id_token?: string;
}

/**
 * The issuer of the sandbox: lets its people and applications in without a directory. It lives in real time, because
 * the tokens are compared with the clocks of clients.
 */
@Injectable()
export class DevelopmentIssuer {
  private readonly codes = new AuthorizationCodes();

  constructor(@Inject(SigningKey) private readonly key: SigningKey) {}

  /** Whether there is an issuer for this tenant. */
  serves(tenant: string): boolean {
    return tenant === COMMON || SANDBOX_TENANTS.some(({ id }) => id === tenant);
  }

  /** The public keys, as a JSON Web Key Set (RFC 7517). */
  keys(): { keys: object[] } {
    return { keys: [this.key.publicJwk] };
  }

  /** Who may sign in to a tenant. */
  people(tenant: string): readonly SeedSignIn[] {
    return SANDBOX_SIGN_INS.filter(({ tenantId }) => tenant === COMMON || tenantId === tenant);
  }

  /** A code for a person who was chosen on the sign-in page. */
  authorize(request: AuthorizeRequest, person: SeedSignIn): string {
    const { clientId, redirectUri, challenge, asked, nonce } = request;
    return this.codes.issue({ person, clientId, redirectUri, challenge, asked, nonce }, Date.now());
  }

  /** @throws OAuthError */
  async token(origin: string, tenant: string, request: TokenRequest): Promise<TokenAnswer> {
    return request.grant === 'client_credentials'
      ? this.forApplication(origin, tenant, request)
      : this.forPerson(origin, this.codes.redeem(request, Date.now()));
  }

  private async forApplication(
    origin: string,
    tenant: string,
    { clientId, secret, triedBasic, asked }: TokenRequest & { grant: 'client_credentials' },
  ): Promise<TokenAnswer> {
    const application = SANDBOX_APPLICATIONS.find((candidate) => candidate.clientId === clientId);
    if (application === undefined || application.secret !== secret) {
      throw new OAuthError('invalid_client', 'The client is unknown, or its secret is wrong.', triedBasic);
    }
    if (tenant === COMMON) {
      throw new OAuthError('invalid_request', 'An application needs the token endpoint of its tenant, not of common.');
    }
    return {
      token_type: 'Bearer',
      expires_in: TOKEN_LIFETIME_SECONDS,
      access_token: await this.sign(origin, asked.audience, applicationClaims(application, tenant)),
    };
  }

  private async forPerson(origin: string, authorization: Authorization): Promise<TokenAnswer> {
    const { person, clientId, asked, nonce } = authorization;
    const permission = grantedPermission(person, asked);
    const claims = personClaims(person, clientId, permission);
    const answer = {
      token_type: 'Bearer' as const,
      expires_in: TOKEN_LIFETIME_SECONDS,
      access_token: await this.sign(origin, asked.audience, claims),
      scope: grantedScope(asked, permission),
    };
    if (!asked.words.includes('openid')) return answer;
    const { ver, tid, oid, sub, name, preferred_username } = claims;
    const identity = { ver, tid, oid, sub, name, preferred_username, ...(nonce === undefined ? {} : { nonce }) };
    return { ...answer, id_token: await this.sign(origin, clientId, identity) };
  }

  private sign(origin: string, audience: string, claims: JWTPayload): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    return new SignJWT(claims)
      .setProtectedHeader({ alg: this.key.algorithm, kid: this.key.id, typ: 'JWT' })
      .setIssuer(`${origin}/${String(claims['tid'])}/v2.0`)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + TOKEN_LIFETIME_SECONDS)
      .sign(this.key.privateKey);
  }
}
