import { JobStatus, ServiceStatus, type Workload } from '@ferry/contracts';
import { hasPassed, isSettled, rollUpMigration, rollUpValidation, type ServiceCounts } from '@ferry/domain';
import { sql } from 'drizzle-orm';
import type { Orm } from '../../src/database/database';
import { rowsOf } from '../../src/database/rows-of';

/** A job and its people, read by one statement, so of one moment. */
interface Moment {
  readonly status: JobStatus;
  readonly complete_after: Date | string;
  readonly service: Workload;
  readonly standing: ServiceStatus;
  readonly people: number;
  readonly held: number;
}

/** What a job may show, by the statuses of its people, in statuses that say where people are. */
const VALIDATING: ReadonlySet<JobStatus> = new Set([
  JobStatus.ValidateInProgress,
  JobStatus.ValidatePassed,
  JobStatus.ValidateFailed,
]);
const MIGRATING: ReadonlySet<JobStatus> = new Set([
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.CuttingOver,
  JobStatus.Completed,
  JobStatus.CompletedWithErrors,
  JobStatus.Failed,
]);

/**
 * How the status of a job differs from what its people add up to at the same moment; null when it does not. That the date
 * has come is noticed by a step of the engine: until then the job shows what it showed before. A job that was cancelled
 * keeps whoever had ended before, and nobody else.
 */
export async function rollUpFault(orm: Orm, jobId: string, now: Date): Promise<string | null> {
  const moment = rowsOf<Moment>(
    await orm.execute(sql`
      select job.status, job.complete_after, run.service, run.status as standing, count(*)::int as people,
        count(run.held_at)::int as held
      from jobs job join workload_runs run on run.job_id = job.id
      where job.id = ${jobId} group by job.id, run.service, run.status`),
  );
  const [first] = moment;
  if (!first) return null;
  const { status } = first;
  const byService: Partial<Record<Workload, ServiceCounts>> = {};
  const all: ServiceCounts = {};
  for (const { service, standing, people } of moment) {
    (byService[service] ??= {})[standing] = people;
    all[standing] = (all[standing] ?? 0) + people;
  }
  const held = moment.reduce((sum, row) => sum + row.held, 0);
  const isDue = hasPassed(new Date(first.complete_after), now);
  const expected = VALIDATING.has(status)
    ? verdicts(all)
    : (isDue ? [true, false] : [false]).map((due) => rollUpMigration(byService, due, held));
  if (status === JobStatus.Cancelled) {
    const open = moment.filter(({ standing }) => !isSettled(standing)).map(({ standing }) => standing);
    return open.length === 0 ? null : `The job is cancelled, its people are ${open.join(', ')}.`;
  }
  if (!VALIDATING.has(status) && !MIGRATING.has(status)) return null;
  const isShown = expected.some((one) => one === status);
  return isShown ? null : `The job is ${status}, its people are ${expected.join(' or ')}: ${JSON.stringify(byService)}`;
}

/** A verdict stands until the job is validated again, also when whoever was found has been taken out since (ADR 0033). */
function verdicts(all: ServiceCounts): JobStatus[] {
  const verdict = rollUpValidation(all);
  const isWithoutSomebody = (all[ServiceStatus.Cancelled] ?? 0) > 0;
  return verdict === JobStatus.ValidatePassed && isWithoutSomebody ? [verdict, JobStatus.ValidateFailed] : [verdict];
}
