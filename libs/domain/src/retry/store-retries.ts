import type { RetryPolicy } from './retry-policy';

/** A broken connection to a store is tried again soon, then less and less often, for about half an hour in all. */
export const CONNECTION_RETRIES: RetryPolicy = { maxAttempts: 10, baseSeconds: 2, maxSeconds: 300 };

/** A store that asks to wait is given what it asks for; this only ends one that asks for ever. */
export const THROTTLING_RETRIES: RetryPolicy = { maxAttempts: 50, baseSeconds: 1, maxSeconds: 60 };
