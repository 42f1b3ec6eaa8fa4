import { WaitKind, Workload } from '@ferry/contracts';
import {
  catalogueEntry,
  type CatalogueCode,
  catalogueError,
  DomainError,
  CONNECTION_RETRIES,
  mostRetries,
  nextRetry,
  THROTTLING_RETRIES,
} from '@ferry/domain';
import { OwnershipLostError } from '@ferry/mover';
import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import type { RunError, RunRecord } from '../jobs/job.record';
import { failedWith, type SliceOutcome } from './slice-outcome';

/** What an error that interrupted a slice means for its run: the only place where errors become outcomes. */
export function outcomeOf(error: unknown, run: RunRecord, now: Date): SliceOutcome {
  if (error instanceof OwnershipLostError) return { kind: 'lost' };
  const failures = run.failures + 1;
  if (error instanceof StoreThrottledError) return throttled(error, run, failures, now);
  if (error instanceof StoreRefusedError)
    return { kind: 'failed', message: error.message, errors: [refusal(error, run)] };
  const isUnreachable = error instanceof StoreUnavailableError;
  const concerns = isUnreachable ? { trouble: { kind: 'connectionLost', at: now } as const } : {};
  const retry = nextRetry(failures, now, CONNECTION_RETRIES);
  if ('giveUp' in retry) {
    const failure = isUnreachable
      ? catalogueError('ConnectionLost', [run.service, String(failures)])
      : generalFailure(run);
    return { ...failedWith([failure]), ...concerns };
  }
  const what = isUnreachable ? 'The connection was lost' : 'Something unexpected happened';
  const message = `${what}; retry ${failures} of ${mostRetries(CONNECTION_RETRIES)}.`;
  return { kind: 'waits', until: retry.retryAt, waitReason: WaitKind.Retry, message, failures, ...concerns };
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

/** The published error for a failure that has no code of its own. */
export function generalFailure(run: Pick<RunRecord, 'service' | 'personId'>): { code: CatalogueCode; message: string } {
  return catalogueError('MIGR-003', [run.personId], run.service === Workload.Meeting ? 'meeting' : undefined);
}

function refusal(error: StoreRefusedError, run: RunRecord): RunError {
  const code = error.catalogueCode;
  if (code === 'MIGR-003' || !catalogueEntry(code)) return generalFailure(run);
  try {
    return catalogueError(code as CatalogueCode, error.parameters);
  } catch (mismatch) {
    if (mismatch instanceof DomainError) return { code, message: error.message };
    throw mismatch;
  }
}
