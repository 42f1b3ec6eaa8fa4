import { ServiceStatus } from '@ferry/contracts';

/**
 * What may happen to one workload of one person.
 *
 * - `reset` clears the traces of an earlier attempt; `check`, `pass`, `invalidate` and `break` belong to validation.
 * - `startSync`, `synced` and `finalize` belong to Exchange; `awaitCutover` and `start` to the other workloads.
 * - `complete`, `fail`, `cancel` and `finishCancel` end it.
 */
export type ServiceTrigger =
  | 'reset'
  | 'check'
  | 'pass'
  | 'invalidate'
  | 'break'
  | 'startSync'
  | 'synced'
  | 'finalize'
  | 'awaitCutover'
  | 'start'
  | 'complete'
  | 'fail'
  | 'cancel'
  | 'finishCancel';

/** A cancellation may take effect at once when nothing runs, or be carried out by whoever runs. */
const CANCEL = { cancel: ServiceStatus.PendingCancel, finishCancel: ServiceStatus.Cancelled } as const;
const RESET = { reset: ServiceStatus.NotStarted } as const;
const FAIL = { fail: ServiceStatus.Failed } as const;
/** The migration begins: mailboxes sync, everything else waits for the cutover (contract page 3.6). */
const BEGIN = { startSync: ServiceStatus.Syncing, awaitCutover: ServiceStatus.Synced } as const;

/**
 * The life of one workload of one person: from a status, by a trigger, to a status (contract page 2.7 and 3.6).
 * `inProgress` means being checked during validation and being moved during the cutover, so the endings of both are
 * legal there.
 */
export const SERVICE_TRANSITIONS: Readonly<
  Record<ServiceStatus, Readonly<Partial<Record<ServiceTrigger, ServiceStatus>>>>
> = {
  [ServiceStatus.NotStarted]: { check: ServiceStatus.InProgress, ...BEGIN, ...RESET, ...FAIL, ...CANCEL },
  [ServiceStatus.Valid]: { ...RESET, ...CANCEL },
  [ServiceStatus.Invalid]: { ...RESET, ...CANCEL },
  [ServiceStatus.Error]: { ...RESET, ...CANCEL },
  [ServiceStatus.InProgress]: {
    pass: ServiceStatus.Valid,
    invalidate: ServiceStatus.Invalid,
    break: ServiceStatus.Error,
    complete: ServiceStatus.Completed,
    ...RESET,
    ...FAIL,
    ...CANCEL,
  },
  [ServiceStatus.Syncing]: { synced: ServiceStatus.Synced, ...FAIL, ...CANCEL },
  [ServiceStatus.Synced]: {
    finalize: ServiceStatus.Finalizing,
    start: ServiceStatus.InProgress,
    ...FAIL,
    ...CANCEL,
  },
  [ServiceStatus.Finalizing]: { complete: ServiceStatus.Completed, ...FAIL, ...CANCEL },
  [ServiceStatus.Completed]: {},
  // A retry clears what failed and leaves alone what was completed (contract page 3.7); who leaves the job counts no more.
  [ServiceStatus.Failed]: { ...BEGIN, ...RESET, finishCancel: ServiceStatus.Cancelled },
  [ServiceStatus.Cancelled]: {},
  [ServiceStatus.PendingCancel]: { finishCancel: ServiceStatus.Cancelled },
  [ServiceStatus.ForceComplete]: {},
  [ServiceStatus.UnknownFutureValue]: {},
};

/** Where a trigger leads from a status; undefined when it is impossible there. */
export function nextServiceStatus(from: ServiceStatus, trigger: ServiceTrigger): ServiceStatus | undefined {
  return SERVICE_TRANSITIONS[from][trigger];
}

const SETTLED: ReadonlySet<ServiceStatus> = new Set([
  ServiceStatus.Completed,
  ServiceStatus.Failed,
  ServiceStatus.Cancelled,
]);

/** Whether this attempt does nothing more with the workload: completed, failed or cancelled. */
export function isSettled(status: ServiceStatus): boolean {
  return SETTLED.has(status);
}
