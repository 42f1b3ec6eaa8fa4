import type { ServiceStatus, Workload } from '@ferry/contracts';
import { JOB_TRANSITIONS, SERVICE_TRANSITIONS } from '@ferry/domain';
import { asc, eq } from 'drizzle-orm';
import type { Orm } from '../../src/database/database';
import { jobEvents } from '../../src/database/schema';

/** One transition of a job or of a workload of a person, as the log has it. */
export interface Transition {
  readonly personId: string | null;
  readonly service: Workload | null;
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
}

/** The event log of a job, in order. */
export async function transitionsOf(orm: Orm, jobId: string): Promise<Transition[]> {
  const rows = await orm.select().from(jobEvents).where(eq(jobEvents.jobId, jobId)).orderBy(asc(jobEvents.id));
  return rows.map((row) => ({
    personId: row.personId,
    service: row.service as Workload | null,
    from: row.fromStatus,
    to: row.toStatus,
    cause: row.cause,
  }));
}

/** Whose transitions they are: the job's own, or those of a workload of a person. */
export function subjectOf({ personId, service }: Pick<Transition, 'personId' | 'service'>): string {
  return personId === null ? 'job' : `${personId.slice(-2)}/${service ?? ''}`;
}

/** What is wrong with the transitions of one subject, which now stands in a status. */
export function faultsInChain(subject: string, chain: readonly Transition[], status: string): string[] {
  const table = (subject === 'job' ? JOB_TRANSITIONS : SERVICE_TRANSITIONS) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const faults: string[] = [];
  let current: string | null = chain[0]?.from ?? null;
  for (const { from, to } of chain) {
    // Another attempt takes a workload back to its beginning without an event of its own.
    if (from !== current && !canReset(current, from)) faults.push(`${subject}: from ${from} after ${current}`);
    // An equal status is a note in the log, such as another date, and no transition.
    if (from !== null && from !== to && !Object.values(table[from] ?? {}).includes(to))
      faults.push(`${subject}: ${from} to ${to}`);
    current = to;
  }
  if (current !== null && current !== status && !canReset(current, status)) {
    faults.push(`${subject}: is ${status}, and its last event says ${current}`);
  }
  return faults;
}

function canReset(from: string | null, to: string | null): boolean {
  return from !== null && SERVICE_TRANSITIONS[from as ServiceStatus]?.reset === to;
}
