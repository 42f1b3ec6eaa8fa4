import { AttentionAction, AttentionKind, JobStatus, type Overview, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import type { JobRecord } from '../jobs/job.record';
import { FABRIKAM_ID, NORTHWIND_ID } from '../sandbox/sandbox-directory';
import { OverviewService } from './overview.service';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('Overview', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.destroy());

  const after = (milliseconds: number) => new Date(service.clock.now().getTime() + milliseconds);
  const overview = (tenant = FABRIKAM_ID): Promise<Overview> => service.app.get(OverviewService).of(tenant);
  const create = (people: readonly number[], inMilliseconds: number) =>
    service.jobs.create(ADMIN, createBody(people, after(inMilliseconds)));
  const attentionOf = async (job: JobRecord) => (await overview()).attention.filter((one) => one.job.id === job.id);
  const change = (statement: ReturnType<typeof sql>) => service.test.database.orm.execute(statement);

  /** Leaves a job as the engine would, at a moment that a spec cannot wait for. */
  const put = (job: JobRecord, status: JobStatus, more = sql``) =>
    change(sql`update jobs set status = ${status} ${more} where id = ${job.id}`);

  it('says that there is nothing yet', async () => {
    expect(await overview()).toEqual({
      dateTime: expect.any(Date),
      hasJobs: false,
      attention: [],
      failedJobs: 0,
      runningJobs: 0,
      running: [],
      cutovers: [],
      cutoverDays: [],
    });
  });

  it('names whom a validation failed for, and for what', async () => {
    const job = await create([1, 41, 42], 30 * DAY);
    await service.jobs.validate(ADMIN, keyOf(job));
    await service.until(job, JobStatus.ValidateFailed);
    const [failed] = await attentionOf(job);
    expect(failed).toMatchObject({
      kind: AttentionKind.Failed,
      people: 2,
      dueDateTime: null,
      action: AttentionAction.Open,
    });
    expect(failed?.examples.map(({ id }) => id)).toEqual([fabrikamPerson(41), fabrikamPerson(42)]);
    expect(failed?.causes.map(({ code, people, examples }) => [code, people, examples.map(({ id }) => id)])).toEqual([
      ['CTM-100', 1, [fabrikamPerson(41)]],
      ['CTTM-005', 1, [fabrikamPerson(42)]],
      ['TMS-003', 1, [fabrikamPerson(42)]],
    ]);
    expect(failed?.causes.map(({ title }) => title)).toEqual([
      'Identity mapping missing',
      'No Teams licence',
      'No Teams licence',
    ]);
    expect(failed?.causes.every(({ remedy, who }) => remedy !== null && who !== null)).toBe(true);
    expect(failed?.examples.every(({ displayName }) => displayName !== null)).toBe(true);
    expect((await overview()).failedJobs).toBe(1);
  });

  it('forgets whoever was taken out', async () => {
    const job = await create([2, 3], 30 * DAY);
    await put(job, JobStatus.CompletedWithErrors);
    await change(sql`
      update workload_runs set status = ${ServiceStatus.Failed}, errors = '[{"code": "MIGR-003", "message": "It failed."}]'
      where job_id = ${job.id} and service = ${Workload.Exchange}`);
    await change(sql`
      update job_people set removed_at = now() where job_id = ${job.id} and person_id = ${fabrikamPerson(3)}`);
    const [failed] = await attentionOf(job);
    expect(failed).toMatchObject({ people: 1, causes: [{ code: 'MIGR-003', people: 1 }] });
  });

  it('tells of people who wait for a decision, and of those who are stuck', async () => {
    const job = await create([4, 5, 6, 7, 8], 30 * DAY);
    await put(job, JobStatus.InProgress);
    await change(sql`
      update workload_runs set status = ${ServiceStatus.Syncing}, phase = 'copy', expected = 300, copied = 100, bytes = 5000,
        worked_ms = 20000, longest_step_ms = 2000, moved_at = ${after(-1_000).toISOString()}
      where job_id = ${job.id} and service = ${Workload.Exchange}`);
    await change(sql`
      update workload_runs set moved_at = ${after(-HOUR).toISOString()}
      where job_id = ${job.id} and service = ${Workload.Exchange} and person_id = ${fabrikamPerson(6)}`);
    await change(sql`
      update workload_runs set held_at = ${after(0).toISOString()}, skipped = 12, accepted_skipped = 2
      where job_id = ${job.id} and service = ${Workload.Teams} and person_id = ${fabrikamPerson(5)}`);
    const [held, stuck] = await attentionOf(job);
    expect(held).toMatchObject({ kind: AttentionKind.SkippedItems, people: 1, skippedItems: 10 });
    expect(held?.examples.map(({ id }) => id)).toEqual([fabrikamPerson(5)]);
    expect(stuck).toMatchObject({ kind: AttentionKind.Stuck, people: 1 });
    expect(stuck?.examples.map(({ id }) => id)).toEqual([fabrikamPerson(6)]);
    const running = (await overview()).running.find((one) => one.job.id === job.id);
    expect(running).toMatchObject({ people: 5, job: { resources: [] } });
    expect(running?.workloads.map((workload) => workload.service)).toContain(Workload.Teams);
    // Four mailboxes came further lately, each at 100 items in 20 seconds.
    const mail = running?.workloads.find((workload) => workload.service === Workload.Exchange);
    expect(mail).toMatchObject({ people: 5, endedPeople: 0, waitingPeople: 0, expected: 1500, found: 500 });
    expect(mail?.itemsPerSecond).toBeCloseTo(20);
    expect(mail?.bytesPerSecond).toBeCloseTo(1000);
    await put(job, JobStatus.Cancelled);
  });

  it('reminds of a validation that expires, and of one that has, until it is long ago', async () => {
    const [soon, gone, long] = [
      await create([9], 30 * DAY),
      await create([10], 30 * DAY),
      await create([11], 30 * DAY),
    ];
    for (const [job, days] of [
      [soon, 6],
      [gone, 8],
      [long, 30],
    ] as const) {
      const [created, validated] = [after(-40 * DAY).toISOString(), after(-days * DAY).toISOString()];
      await put(job, JobStatus.ValidatePassed, sql`, created_at = ${created}, validated_at = ${validated}`);
    }
    expect(await attentionOf(soon)).toMatchObject([
      { kind: AttentionKind.ValidationExpiry, action: AttentionAction.Migrate },
    ]);
    expect(await attentionOf(gone)).toMatchObject([
      { kind: AttentionKind.ValidationExpiry, action: AttentionAction.Validate },
    ]);
    expect(await attentionOf(long)).toEqual([]);
    for (const job of [soon, gone, long]) await put(job, JobStatus.Cancelled);
  });

  it('tells of the next cutovers by day, and of those that nobody has prepared', async () => {
    const [near, far] = [await create([12], 2 * DAY), await create([13, 14], 9 * DAY)];
    expect(await attentionOf(near)).toMatchObject([
      { kind: AttentionKind.Cutover, action: AttentionAction.Validate, dueDateTime: near.completeAfter },
    ]);
    expect(await attentionOf(far)).toEqual([]);
    await change(sql`
      update workload_runs set status = ${ServiceStatus.Synced}
      where job_id = ${far.id} and person_id = ${fabrikamPerson(13)}`);
    const { cutovers, cutoverDays } = await overview();
    expect(cutovers.map(({ job, people, syncedPeople }) => [job.id, people, syncedPeople])).toEqual([
      [near.id, 1, 0],
      [far.id, 2, 1],
    ]);
    const dayOf = (date: Date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`);
    expect(cutoverDays).toEqual([
      { startDateTime: dayOf(near.completeAfter), jobs: 1 },
      { startDateTime: dayOf(far.completeAfter), jobs: 1 },
    ]);
  });

  it('tells another tenant nothing of all that', async () => {
    expect(await overview(NORTHWIND_ID)).toMatchObject({ hasJobs: false, attention: [], cutovers: [], failedJobs: 0 });
  });
});
