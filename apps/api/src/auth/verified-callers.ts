import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from './caller';
import { callerOf } from './claims';
import { TokenVerifier } from './token-verifier';

const MOST_REMEMBERED = 1_000;

interface Remembered {
  readonly caller: Caller;
  readonly expiresAt: number;
}

/**
 * Who a token speaks for. A verified token is remembered until it expires, by its hash alone: checking the signature
 * takes longer than most requests.
 */
@Injectable()
export class VerifiedCallers {
  /** In the order of last use, oldest first. */
  private readonly remembered = new Map<string, Remembered>();

  constructor(@Inject(TokenVerifier) private readonly verifier: TokenVerifier) {}

  /** The caller of a token that was verified before and has not expired. */
  known(token: string): Caller | undefined {
    const key = keyOf(token);
    const entry = this.remembered.get(key);
    if (entry === undefined) return undefined;
    this.remembered.delete(key);
    if (entry.expiresAt <= Date.now()) return undefined;
    this.remembered.set(key, entry);
    return entry.caller;
  }

  /** @throws TokenRefusedError, IssuerUnavailableError */
  async verify(token: string): Promise<Caller> {
    const claims = await this.verifier.verify(token);
    const caller = callerOf(claims);
    this.remembered.set(keyOf(token), { caller, expiresAt: (claims.exp ?? 0) * 1_000 });
    for (const oldest of this.remembered.keys()) {
      if (this.remembered.size <= MOST_REMEMBERED) break;
      this.remembered.delete(oldest);
    }
    return caller;
  }
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64');
}
