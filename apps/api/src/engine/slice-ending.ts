import type { ServiceStatus } from '@ferry/contracts';
import { DomainError, isSettled, nextServiceStatus, type ServiceTrigger } from '@ferry/domain';
import type { SliceOutcome } from './slice-outcome';
import type { ClaimedRun, SliceEnd } from './slices.repository';

/** What an outcome writes into the run, and why. */
export interface SliceEnding {
  readonly end: SliceEnd;
  readonly cause: string;
}

/** How a run goes on after a slice: the lifecycle of `libs/domain` decides where the outcome leads. */
export function endingOf(
  { run }: ClaimedRun,
  outcome: Exclude<SliceOutcome, { kind: 'lost' }>,
  now: Date,
): SliceEnding {
  const stays = { status: run.status, failures: 0, waitsUntil: null, finishedAt: null };
  switch (outcome.kind) {
    case 'goesOn': {
      const { phase, checkpoint, failures } = outcome;
      return { end: { ...stays, phase, checkpoint, failures, message: '' }, cause: '' };
    }
    case 'waits': {
      const { until, reason, failures } = outcome;
      return { end: { ...stays, phase: run.phase, message: reason, failures, waitsUntil: until }, cause: '' };
    }
    case 'synced':
      return moving(run.status, 'synced', { ...stays, message: '' }, 'the mailbox is in sync', now);
    case 'completed': {
      const { message, errors } = outcome;
      return moving(run.status, 'complete', { ...stays, message, errors: [...errors] }, 'verified', now);
    }
    case 'failed': {
      const { message, errors } = outcome;
      const cause = errors[0]?.code ?? 'failed';
      return moving(run.status, 'fail', { ...stays, message, errors: [...errors] }, cause, now);
    }
  }
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
  return { end: { ...end, status, phase: null, checkpoint: null, finishedAt }, cause };
}
