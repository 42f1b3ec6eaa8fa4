import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { TokenRefusedError } from './auth-errors';
import type { Caller } from './caller';
import { callerOf } from './claims';
import { TokenVerifier } from './token-verifier';

const MOST_REMEMBERED = 1_000;

/** In characters. Node takes no more than 16 KiB of headers; a token of Entra with 200 groups has about 13 KiB. */
const LONGEST_TOKEN = 15_360;

/**
 * Who a token speaks for. A verified token is remembered until it expires, by its hash alone: checking the signature
 * takes longer than most requests.
 */
@Injectable()
export class VerifiedCallers {
  /** In the order of last use, oldest first. */
  private readonly remembered = new Map<string, Caller>();

  constructor(
    @Inject(TokenVerifier) private readonly verifier: TokenVerifier,
    @Inject(CONFIG) private readonly config: Pick<Config, 'authTenant'>,
  ) {}

  /** The caller of a token that was verified before and has not expired. */
  known(token: string): Caller | undefined {
    const key = keyOf(token);
    const caller = this.remembered.get(key);
    if (caller === undefined) return undefined;
    this.remembered.delete(key);
    if (caller.expiresAt.getTime() <= Date.now()) return undefined;
    this.remembered.set(key, caller);
    return caller;
  }

  /** @throws TokenRefusedError, IssuerUnavailableError */
  async verify(token: string): Promise<Caller> {
    if (token.length > LONGEST_TOKEN) throw new TokenRefusedError('The token is too long.');
    const caller = callerOf(await this.verifier.verify(token), this.config.authTenant);
    this.remembered.set(keyOf(token), caller);
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
