import { catalogueError, nextRetry, type RetryPolicy } from '@ferry/domain';
import { OwnershipLostError } from '@ferry/mover';
import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import type { RunRecord } from '../jobs/job.record';
import { failedWith, type SliceOutcome } from './slice-outcome';
import { generalFailure, refusalOf } from './store-words';

/** A broken connection is tried again soon, then less and less often, for about half an hour in all. */
const CONNECTION: RetryPolicy = { maxAttempts: 10, baseSeconds: 2, maxSeconds: 300 };

/** A store that asks to wait is given what it asks for; this only ends a store that asks for ever. */
const THROTTLING: RetryPolicy = { maxAttempts: 50, baseSeconds: 1, maxSeconds: 60 };

/** What an error that interrupted a slice means for its run: the only place where errors become outcomes. */
export function outcomeOf(error: unknown, run: RunRecord, now: Date): SliceOutcome {
  if (error instanceof OwnershipLostError) return { kind: 'lost' };
  const failures = run.failures + 1;
  if (error instanceof StoreThrottledError) {
    const retry = nextRetry(failures, now, THROTTLING, error.retryAfterSeconds);
    if ('giveUp' in retry) return failedWith([catalogueError('ThrottledTooLong', [run.service, String(failures)])]);
    const reason = `The store asked to wait ${error.retryAfterSeconds} s.`;
    return { kind: 'waits', until: retry.retryAt, reason, failures };
  }
  if (error instanceof StoreRefusedError)
    return { kind: 'failed', message: error.message, errors: [refusalOf(error, run)] };
  const retry = nextRetry(failures, now, CONNECTION);
  if ('giveUp' in retry) {
    return error instanceof StoreUnavailableError
      ? failedWith([catalogueError('ConnectionLost', [run.service, String(failures)])])
      : failedWith([generalFailure(run)]);
  }
  const reason =
    error instanceof StoreUnavailableError
      ? `The connection was lost; retry ${failures} of ${CONNECTION.maxAttempts}.`
      : `Something unexpected happened; retry ${failures} of ${CONNECTION.maxAttempts}.`;
  return { kind: 'waits', until: retry.retryAt, reason, failures };
}
