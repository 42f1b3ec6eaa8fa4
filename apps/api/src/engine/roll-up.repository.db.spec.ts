import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';
import { keptBy } from '@ferry/domain';
import { and, eq, inArray } from 'drizzle-orm';
import { insertMovingJob } from '../../test/support/moving-runs';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { jobPeople, workloadRuns } from '../database/schema';
import { RollUpRepository } from './roll-up.repository';

const NOW = new Date('2027-03-01T12:00:00Z');

describe('What keeps a job where it is', () => {
  let test: TestDatabase;
  let repository: RollUpRepository;

  beforeAll(async () => {
    test = await openTestDatabase();
    repository = new RollUpRepository();
  });
  afterAll(() => test.destroy());

  /** A job whose people have one workload in these statuses, one for each. */
  async function jobOf(statuses: readonly ServiceStatus[], service = Workload.Exchange): Promise<string> {
    const { orm } = test.database;
    const { jobId, ids } = await insertMovingJob(orm, NOW, statuses.length, { service });
    for (const [index, status] of statuses.entries()) {
      await orm
        .update(workloadRuns)
        .set({ status })
        .where(eq(workloadRuns.id, ids[index] ?? 0));
    }
    return jobId;
  }
  const takeOut = async (jobId: string, status: ServiceStatus) => {
    const { orm } = test.database;
    const inStatus = orm
      .select({ personId: workloadRuns.personId })
      .from(workloadRuns)
      .where(and(eq(workloadRuns.jobId, jobId), eq(workloadRuns.status, status)));
    await orm
      .update(jobPeople)
      .set({ removedAt: NOW })
      .where(and(eq(jobPeople.jobId, jobId), inArray(jobPeople.personId, inStatus)));
  };
  const kept = (ids: readonly string[], status: JobStatus, dateReached: boolean) => {
    const keeping = keptBy(status, dateReached);
    if (!keeping) throw new Error(`Nothing keeps a job in ${status}.`);
    return repository.keptJobs(
      test.database.orm,
      ids.map((id) => ({ id, ...keeping })),
    );
  };

  it('is one workload that is not through, of any person', async () => {
    const goesOn = await jobOf([ServiceStatus.Completed, ServiceStatus.Finalizing, ServiceStatus.Failed]);
    const isOver = await jobOf([ServiceStatus.Completed, ServiceStatus.Failed, ServiceStatus.Cancelled]);
    expect(await kept([goesOn, isOver], JobStatus.CuttingOver, true)).toEqual(new Set([goesOn]));
  });

  it('is nothing of somebody who was taken out, so that a job is not kept by those who have left', async () => {
    const left = await jobOf([ServiceStatus.Completed, ServiceStatus.Finalizing]);
    const stays = await jobOf([ServiceStatus.Completed, ServiceStatus.Finalizing]);
    await takeOut(left, ServiceStatus.Finalizing);
    await takeOut(stays, ServiceStatus.Completed);
    expect(await kept([left, stays], JobStatus.CuttingOver, true)).toEqual(new Set([stays]));
  });

  it('is a mailbox that still syncs once the date has come, and no other workload', async () => {
    const [syncs, synced] = [await jobOf([ServiceStatus.Syncing]), await jobOf([ServiceStatus.Synced])];
    const chats = await jobOf([ServiceStatus.NotStarted], Workload.Teams);
    const all = [syncs, synced, chats];
    expect(await kept(all, JobStatus.InProgress, true)).toEqual(new Set([syncs]));
    expect(await kept(all, JobStatus.InProgress, false)).toEqual(new Set(all));
  });

  it('is asked of each job for itself: another one that stays does not keep it', async () => {
    const [before, after] = [await jobOf([ServiceStatus.Synced]), await jobOf([ServiceStatus.Synced])];
    const asked = [
      { id: before, status: JobStatus.InProgress, dateReached: false },
      { id: after, status: JobStatus.InProgress, dateReached: true },
    ].flatMap(({ id, status, dateReached }) => {
      const keeping = keptBy(status, dateReached);
      return keeping ? [{ id, ...keeping }] : [];
    });
    expect(asked).toHaveLength(2);
    expect(await repository.keptJobs(test.database.orm, asked)).toEqual(new Set([before]));
  });
});
