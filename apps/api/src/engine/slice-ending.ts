import { ServiceStatus } from '@ferry/contracts';
import { catalogueError, DomainError, isSettled, nextServiceStatus, type ServiceTrigger } from '@ferry/domain';
import type { RunRecord } from '../jobs/job.record';
import type { RunVerification } from './run-verification';
import type { SliceOutcome } from './slice-outcome';
import type { SliceEnd } from './slices.repository';

/** What an outcome writes into the run, and the cause that the event log gives for it. */
export interface SliceEnding {
  readonly end: SliceEnd;
  readonly cause: string;
}

/** What an outcome means for its run. Throws a `DomainError` when the lifecycle has no such arrow. */
export function endingOf(
  run: RunRecord,
  outcome: Exclude<SliceOutcome, { kind: 'lost' | 'held' }>,
  now: Date,
): SliceEnding {
  if (run.phase === 'recheck') return { end: recheckEnd(run, outcome), cause: '' };
  const stays = { status: run.status, failures: 0, waitsUntil: null, waitReason: null, finishedAt: null };
  switch (outcome.kind) {
    case 'goesOn': {
      const { phase, checkpoint, failures, verification } = outcome;
      return { end: { ...stays, phase, checkpoint, failures, message: '', ...made(verification) }, cause: '' };
    }
    case 'waits': {
      const { until, waitReason, message, failures } = outcome;
      return { end: { ...stays, phase: run.phase, message, failures, waitsUntil: until, waitReason }, cause: '' };
    }
    case 'synced': {
      const end = { ...stays, message: '', checkpoint: outcome.checkpoint ?? null };
      return moving(run.status, 'synced', end, 'the mailbox is in sync', now);
    }
    case 'completed': {
      const { message, errors, verification } = outcome;
      const end = { ...stays, message, errors: [...errors], ...made(verification) };
      return moving(run.status, 'complete', end, 'verified', now);
    }
    case 'compared':
      throw new DomainError('illegalTransition', `A workload in ${run.status} is not compared once more.`);
    case 'failed': {
      const { message, errors, verification } = outcome;
      const cause = errors[0]?.code ?? 'failed';
      const end = { ...stays, message, errors: [...errors], ...made(verification) };
      return moving(run.status, 'fail', end, cause, now);
    }
  }
}

/**
 * The end of a slice that compares a run which has ended before. Whatever comes of it, the run stays as it was: only the
 * result of the comparison is replaced, or why there is none.
 */
function recheckEnd(run: RunRecord, outcome: Exclude<SliceOutcome, { kind: 'lost' | 'held' }>): SliceEnd {
  const { status, finishedAt } = run;
  const ended = { status, phase: null, failures: 0, waitsUntil: null, waitReason: null, finishedAt };
  switch (outcome.kind) {
    case 'compared':
      return { ...ended, ...made(outcome.verification) };
    case 'waits': {
      const { until: waitsUntil, waitReason, failures } = outcome;
      return { ...ended, phase: 'recheck', failures, waitsUntil, waitReason };
    }
    case 'failed':
      return {
        ...ended,
        verificationProblem: [outcome.message, ...outcome.errors.map(({ message }) => message)]
          .filter((text) => text !== '')
          .join(' '),
      };
    case 'goesOn':
    case 'synced':
    case 'completed':
      throw new DomainError('illegalTransition', `A comparison cannot end as ${outcome.kind}.`);
  }
}

function made(verification: RunVerification | undefined): Pick<SliceEnd, 'verification'> {
  return verification === undefined ? {} : { verification };
}

/** The end of a slice after which somebody has to decide about skipped items (ADR 0027). */
export function heldEnding(run: RunRecord, skipped: number, allowed: number, now: Date): SliceEnding {
  const error = catalogueError('SkippedItemsOverLimit', [String(skipped), String(allowed)]);
  const status = run.status === ServiceStatus.Syncing ? ServiceStatus.Synced : run.status;
  const stands = { phase: null, checkpoint: null, failures: 0, waitsUntil: null, waitReason: null, finishedAt: null };
  return { end: { ...stands, status, message: error.message, errors: [error], heldAt: now }, cause: error.code };
}

/** The end of a slice whose skipped items are allowed by now. */
export function allowedEnding(run: RunRecord, now: Date): SliceEnding {
  if (run.status === ServiceStatus.Syncing) return endingOf(run, { kind: 'synced' }, now);
  return endingOf(run, { kind: 'goesOn', phase: 'verify', checkpoint: null, failures: run.failures }, now);
}

function moving(
  from: ServiceStatus,
  trigger: ServiceTrigger,
  end: Omit<SliceEnd, 'phase'>,
  cause: string,
  now: Date,
): SliceEnding {
  const status = nextServiceStatus(from, trigger);
  if (!status) throw new DomainError('illegalTransition', `A workload cannot ${trigger} from ${from}.`);
  const finishedAt = isSettled(status) ? now : null;
  return { end: { checkpoint: null, ...end, status, phase: null, finishedAt }, cause };
}
