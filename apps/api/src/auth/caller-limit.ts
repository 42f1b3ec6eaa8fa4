import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Config } from '../config/config';
import { GraphHttpError } from '../graph/graph-http-error';
import { logDate } from '../logging/log-date';
import type { Caller } from './caller';

/** 429, in the words of Graph, with the time to wait (contract page 5.2). */
export class TooManyRequestsError extends GraphHttpError {
  /** @param seconds after which the caller may ask again; a whole number, at least 1 */
  constructor(seconds: number) {
    super(429, 'TooManyRequests', 'Please retry again later.', {
      headers: { 'retry-after': String(seconds) },
      innerError: { code: '429', status: '429', message: 'Please retry after', date: logDate() },
    });
  }
}

/**
 * How many requests a caller may send in a while (`FERRY_THROTTLE_REQUESTS`, `FERRY_THROTTLE_SECONDS`), counted by this
 * process in real time: clients compare `Retry-After` with their own clocks. A caller is a person or an application of a
 * tenant; whoever has not shown a good token yet is counted by address.
 */
@Injectable()
export class CallerLimit {
  private readonly limiter: RateLimiterMemory | null;

  constructor(@Inject(CONFIG) config: Pick<Config, 'throttleRequests' | 'throttleSeconds'>) {
    const { throttleRequests: points, throttleSeconds: duration } = config;
    this.limiter = points === 0 ? null : new RateLimiterMemory({ points, duration });
  }

  /** Counts a request of a caller. @throws TooManyRequestsError */
  countCaller({ tenantId, kind, actor }: Caller): Promise<void> | undefined {
    return this.count(`${tenantId}/${kind}/${actor}`);
  }

  /** Counts a request whose caller is not known. @throws TooManyRequestsError */
  countAddress(address: string): Promise<void> | undefined {
    return this.count(`address/${address}`);
  }

  private count(key: string): Promise<void> | undefined {
    return this.limiter?.consume(key).then(
      () => undefined,
      (refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw new TooManyRequestsError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000)));
      },
    );
  }
}
