import { type AuditEntry, JobStatus, ServiceStatus } from '@ferry/contracts';
import { formatMoment } from '../format/dates';
import { JOB_STATUS_FACES } from '../jobs/labels/job-status-faces';
import { SERVICE_STATUS_FACES } from '../jobs/labels/service-status-faces';
import { WORKLOAD_FACES } from '../jobs/labels/workload-faces';
import { AUDIT_ACTION_FACES, AUDIT_TEXTS } from './audit.texts';

const DATES = /from (\S+) to (\S+)$/;
const NUMBER = /up to (\d+)$/;

/** An entry as the table shows it. */
export function auditLine(entry: AuditEntry, now: Date) {
  return {
    entry,
    when: formatMoment(entry.dateTime, now),
    face: AUDIT_ACTION_FACES[entry.action],
    about: aboutOf(entry),
    change: changeOf(entry, now),
  };
}

function aboutOf({ personId, personName, service }: AuditEntry): string {
  if (personId === null) return AUDIT_TEXTS.wholeJob;
  const who = personName ?? personId;
  return service === null ? who : `${who}, ${WORKLOAD_FACES[service].label}`;
}

/** Which status became which, or what else is another one now. */
function changeOf({ cause, fromStatus, toStatus, service, personId }: AuditEntry, now: Date): string {
  if (fromStatus === toStatus) return detailOf(cause, now) ?? AUDIT_TEXTS.dash;
  if (personId !== null && service === null) return AUDIT_TEXTS.dash;
  const label = (word: string) => statusLabel(word, service !== null);
  return fromStatus === null ? label(toStatus) : `${label(fromStatus)} → ${label(toStatus)}`;
}

function detailOf(cause: string, now: Date): string | null {
  const [, from, to] = DATES.exec(cause) ?? [];
  if (from !== undefined && to !== undefined) {
    return `${formatMoment(new Date(from), now)} → ${formatMoment(new Date(to), now)}`;
  }
  const [, most] = NUMBER.exec(cause) ?? [];
  return most === undefined ? null : `up to ${most}`;
}

function statusLabel(word: string, ofService: boolean): string {
  if (ofService) {
    const status = Object.values(ServiceStatus).find((known: string) => known === word);
    return status === undefined ? word : SERVICE_STATUS_FACES[status].label;
  }
  const status = Object.values(JobStatus).find((known: string) => known === word);
  return status === undefined ? word : JOB_STATUS_FACES[status].label;
}
