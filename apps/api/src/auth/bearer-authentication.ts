import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { GraphLinks } from '../graph/graph-links';
import { InvalidAuthenticationTokenError, TokenRefusedError } from './auth-errors';
import type { Caller } from './caller';
import type { AuthenticatedRequest } from './current-caller';
import { TokenVerifier } from './token-verifier';
import { VerifiedCallers } from './verified-callers';

const BEARER = /^Bearer +(\S+) *$/i;
const SEVERAL_AUTHORIZATIONS = 'There is more than one Authorization header.';

/** Finds out who sends a request, by its bearer token (RFC 6750). */
@Injectable()
export class BearerAuthentication {
  constructor(
    @Inject(VerifiedCallers) private readonly callers: VerifiedCallers,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(GraphLinks) private readonly links: GraphLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The caller, if this token was verified before: an answer at once, without a check of its signature. */
  known(request: AuthenticatedRequest): Caller | undefined {
    const token = tokenOf(request);
    return token === undefined ? undefined : this.callers.known(token);
  }

  /** @throws InvalidAuthenticationTokenError, IssuerUnavailableError */
  async verify(request: AuthenticatedRequest): Promise<Caller> {
    if (hasSeveralAuthorizations(request)) {
      throw await this.challenge(request, refusal(SEVERAL_AUTHORIZATIONS), SEVERAL_AUTHORIZATIONS);
    }
    const token = tokenOf(request);
    if (token === undefined) throw await this.challenge(request, 'Access token is empty.');
    try {
      return await this.callers.verify(token);
    } catch (error) {
      if (!(error instanceof TokenRefusedError)) throw error;
      throw await this.challenge(request, refusal(error.message), error.message);
    }
  }

  /** The refusal, with the address at which a better token can be had. */
  private async challenge(
    request: AuthenticatedRequest,
    message: string,
    reason?: string,
  ): Promise<InvalidAuthenticationTokenError> {
    // Whether the issuer answers or not, the token is no good.
    const authorizationEndpoint = await this.verifier.endpoints(this.links.origin(request)).then(
      (endpoints) => endpoints.authorizationEndpoint,
      () => this.config.authIssuer ?? '',
    );
    const parts = [
      'Bearer realm=""',
      `authorization_uri="${quotable(authorizationEndpoint)}"`,
      `client_id="${quotable(this.config.authAudiences[0])}"`,
      ...(reason === undefined ? [] : ['error="invalid_token"', `error_description="${quotable(reason)}"`]),
    ];
    return new InvalidAuthenticationTokenError(message, parts.join(', '));
  }
}

/** The token, if there is one, and nothing beside it that could be meant instead. */
function tokenOf(request: AuthenticatedRequest): string | undefined {
  if (hasSeveralAuthorizations(request)) return undefined;
  return BEARER.exec(request.headers.authorization ?? '')?.[1];
}

/** Node keeps the first of several, and lets the others disappear. */
function hasSeveralAuthorizations({ raw }: AuthenticatedRequest): boolean {
  const isAuthorization = (text: string, index: number): boolean =>
    index % 2 === 0 && text.toLowerCase() === 'authorization';
  return raw.rawHeaders.filter(isAuthorization).length > 1;
}

function refusal(reason: string): string {
  return `Access token validation failure. ${reason}`;
}

/** Text that may stand in quotes in a header (RFC 6750, section 3). */
function quotable(text: string): string {
  return text.replace(/[^ -~]|["\\]/g, "'");
}
