/** How often and how patiently something is tried again. */
export interface RetryPolicy {
  /** After this many failures nothing more is tried. */
  maxAttempts: number;
  /** Wait after the first failure, in seconds; doubles with every further one. */
  baseSeconds: number;
  /** The longest wait that doubling leads to, in seconds. */
  maxSeconds: number;
}

/**
 * When to try again after `failures` failures in a row (at least 1), or that it is time to give up. A server that asked
 * for a longer wait is given it, even beyond `maxSeconds`: coming back earlier only prolongs throttling (RFC 9110,
 * section 10.2.3).
 */
export function nextRetry(
  failures: number,
  now: Date,
  policy: RetryPolicy,
  retryAfterSeconds = 0,
): { retryAt: Date } | { giveUp: true } {
  if (failures >= policy.maxAttempts) return { giveUp: true };
  const doubled = policy.baseSeconds * 2 ** (Math.max(failures, 1) - 1);
  const seconds = Math.max(Math.min(doubled, policy.maxSeconds), retryAfterSeconds);
  return { retryAt: new Date(now.getTime() + seconds * 1000) };
}

/** How many times a policy tries again before it gives up. */
export function mostRetries(policy: RetryPolicy): number {
  return policy.maxAttempts - 1;
}
