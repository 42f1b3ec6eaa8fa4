import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';

/** What a sentence about one workload of a person looks at. */
export interface ServiceSituation {
  service: Workload;
  status: ServiceStatus;
  /** Whether what arrived is being compared with the source. */
  compares: boolean;
  /** Whether the job moves mailboxes, for which the other workloads wait. */
  withMailboxes: boolean;
  jobStatus: JobStatus;
  /** `completeAfterDateTime` of the job. */
  completeAfter: Date;
}

const after = ({ completeAfter }: ServiceSituation): string => `after ${completeAfter.toISOString()}`;

function moving({ compares }: ServiceSituation): string {
  return compares
    ? 'Everything has arrived. It is being compared with the source.'
    : 'Its content is being copied. It is compared with the source before it is completed.';
}

function synced(situation: ServiceSituation): string {
  if (situation.service === Workload.Exchange) return `The mailbox is in sync. It cuts over ${after(situation)}.`;
  const order = situation.withMailboxes ? ', once the mailbox is through' : '';
  return `It moves ${after(situation)}${order}.`;
}

const MESSAGES: Readonly<Record<ServiceStatus, (situation: ServiceSituation) => string>> = {
  [ServiceStatus.NotStarted]: () => '',
  [ServiceStatus.Valid]: () => 'All prerequisites are met.',
  [ServiceStatus.Invalid]: () => 'Some prerequisites are not met. See the errors, fix their cause and validate again.',
  [ServiceStatus.Error]: () => 'The prerequisites could not be checked. See the errors and validate again.',
  [ServiceStatus.InProgress]: (situation) =>
    situation.jobStatus === JobStatus.ValidateInProgress ? 'Its prerequisites are being checked.' : moving(situation),
  [ServiceStatus.Syncing]: (situation) =>
    `The mailbox is being copied in the background. Its cutover begins ${after(situation)}, once it is in sync.`,
  [ServiceStatus.Synced]: synced,
  [ServiceStatus.Finalizing]: (situation) =>
    situation.compares ? moving(situation) : 'The mailbox is being brought up to date. Then it is compared.',
  [ServiceStatus.Completed]: () => 'Everything was moved and compared.',
  [ServiceStatus.Failed]: () => 'It could not be moved. See the errors, fix their cause and migrate again.',
  [ServiceStatus.PendingCancel]: () => 'It is being cancelled.',
  [ServiceStatus.Cancelled]: () => 'It was cancelled. What was copied stays at the target.',
  [ServiceStatus.ForceComplete]: () => '',
  [ServiceStatus.UnknownFutureValue]: () => '',
};

/**
 * What is going on with one workload of one person and what comes next, where the engine has nothing more particular to
 * say (contract page 2.3: the empty text when there is nothing to say). The texts are ours.
 */
export function serviceMessage(situation: ServiceSituation): string {
  return MESSAGES[situation.status](situation);
}
