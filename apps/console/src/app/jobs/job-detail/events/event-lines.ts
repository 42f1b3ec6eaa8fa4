import { type JobEvent, JobStatus, PersonMembership, ServiceStatus } from '@ferry/contracts';
import { catalogueEntry } from '@ferry/domain';
import { formatExact, formatTimeOfDay } from '../../../format/dates';
import type { Tone } from '../../../ui/tone';
import { JOB_STATUS_FACES } from '../../labels/job-status-faces';
import { SERVICE_STATUS_FACES } from '../../labels/service-status-faces';
import { WORKLOAD_FACES } from '../../labels/workload-faces';

/** An event as a line: when, who, what. */
export interface EventLine {
  readonly id: number;
  readonly time: string;
  readonly exact: string;
  readonly subject: string;
  readonly outcome: string;
  readonly tone: Tone;
  readonly cause: string;
}

const JOB_STATUSES: ReadonlySet<string> = new Set(Object.values(JobStatus));
const SERVICE_STATUSES: ReadonlySet<string> = new Set(Object.values(ServiceStatus));
const isJobStatus = (status: string): status is JobStatus => JOB_STATUSES.has(status);
const isServiceStatus = (status: string): status is ServiceStatus => SERVICE_STATUSES.has(status);

export function eventLine(event: JobEvent): EventLine {
  const { id, dateTime, service, cause } = event;
  const who = event.personId === null ? 'Job' : (event.personName ?? event.personId);
  const { label, tone } = faceOf(event);
  return {
    id,
    time: formatTimeOfDay(dateTime),
    exact: formatExact(dateTime),
    subject: service === null ? who : `${who} · ${WORKLOAD_FACES[service].label}`,
    outcome: label,
    tone,
    cause: causeOf(cause),
  };
}

/** What an error did is told by its code in the log; the catalogue has the words. */
function causeOf(cause: string): string {
  const entry = catalogueEntry(cause);
  return entry === undefined ? cause : `${cause}: ${entry.title}`;
}

/** What left the status alone is told by its cause. */
const NOTE: { label: string; tone: Tone } = { label: '', tone: 'idle' };
const MEMBERSHIPS: Readonly<Record<string, { label: string; tone: Tone }>> = {
  [PersonMembership.Added]: { label: 'Added', tone: 'idle' },
  [PersonMembership.Removed]: { label: 'Taken out', tone: 'idle' },
};

function faceOf({ personId, service, fromStatus, toStatus }: JobEvent): { label: string; tone: Tone } {
  const unknown = { label: toStatus, tone: 'idle' } as const;
  if (fromStatus === toStatus) return NOTE;
  if (personId === null) return isJobStatus(toStatus) ? JOB_STATUS_FACES[toStatus] : unknown;
  if (service === null) return MEMBERSHIPS[toStatus] ?? unknown;
  return isServiceStatus(toStatus) ? SERVICE_STATUS_FACES[toStatus] : unknown;
}
