import { WaitKind } from '@ferry/contracts';
import { catalogueError, CONNECTION_RETRIES, mostRetries, nextRetry, THROTTLING_RETRIES } from '@ferry/domain';
import { OwnershipLostError } from '@ferry/mover';
import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import type { RunError, RunRecord } from '../jobs/job.record';
import { failedWith, type SliceOutcome } from './slice-outcome';
import { generalFailure, refusalOf } from './store-words';

/** What an error that interrupted a slice means for its run: the only place where errors become outcomes. */
export function outcomeOf(error: unknown, run: RunRecord, now: Date): SliceOutcome {
  if (error instanceof OwnershipLostError) return { kind: 'lost' };
  const failures = run.failures + 1;
  if (error instanceof StoreThrottledError) return throttled(error, run, failures, now);
  if (error instanceof StoreRefusedError)
    return { kind: 'failed', message: error.message, errors: [refusalOf(error, run)] };
  const isUnreachable = error instanceof StoreUnavailableError;
  const concerns = isUnreachable ? { trouble: { kind: 'connectionLost', at: now } as const } : {};
  const retry = nextRetry(failures, now, CONNECTION_RETRIES);
  if ('giveUp' in retry) {
    const message = isUnreachable ? error.message : '';
    return { kind: 'failed', message, errors: [lastWord(error, run, failures)], ...concerns };
  }
  const what = isUnreachable ? 'The connection was lost' : 'Something unexpected happened';
  const message = `${what}; retry ${failures} of ${mostRetries(CONNECTION_RETRIES)}.`;
  return { kind: 'waits', until: retry.retryAt, waitReason: WaitKind.Retry, message, failures, ...concerns };
}

/** What it is called when trying again was of no use. */
function lastWord(error: unknown, run: RunRecord, failures: number): RunError {
  if (!(error instanceof StoreUnavailableError)) return generalFailure(run);
  return error.lastly
    ? refusalOf(error.lastly, run)
    : catalogueError('ConnectionLost', [run.service, String(failures)]);
}

function throttled(error: StoreThrottledError, run: RunRecord, failures: number, at: Date): SliceOutcome {
  const { retryAfterSeconds, scope } = error;
  const concerns = scope === 'endpoint' ? { trouble: { kind: 'throttled', retryAfterSeconds, at } as const } : {};
  const retry = nextRetry(failures, at, THROTTLING_RETRIES, retryAfterSeconds);
  if ('giveUp' in retry) {
    return { ...failedWith([catalogueError('ThrottledTooLong', [run.service, String(failures)])]), ...concerns };
  }
  const message = `The store asked to wait ${retryAfterSeconds} s.`;
  return { kind: 'waits', until: retry.retryAt, waitReason: WaitKind.BackOff, message, failures, ...concerns };
}
