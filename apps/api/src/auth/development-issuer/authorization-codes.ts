import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SeedSignIn } from '../../sandbox/sandbox-directory';
import type { AskedScope } from './asked-scope';
import { OAuthError } from './oauth-error';

const LIFETIME_MS = 60_000;
const MOST_OPEN = 1_000;

/** What a code stands for until its client redeems it. */
export interface Authorization {
  readonly person: SeedSignIn;
  readonly clientId: string;
  readonly redirectUri: string;
  /** `code_challenge` of the client (RFC 7636, method S256). */
  readonly challenge: string;
  readonly asked: AskedScope;
  readonly nonce: string | undefined;
}

/** What a client shows to redeem a code. */
export interface Redemption {
  readonly code: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly verifier: string;
}

/** Codes that were given out and not redeemed: each holds for a minute and once. */
export class AuthorizationCodes {
  private readonly open = new Map<string, Authorization & { readonly expiresAt: number }>();

  /** @param now real time, in milliseconds */
  issue(authorization: Authorization, now: number): string {
    for (const [code, { expiresAt }] of this.open) {
      if (expiresAt > now && this.open.size < MOST_OPEN) break;
      this.open.delete(code);
    }
    const code = randomBytes(32).toString('base64url');
    this.open.set(code, { ...authorization, expiresAt: now + LIFETIME_MS });
    return code;
  }

  /** @throws OAuthError `invalid_grant`; the code is spent all the same */
  redeem({ code, clientId, redirectUri, verifier }: Redemption, now: number): Authorization {
    const authorization = this.open.get(code);
    this.open.delete(code);
    if (authorization === undefined || authorization.expiresAt <= now) {
      throw new OAuthError('invalid_grant', 'The code is not valid: it was used before, or is older than a minute.');
    }
    if (authorization.clientId !== clientId || authorization.redirectUri !== redirectUri) {
      throw new OAuthError('invalid_grant', 'The code was issued for another client or redirect_uri.');
    }
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (!sameText(challenge, authorization.challenge)) {
      throw new OAuthError('invalid_grant', 'The code_verifier does not belong to the code_challenge.');
    }
    return authorization;
  }
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
