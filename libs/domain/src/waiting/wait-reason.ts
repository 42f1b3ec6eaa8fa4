import { ServiceStatus, WaitKind, type WaitReason, type Workload } from '@ferry/contracts';
import { mostRetries } from '../retry/retry-policy';
import { CONNECTION_RETRIES } from '../retry/store-retries';
import { afterExchange, followsExchange } from '../workloads/dependencies';

/** A workload of a person, as far as it says why it does not move. */
export interface WaitingRun {
  readonly service: Workload;
  readonly status: ServiceStatus;
  /** Whether content is to be moved or compared next. */
  readonly moves: boolean;
  /** Whether somebody works on it at this moment. */
  readonly worked: boolean;
  /** Whether somebody has to decide about its skipped items. */
  readonly held: boolean;
  /** Failures in a row. */
  readonly failures: number;
  readonly waitsUntil: Date | null;
  /** What the engine itself noted when it let the run wait; null when it noted nothing. */
  readonly noted: WaitKind | null;
}

/** The job of a run, and the mailbox of the same person. */
export interface WaitingJob {
  readonly completeAfter: Date;
  readonly awaitsApproval: boolean;
  /** Status of the mailbox of the same person; undefined where the job has none. */
  readonly mailbox: ServiceStatus | undefined;
}

const because = (kind: WaitKind, more: Partial<WaitReason> = {}): WaitReason => ({
  kind,
  untilDateTime: null,
  retry: null,
  retries: null,
  ...more,
});

/**
 * Why a workload of a person does not move, as far as the engine knows; null while it moves, and when nothing is to move.
 * A decision that is missing outweighs a date, because no time that passes helps there.
 */
export function waitReason(run: WaitingRun, job: WaitingJob, now: Date): WaitReason | null {
  if (run.held) return because(WaitKind.Person);
  switch (run.status) {
    case ServiceStatus.NotStarted:
      return job.awaitsApproval ? because(WaitKind.Person) : null;
    case ServiceStatus.Synced:
      return beforeCutover(run, job, now);
    case ServiceStatus.Syncing:
    case ServiceStatus.InProgress:
    case ServiceStatus.Finalizing:
      return run.moves ? whileMoving(run, now) : null;
    case ServiceStatus.Valid:
    case ServiceStatus.Invalid:
    case ServiceStatus.Error:
    case ServiceStatus.PendingCancel:
    case ServiceStatus.Completed:
    case ServiceStatus.Failed:
    case ServiceStatus.Cancelled:
    case ServiceStatus.ForceComplete:
    case ServiceStatus.UnknownFutureValue:
      return null;
  }
}

function beforeCutover({ service }: WaitingRun, { completeAfter, mailbox }: WaitingJob, now: Date): WaitReason {
  if (now < completeAfter) return because(WaitKind.Date, { untilDateTime: completeAfter });
  const waits = followsExchange(service) && afterExchange(service, mailbox) === 'wait';
  return because(waits ? WaitKind.Mailbox : WaitKind.Queue);
}

function whileMoving({ worked, waitsUntil, failures, noted }: WaitingRun, now: Date): WaitReason | null {
  if (waitsUntil !== null && waitsUntil > now) {
    const kind = noted ?? (failures > 0 ? WaitKind.Retry : WaitKind.BackOff);
    const tries = kind === WaitKind.Retry && failures > 0;
    const retries = tries ? { retry: failures, retries: mostRetries(CONNECTION_RETRIES) } : {};
    return because(kind, { untilDateTime: waitsUntil, ...retries });
  }
  if (worked) return null;
  // What was to be waited for until a time is over by now; what else was noted still holds.
  return because(noted === WaitKind.Slot || noted === WaitKind.Pace ? noted : WaitKind.Queue);
}
