import { type MonoTypeOperatorFunction, takeUntil, timer } from 'rxjs';
import type { Caller } from './caller';
import { CLOCK_TOLERANCE_SECONDS } from './token-verifier';

/** The longest that a timer of Node can wait, in milliseconds: 24.8 days. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Ends a stream when the token that opened it expires: nobody may go on reading for longer than they could ask. A token
 * that was let in after its expiry, because the clocks of issuer and service may differ, is good for that difference.
 */
export function whileTokenHolds<T>({ expiresAt }: Pick<Caller, 'expiresAt'>): MonoTypeOperatorFunction<T> {
  const left = expiresAt.getTime() - Date.now();
  const holds = left > 0 ? left : left + CLOCK_TOLERANCE_SECONDS * 1_000;
  return takeUntil(timer(Math.min(Math.max(holds, 0), LONGEST_TIMER_MS)));
}
