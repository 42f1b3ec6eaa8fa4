import { textOf } from '../../expect/expect';
import type { CheckContext } from '../../run/check-context';
import type { Json } from '../../run/job';
import { entriesOf, tasksOf } from './ready-people';

/** Statuses of Exchange, and of the other workloads, that go with a status of the job. */
type Row = readonly [exchange: readonly string[], others: readonly string[]];

const both = (...statuses: readonly string[]): Row => [statuses, statuses];

/** Job status against status of each workload (contract page 3.6). */
const TABLE: Readonly<Record<string, Row>> = {
  submitted: both('notStarted'),
  validateSubmitted: both('notStarted'),
  validateProcessing: both('notStarted'),
  processing: both('notStarted'),
  validateInProgress: both('notStarted', 'inProgress', 'valid', 'invalid'),
  validatePassed: both('valid'),
  validateFailed: both('valid', 'invalid'),
  inProgress: [
    ['syncing', 'synced', 'finalizing', 'completed', 'failed'],
    ['synced', 'inProgress', 'completed', 'failed'],
  ],
  cuttingOver: [
    ['synced', 'finalizing', 'completed', 'failed'],
    ['synced', 'inProgress', 'completed', 'failed'],
  ],
  completed: both('completed'),
  completedWithErrors: both('completed', 'failed'),
  failed: both('failed'),
  cancelled: both('cancelled'),
};

/** What was seen of a job at one moment. */
export interface Sample {
  readonly status: string;
  readonly message: unknown;
  readonly tasks: readonly Json[];
  /** What the table does not allow, in words. */
  readonly violations: readonly string[];
}

/** Looks at a job and its people; null when the job went on in between, so that they do not belong together. */
export async function sample(test: CheckContext, jobId: string): Promise<Sample | null> {
  const before = await test.read(jobId);
  const tasks = await tasksOf(test, jobId);
  const after = await test.read(jobId);
  if (before.status !== after.status) return null;
  return { status: after.status, message: after['message'], tasks, violations: violations(after.status, tasks) };
}

function violations(status: string, tasks: readonly Json[]): string[] {
  const row = TABLE[status];
  if (row === undefined) return status === 'pendingCancel' ? [] : [`The table has no ${status}.`];
  return tasks.flatMap((task) =>
    entriesOf(task).flatMap((entry) => {
      const [service, seen] = [textOf(entry['service'], 'service'), textOf(entry['status'], 'status')];
      const allowed = service === 'Exchange' ? row[0] : row[1];
      return allowed.includes(seen) ? [] : [`${status}: ${service} is ${seen}, expected ${allowed.join(' or ')}.`];
    }),
  );
}

/** Looks at a job again and again, until it has one of the statuses; gives every moment that was seen. */
export async function samplesUntil(
  test: CheckContext,
  jobId: string,
  ends: readonly string[],
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  await test.eventually(`${ends.join(' or ')} as the status of job ${jobId}`, async () => {
    const seen = await sample(test, jobId);
    if (seen === null) return null;
    samples.push(seen);
    return ends.includes(seen.status) ? seen : null;
  });
  return samples;
}
