import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { CONFIG, type Config } from '../config/config';
import { GraphLinks } from '../graph/graph-links';
import { AccessDeniedError, InvalidAuthenticationTokenError, TokenRefusedError } from './auth-errors';
import type { Caller } from './caller';
import { type AuthenticatedRequest, type Needs, NEEDS } from './current-caller';
import type { Access } from './permissions';
import { TokenVerifier } from './token-verifier';
import { VerifiedCallers } from './verified-callers';

const BEARER = /^Bearer +(\S+) *$/i;

/** Lets a request through when its bearer token is good and allows what the handler does (RFC 6750). */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(VerifiedCallers) private readonly callers: VerifiedCallers,
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(GraphLinks) private readonly links: GraphLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const needs =
      this.reflector.getAllAndOverride<Needs | undefined>(NEEDS, [context.getHandler(), context.getClass()]) ?? 'read';
    if (needs === 'public') return true;
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const header = request.headers.authorization;
    const token = BEARER.exec(header ?? '')?.[1];
    const known = token === undefined ? undefined : this.callers.known(token);
    if (known !== undefined) return admit(request, known, needs);
    return this.verify(request, token, needs);
  }

  private async verify(request: AuthenticatedRequest, token: string | undefined, access: Access): Promise<boolean> {
    if (token === undefined) throw await this.challenge(request, 'Access token is empty.');
    let caller: Caller;
    try {
      caller = await this.callers.verify(token);
    } catch (error) {
      if (!(error instanceof TokenRefusedError)) throw error;
      throw await this.challenge(request, `Access token validation failure. ${error.message}`, error.message);
    }
    return admit(request, caller, access);
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
      `authorization_uri="${authorizationEndpoint}"`,
      `client_id="${this.config.authAudience}"`,
      ...(reason === undefined ? [] : ['error="invalid_token"', `error_description="${reason}"`]),
    ];
    return new InvalidAuthenticationTokenError(message, parts.join(', '));
  }
}

function admit(request: AuthenticatedRequest, caller: Caller, access: Access): boolean {
  if (!(access === 'write' ? caller.canWrite : caller.canRead)) throw new AccessDeniedError(caller, access);
  request.caller = caller;
  return true;
}
