import { ServiceStatus, Workload } from '@ferry/contracts';
import type { CodeRaisedBy } from '../errors/error-catalogue';

const NEEDS: Readonly<Record<Workload, readonly Workload[]>> = {
  [Workload.Exchange]: [],
  [Workload.ODSP]: [],
  [Workload.Teams]: [],
  [Workload.Meeting]: [Workload.Teams, Workload.Exchange],
};

/** A chosen workload together with the ones that it needs and that were not chosen. */
export interface MissingDependency {
  workload: Workload;
  needs: Workload[];
}

/** The chosen workloads that cannot run, because others that they need were not chosen (contract page 3.9). */
export function missingDependencies(workloads: readonly Workload[]): MissingDependency[] {
  return workloads
    .map((workload) => ({ workload, needs: NEEDS[workload].filter((needed) => !workloads.includes(needed)) }))
    .filter(({ needs }) => needs.length > 0);
}

/** Whether a workload moves only after the mailbox of the same person is settled (contract page 3.5). */
export function followsExchange(workload: Workload): boolean {
  return workload !== Workload.Exchange;
}

/** What a workload does now, given the mailbox of the same person. */
export type AfterExchange = 'wait' | 'start' | { fail: CodeRaisedBy<'engine'> };

const NO_TARGET_MAILBOX: AfterExchange = { fail: 'MMS-011' };

/** What a failed mailbox means for the others: chats and files go on, a meeting has nowhere to go. */
const AFTER_FAILED_MAILBOX: Readonly<Record<Workload, AfterExchange>> = {
  [Workload.Exchange]: 'start',
  [Workload.ODSP]: 'start',
  [Workload.Teams]: 'start',
  [Workload.Meeting]: NO_TARGET_MAILBOX,
};

/**
 * Whether a workload of a person may begin its cutover, given where that person's mailbox stands (undefined: the job
 * does not move mailboxes). It waits for the mailbox to settle; a failed one stops meetings only, with MMS-011
 * (contract page 3.5 and 4.2). Where the mailbox was cancelled the person is being removed, so nothing starts any more.
 */
export function afterExchange(workload: Workload, exchangeStatus: ServiceStatus | undefined): AfterExchange {
  if (!followsExchange(workload) || exchangeStatus === undefined) return 'start';
  switch (exchangeStatus) {
    case ServiceStatus.Completed:
    case ServiceStatus.ForceComplete:
      return 'start';
    case ServiceStatus.Failed:
      return AFTER_FAILED_MAILBOX[workload];
    case ServiceStatus.NotStarted:
    case ServiceStatus.Valid:
    case ServiceStatus.Invalid:
    case ServiceStatus.Error:
    case ServiceStatus.InProgress:
    case ServiceStatus.Syncing:
    case ServiceStatus.Synced:
    case ServiceStatus.Finalizing:
    case ServiceStatus.PendingCancel:
    case ServiceStatus.Cancelled:
    case ServiceStatus.UnknownFutureValue:
      return 'wait';
  }
}
