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
  if (error instanceof StoreThrottledError) {
    const retry = nextRetry(failures, now, THROTTLING_RETRIES, error.retryAfterSeconds);
    if ('giveUp' in retry) return failedWith([catalogueError('ThrottledTooLong', [run.service, String(failures)])]);
    const reason = `The store asked to wait ${error.retryAfterSeconds} s.`;
    return { kind: 'waits', until: retry.retryAt, reason, failures, noted: WaitKind.BackOff };
  }
  if (error instanceof StoreRefusedError)
    return { kind: 'failed', message: error.message, errors: [refusal(error, run)] };
  const retry = nextRetry(failures, now, CONNECTION_RETRIES);
  if ('giveUp' in retry) {
    return error instanceof StoreUnavailableError
      ? failedWith([catalogueError('ConnectionLost', [run.service, String(failures)])])
      : failedWith([generalFailure(run)]);
  }
  const retries = mostRetries(CONNECTION_RETRIES);
  const reason =
    error instanceof StoreUnavailableError
      ? `The connection was lost; retry ${failures} of ${retries}.`
      : `Something unexpected happened; retry ${failures} of ${retries}.`;
  return { kind: 'waits', until: retry.retryAt, reason, failures, noted: WaitKind.Retry };
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
