import { ServiceStatus } from '@ferry/contracts';
import { eq, sql } from 'drizzle-orm';
import { insertMovingJob } from '../../test/support/moving-runs';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import type { Orm } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { workloadRuns } from '../database/schema';
import { FindingsRepository } from './findings.repository';

const NOW = new Date('2027-03-01T12:00:00Z');
const PEOPLE = 500;

describe('Who still has to be checked', () => {
  let test: TestDatabase;
  const repository = new FindingsRepository();

  beforeAll(async () => {
    test = await openTestDatabase();
  });
  afterAll(() => test.destroy());

  const pendingOf = (jobId: string, orm: Orm = test.database.orm) =>
    repository.pendingPeople(orm, jobId, [ServiceStatus.NotStarted]);

  async function uncheckedJob(people: number): Promise<{ readonly jobId: string; readonly ids: number[] }> {
    const { orm } = test.database;
    const job = await insertMovingJob(orm, NOW, people);
    await orm.update(workloadRuns).set({ status: ServiceStatus.NotStarted }).where(eq(workloadRuns.jobId, job.jobId));
    return job;
  }

  /** How many runs were read in a transaction so far. */
  async function runsRead(tx: Orm): Promise<number> {
    const result = await tx.execute(sql`
      select (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as read
      from pg_stat_xact_user_tables where relname = 'workload_runs'`);
    return rowsOf<{ read: number }>(result)[0]?.read ?? 0;
  }

  it('are those of whom nothing was found yet, good or bad', async () => {
    const { jobId, ids } = await uncheckedJob(3);
    const before = await pendingOf(jobId);
    await test.database.orm
      .update(workloadRuns)
      .set({ findings: [] })
      .where(eq(workloadRuns.id, ids[1] ?? 0));
    expect(await pendingOf(jobId)).toEqual([before[0], before[2]]);
  });

  it('is found by reading the runs of each person, and not all runs of the job for each', async () => {
    await test.database.orm.execute(sql`analyze workload_runs`);
    await test.database.orm.execute(sql`analyze job_people`);
    const { jobId } = await uncheckedJob(PEOPLE);
    const read = await test.database.transaction(async (tx) => {
      const before = await runsRead(tx);
      expect(await pendingOf(jobId, tx)).toHaveLength(PEOPLE);
      return (await runsRead(tx)) - before;
    });
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThanOrEqual(10 * PEOPLE);
  });
});
