import { JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { rollUpFault } from '../../test/support/rolled-up';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import { rowsOf } from '../database/rows-of';
import { ProgressService } from '../progress/progress.service';
import { ClockControl } from '../sandbox/control/clock-control';
import type { JobRecord } from './job.record';
import { PeopleRemovalsService } from './people-removals.service';

const inAnHour = () => new Date(Date.now() + 3_600_000);

describe('JobsService', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.destroy());

  const create = (...args: Parameters<typeof createBody>) => service.jobs.create(ADMIN, createBody(...args));

  it('assigns what the service owns, whatever the body says', async () => {
    const job = await create([1], inAnHour(), {
      id: 'mine',
      createdBy: 'somebody',
      message: 'hello',
      status: JobStatus.Submitted,
      createdDateTime: new Date(0),
    });
    expect(job).toMatchObject({
      createdBy: 'admin@fabrikam.example',
      message: '',
      status: JobStatus.Submitted,
      jobType: JobType.Validate,
    });
    expect(job.id).not.toBe('mine');
    expect(job.createdAt.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  it('starts a validation at once when the body carries that kind of job', async () => {
    const job = await create([10], inAnHour(), { jobType: JobType.Validate });
    expect(job.status).toBe(JobStatus.ValidateSubmitted);
    const passed = await service.until(job, JobStatus.ValidatePassed);
    expect(passed.message).toBe('Validation has completed successfully with no failures.');
  });

  it('checks and then moves at once when the body says migrate, and waits for the date', async () => {
    const job = await create([2], inAnHour(), { jobType: JobType.Migrate });
    expect(job).toMatchObject({ status: JobStatus.Submitted, jobType: JobType.Migrate });
    const people = service.app.get(ProgressService);
    const synced = await service.untilTrue(job, async (seen) => {
      const [person] = await people.ofPeople(seen, null);
      return person?.services.every((entry) => entry.status === ServiceStatus.Synced) ?? false;
    });
    expect(synced.status).toBe(JobStatus.InProgress);
    await service.app.get(ClockControl).advance(3_700_000);
    expect((await service.until(job, JobStatus.Completed)).attempt).toBe(1);
  });

  it('refuses a name that is taken, by naming the field, and stores nothing', async () => {
    const first = await create([1], new Date(Date.now() + 9_000_000));
    const again = create([1], new Date(Date.now() + 9_000_000), { displayName: first.displayName });
    await expect(again).rejects.toMatchObject({
      status: 422,
      code: 'BadArgument',
      message: 'Error in displayName data field',
      details: [{ code: 'duplicateDisplayNameJob' }],
    });
  });

  it('refuses a past date, a foreign target, too many people and a meeting without what it needs', async () => {
    await expect(create([1], new Date(0))).rejects.toMatchObject({ details: [{ code: 'minThresholdFailed' }] });
    const later = new Date(Date.now() + 9_000_000);
    await expect(create([1], later, { targetTenantId: fabrikamPerson(1) })).rejects.toMatchObject({
      status: 400,
      target: 'targetTenantId',
    });
    const crowd = Array.from({ length: 2_001 }, (_, index) => fabrikamPerson(index));
    await expect(create([1], later, { resources: crowd })).rejects.toMatchObject({ status: 422, target: 'resources' });
    await expect(create([1], later, { workloads: [Workload.Meeting] })).rejects.toMatchObject({
      status: 422,
      target: 'workloads',
    });
  });

  it('lets exactly one of two callers win who ask for the same at once', async () => {
    const job = await create([3], new Date(Date.now() + 9_000_000));
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => service.jobs.validate(ADMIN, keyOf(job))));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409 });
    }
  });

  it('refuses to migrate what was not validated, in the published words', async () => {
    const job = await create([4], new Date(Date.now() + 9_000_000));
    await expect(service.jobs.migrate(ADMIN, keyOf(job))).rejects.toMatchObject({
      status: 409,
      message: "Migration can't be started because the current status is submitted",
    });
  });

  it('cancels a job with everything that waits, and frees its name when it is deleted', async () => {
    const date = new Date(service.clock.now().getTime() + 9_000_000);
    const job = await create([5], date, { jobType: JobType.Migrate });
    await service.until(job, JobStatus.InProgress);
    const cancelling = await service.jobs.cancel(ADMIN, keyOf(job));
    expect(cancelling.status).toBe(JobStatus.PendingCancel);
    const cancelled = await service.until(job, JobStatus.Cancelled);
    const [person] = await service.app.get(ProgressService).ofPeople(cancelled, null);
    expect(person?.services.map((entry) => entry.status)).toEqual(Array(4).fill(ServiceStatus.Cancelled));

    await service.jobs.delete(ADMIN, keyOf(job));
    await expect(service.untilTrue(job, () => false)).rejects.toMatchObject({ status: 404 });
    const again = await create([5], date, { displayName: job.displayName });
    expect(again.displayName).toBe(job.displayName);
  });

  it('takes a person out before the cutover; the others go on, and the last one ends the job', async () => {
    const removals = service.app.get(PeopleRemovalsService);
    const remove = (number: number) => removals.remove(ADMIN, keyOf(job), fabrikamPerson(number), 'trace');
    const date = new Date(service.clock.now().getTime() + 9_000_000);
    const job = await create([6, 7], date, { jobType: JobType.Migrate });
    const running = await service.until(job, JobStatus.InProgress);
    await remove(6);
    await expect(remove(6)).rejects.toMatchObject({
      status: 409,
      message: 'Cancel is not possible. Current status is cancelled',
    });
    await expect(remove(40)).rejects.toMatchObject({
      status: 404,
      message: `Cancellation not possible as no task found for given id ${fabrikamPerson(40)} TraceId: trace`,
    });
    const [gone, left] = await service.app.get(ProgressService).ofPeople(running, null);
    expect(gone?.removed).toBe(true);
    expect(left?.services.some((entry) => entry.status === ServiceStatus.Cancelled)).toBe(false);
    await remove(7);
    expect((await service.until(job, JobStatus.Cancelled)).status).toBe(JobStatus.Cancelled);
  });

  it('keeps the verdict of a validation when whoever failed is taken out, until it is validated again', async () => {
    const job = await create([9, 42], new Date(service.clock.now().getTime() + 9_000_000), {
      jobType: JobType.Validate,
    });
    await service.until(job, JobStatus.ValidateFailed);
    await service.app.get(PeopleRemovalsService).remove(ADMIN, keyOf(job), fabrikamPerson(42), 'trace');
    const [kept] = await service.app.get(ProgressService).ofPeople(job, null);
    expect(kept?.services.map((entry) => entry.status)).toEqual(Array(4).fill(ServiceStatus.Valid));
    const { orm } = service.test.database;
    expect(await rollUpFault(orm, job.id, service.clock.now())).toBeNull();
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(JobStatus.ValidateFailed);

    await service.jobs.validate(ADMIN, keyOf(job));
    expect((await service.until(job, JobStatus.ValidatePassed)).status).toBe(JobStatus.ValidatePassed);
  });

  /** In how many seconds the wake-ups of a job for its date are due. */
  async function secondsToCutover(job: JobRecord): Promise<number[]> {
    const waiting = await service.test.database.orm.execute(sql`
      select extract(epoch from start_after - now())::float8 as seconds from pgboss.job
      where name = 'job-cutovers' and state < 'active' and data ->> 'jobId' = ${job.id}`);
    return rowsOf<{ seconds: number }>(waiting).map(({ seconds }) => seconds);
  }

  it('moves the date while the job waits for it, and what wakes the job moves along', async () => {
    const now = service.clock.now().getTime();
    const job = await create([8], new Date(now + 90_000_000), { jobType: JobType.Migrate });
    await service.until(job, JobStatus.InProgress);
    const [before = 0] = await secondsToCutover(job);
    expect(Math.abs(before - 90_000)).toBeLessThan(300);
    await service.jobs.update(ADMIN, keyOf(job), { completeAfterDateTime: new Date(now + 5_000_000) });
    const [after = 0, ...others] = await secondsToCutover(job);
    expect(Math.abs(after - 5_000)).toBeLessThan(300);
    expect(others).toEqual([]);
    await service.app.get(ClockControl).advance(5_100_000);
    expect((await service.until(job, JobStatus.Completed)).status).toBe(JobStatus.Completed);
  });
});
