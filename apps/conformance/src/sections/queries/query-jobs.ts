import type { CheckContext } from '../../run/check-context';
import type { Job } from '../../run/job';

/** More than two default pages' halves, so that there is always a second page. */
const JOBS = 23;
/** A tenant that is not there; creation accepts it. */
export const OTHER_SOURCE = '87654321-0000-4000-8000-000000000000';

/** The jobs that queries are about; they differ in what can be asked for. */
export interface QueryJobs {
  /** In the order of their creation and of their names, which end in 01, 02 and so on. */
  readonly jobs: readonly Job[];
  /** How the names of all of them begin, and of no other job. */
  readonly prefix: string;
  /** A condition that holds for them only. */
  readonly ours: string;
}

/** Creates the jobs that queries are about, or gives them. Every fourth moves chats only; every fifth has another source. */
export function queryJobs(test: CheckContext): Promise<QueryJobs> {
  return test.shared('query jobs', async (context) => {
    const prefix = `${test.run.prefix} q`;
    const jobs: Job[] = [];
    for (let number = 1; number <= JOBS; number++) {
      const chatsOnly = number % 4 === 0;
      jobs.push(
        await context.create({
          displayName: `${prefix}${String(number).padStart(2, '0')}`,
          completeAfterDateTime: dateOf(number),
          ...(number % 5 === 0 ? { sourceTenantId: OTHER_SOURCE } : {}),
          ...(chatsOnly ? { workloads: ['Teams'], exchangeSettings: undefined } : {}),
        }),
      );
    }
    return { jobs, prefix, ours: `startswith(displayName,'${prefix}')` };
  });
}

/** The date of a job: the first is due on the first of January, the second on the second. */
export function dateOf(number: number): string {
  return new Date(Date.UTC(2098, 0, number)).toISOString();
}
