import { AuditAction } from '@ferry/contracts';

/** Which entries are shown: what the address says. Days are `YYYY-MM-DD` in UTC, both included. */
export interface AuditQuery {
  readonly actor: string;
  readonly job: string;
  readonly action: AuditAction | null;
  readonly from: string;
  readonly to: string;
  /** Behind which entry the page begins; empty for the latest. */
  readonly after: string;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Reads an address; what is no choice leaves nothing out. */
export function readAuditQuery(parameters: Readonly<Record<keyof AuditQuery, string | undefined>>): AuditQuery {
  const { actor = '', job = '', action, from = '', to = '', after = '' } = parameters;
  return {
    actor,
    job,
    action: Object.values(AuditAction).find((word) => word === action) ?? null,
    from: isDay(from) ? from : '',
    to: isDay(to) ? to : '',
    after,
  };
}

/** The parameters that say a query; null where nothing is said, so that a router leaves it out. */
export function auditParameters(query: AuditQuery): Record<keyof AuditQuery, string | null> {
  const { actor, job, action, from, to, after } = query;
  return { actor: actor || null, job: job || null, action, from: from || null, to: to || null, after: after || null };
}

/** What the service is asked for. */
export function auditOptions({ actor, job, action, from, to }: AuditQuery): Record<string, string> {
  const before = to === '' ? null : new Date(Date.parse(to) + MILLISECONDS_PER_DAY).toISOString();
  const options = {
    actor: actor || null,
    job: job || null,
    action,
    from: from === '' ? null : new Date(from).toISOString(),
    before,
  };
  return Object.fromEntries(Object.entries(options).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether a query leaves any entry out. */
export function narrows(query: AuditQuery): boolean {
  return Object.keys(auditOptions(query)).length > 0;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}
