import { JobStatus, type PersonProgress, ServiceStatus } from '@ferry/contracts';
import type { Face } from './face';

/** Where a person stands over all workloads, in the order in which the filters show it. */
export const PERSON_PHASES = [
  'held',
  'failed',
  'checking',
  'valid',
  'syncing',
  'synced',
  'cuttingOver',
  'completed',
  'notStarted',
  'removed',
] as const;
export type PersonPhase = (typeof PERSON_PHASES)[number];

export const PERSON_PHASE_FACES: Readonly<Record<PersonPhase, Face>> = {
  held: { label: 'Needs a decision', tone: 'warn', icon: 'alert-triangle' },
  failed: { label: 'Failed', tone: 'bad', icon: 'circle-x' },
  checking: { label: 'Checking', tone: 'run', icon: 'refresh' },
  valid: { label: 'Valid', tone: 'ok', icon: 'circle-check' },
  syncing: { label: 'Syncing', tone: 'run', icon: 'refresh' },
  synced: { label: 'Synced', tone: 'wait', icon: 'clock' },
  cuttingOver: { label: 'Cutting over', tone: 'run', icon: 'refresh' },
  completed: { label: 'Completed', tone: 'ok', icon: 'circle-check' },
  notStarted: { label: 'Not started', tone: 'idle', icon: 'circle-dashed' },
  removed: { label: 'Cancelled', tone: 'idle', icon: 'circle-minus' },
};

const FAILED: ReadonlySet<ServiceStatus> = new Set([ServiceStatus.Failed, ServiceStatus.Invalid, ServiceStatus.Error]);

/** Whether a status says that something went wrong. */
export function isFailure(status: ServiceStatus): boolean {
  return FAILED.has(status);
}

/** While a job is validated, `inProgress` is a check that runs; later it is content that moves. */
export function isValidating(status: JobStatus): boolean {
  return (
    status === JobStatus.ValidateSubmitted ||
    status === JobStatus.ValidateProcessing ||
    status === JobStatus.ValidateInProgress
  );
}

/** Whether somebody has to decide about skipped items of a person before the person goes on. */
export function isHeld({ services }: PersonProgress): boolean {
  return services.some(({ heldDateTime }) => heldDateTime !== null);
}

/** What waits for a person outweighs everything, then a failure does; then comes whatever still moves, then whatever waits. */
export function personPhase(person: PersonProgress, job: JobStatus): PersonPhase {
  const statuses = person.services.map(({ status }) => status);
  const some = (...wanted: ServiceStatus[]) => statuses.some((status) => wanted.includes(status));
  const all = (wanted: ServiceStatus) => statuses.length > 0 && statuses.every((status) => status === wanted);
  if (person.removed || all(ServiceStatus.Cancelled)) return 'removed';
  if (isHeld(person)) return 'held';
  if (statuses.some(isFailure)) return 'failed';
  if (all(ServiceStatus.Completed)) return 'completed';
  if (some(ServiceStatus.Syncing)) return 'syncing';
  if (some(ServiceStatus.InProgress, ServiceStatus.Finalizing)) return isValidating(job) ? 'checking' : 'cuttingOver';
  if (some(ServiceStatus.Completed)) return 'cuttingOver';
  if (some(ServiceStatus.Synced)) return 'synced';
  if (all(ServiceStatus.Valid)) return 'valid';
  return isValidating(job) && some(ServiceStatus.Valid) ? 'checking' : 'notStarted';
}
