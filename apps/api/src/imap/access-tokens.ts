import { AuthKind } from '@ferry/contracts';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { SignIn } from '../access/service-access';
import { ServiceClock } from '../clock/service-clock';
import { TokenEndpoint } from './token-endpoint';

/** How an application gets tokens for itself. */
export type ApplicationSignIn = Extract<SignIn, { kind: AuthKind.OAuthClientCredentials }>;

interface KeptToken {
  readonly token: Promise<string>;
  readonly goodUntil: number;
}

/** A token is renewed so long before it expires, in milliseconds. */
const EARLY_MS = 60_000;
/** How long a token is taken for good where its issuer does not say, in seconds. */
const UNSAID_SECONDS = 300;

/**
 * Access tokens of applications (RFC 6749, section 4.4), kept in memory for as long as they are good: a migration of thousands of
 * mailboxes asks an issuer once an hour.
 */
@Injectable()
export class AccessTokens {
  private readonly kept = new Map<string, KeptToken>();

  constructor(
    private readonly endpoint: TokenEndpoint,
    private readonly clock: ServiceClock,
  ) {}

  /**
   * A token for an application. `renew` says that the last one was refused. Throws a `StoreError` that says what to do.
   */
  async get(signIn: ApplicationSignIn, renew: boolean): Promise<string> {
    const key = keyOf(signIn);
    const known = this.kept.get(key);
    if (known && !renew && known.goodUntil > this.clock.now().getTime()) return known.token;
    const asked = this.endpoint.ask(signIn);
    const now = this.clock.now().getTime();
    const token = asked.then((given) => given.token);
    // Whoever asked is told of a failure; perhaps nobody else waits for it.
    token.catch(() => undefined);
    // Until it is known how long it is good, those who come meanwhile wait for the same answer.
    this.kept.set(key, { token, goodUntil: Infinity });
    try {
      const { expiresInSeconds = UNSAID_SECONDS } = await asked;
      this.kept.set(key, { token, goodUntil: now + expiresInSeconds * 1_000 - EARLY_MS });
      return await token;
    } catch (error) {
      this.kept.delete(key);
      throw error;
    }
  }
}

/** A secret that was changed is another key, so that its tokens are asked for anew; it is not kept in clear a second time. */
function keyOf({ tokenEndpoint, clientId, clientSecret, scope }: ApplicationSignIn): string {
  return createHash('sha256')
    .update(JSON.stringify([tokenEndpoint, clientId, clientSecret, scope]))
    .digest('base64');
}
