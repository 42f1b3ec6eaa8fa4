import { JobStatus, JobType, PersonReport } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { ADMIN, createBody, keyOf, TestService } from '../../../test/support/test-service';
import { rowsOf } from '../../database/rows-of';
import type { Orm } from '../../database/database';
import { Engine } from '../../engine/engine';
import { JobPurge } from '../../engine/job-purge';
import type { JobRecord } from '../../jobs/job.record';
import { JobsRepository } from '../../jobs/jobs.repository';
import { ClockControl } from '../../sandbox/control/clock-control';
import { ReportEntriesService } from '../report-entries.service';
import { KeptReports } from './kept-reports';

const DAY = 86_400_000;

describe('The removal of a job', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now', FERRY_REPORT_RETENTION_DAYS: '30' });
  });
  afterAll(() => service.destroy());

  const kept = () => service.app.get(KeptReports);
  const orm = () => service.test.database.orm;
  const entries = () => service.app.get(ReportEntriesService);
  const listed = async (id: string) =>
    (await entries().page(ADMIN, undefined, 0, 100)).value.filter((report) => report.id === id && report.keptDateTime);
  async function peopleOf(id: string): Promise<PersonReport[]> {
    const people: PersonReport[] = [];
    for await (const person of (await kept().get(ADMIN, id)).people()) people.push(person);
    return people;
  }
  const countOf = async (table: string, id: string) =>
    rowsOf<{ rows: number }>(
      await orm().execute(sql`select count(*)::int as rows from ${sql.raw(table)} where report_id = ${id}`),
    )[0]?.rows;

  async function completed(people: readonly number[]): Promise<JobRecord> {
    const job = await service.jobs.create(ADMIN, createBody(people, new Date(0), { jobType: JobType.Migrate }));
    return service.until(job, JobStatus.Completed, JobStatus.CompletedWithErrors);
  }
  /** Marks a job as one to be deleted without waking the engine: the spec takes the steps. */
  async function toBeDeleted(job: JobRecord): Promise<void> {
    await orm().execute(sql`
      with job as (update jobs set status = 'pendingDelete' where id = ${job.id} returning id)
      insert into job_events (job_id, from_status, to_status, cause, actor, at)
      select id, ${job.status}, 'pendingDelete', 'deletion was asked for', 'admin', now() from job`);
  }
  const isThere = async (id: string) =>
    rowsOf(await orm().execute(sql`select 1 from jobs where id = ${id}`)).length === 1;
  const step = (id: string, after: (tx: Orm) => Promise<void> = async () => undefined) =>
    service.test.database.transaction(async (tx) => {
      const job = await service.app.get(JobsRepository).lock(tx, id);
      const goesOn = job !== null && (await service.app.get(JobPurge).step(tx, job));
      await after(tx);
      return goesOn;
    });

  it('leaves a report with everything that it said, under the status that the job had', async () => {
    const job = await completed([1, 47]);
    await service.jobs.delete(ADMIN, keyOf(job));
    await gone(job);
    expect(await listed(job.id)).toMatchObject([
      { displayName: job.displayName, status: JobStatus.Completed, people: 2, createdBy: ADMIN.actor },
    ]);
    const people = await peopleOf(job.id);
    expect(people.every((person) => person instanceof PersonReport)).toBe(true);
    const mailbox = people[1]?.services[0];
    expect(mailbox).toMatchObject({ skipped: 3, failed: 0, verificationProblem: null });
    expect(mailbox?.phases.map(({ phase, endDateTime }) => [phase, endDateTime instanceof Date])).toEqual([
      ['initialSync', true],
      ['cutover', true],
      ['verification', true],
    ]);
    const reasons = mailbox?.folders.flatMap((folder) => folder.reasons) ?? [];
    expect(new Set(reasons.map(({ code }) => code))).toEqual(new Set(['ItemTooLarge']));
    const [found, compared] = [mailbox?.found ?? 0, mailbox?.verification?.compared];
    expect(compared).toBe(found - 3);
    expect(mailbox?.folders.reduce((sum, folder) => sum + folder.found, 0)).toBe(found);
    expect(mailbox?.verification?.sampled).toBeGreaterThan(0);
    expect(mailbox?.verification?.sampledDifferent).toBe(0);
  });

  /** Whoever follows a job hears that it is gone; here the tables are asked each time that something is announced. */
  async function gone(job: JobRecord): Promise<void> {
    await service.untilTrue(job, async () => false).catch(() => undefined);
    expect(await isThere(job.id)).toBe(false);
  }

  it('goes on in the engine from wherever it was left', async () => {
    const job = await completed([5]);
    await toBeDeleted(job);
    await step(job.id);
    await service.app.get(Engine).reconcile();
    await gone(job);
    expect(await listed(job.id)).toHaveLength(1);
  });

  it('leaves a report for as long as the operator says', async () => {
    const job = await completed([6]);
    await service.jobs.delete(ADMIN, keyOf(job));
    await gone(job);
    const [report] = await listed(job.id);
    expect(report?.expiresDateTime?.getTime()).toBe((report?.keptDateTime?.getTime() ?? 0) + 30 * DAY);
    await service.app.get(ClockControl).advance(29 * DAY);
    expect(await listed(job.id)).toHaveLength(1);
    await service.app.get(ClockControl).advance(2 * DAY);
    expect(await listed(job.id)).toEqual([]);
    await service.app.get(Engine).reconcile();
    expect(await countOf('kept_report_people', job.id)).toBe(0);
  });

  describe('step by step', () => {
    const waiting: JobRecord[] = [];

    beforeAll(async () => {
      for (const people of [[2, 3], [4], [7]]) waiting.push(await completed(people));
      // From here on the spec takes the steps, and nobody else.
      await service.app.get(Engine).drain();
    });
    const next = () => {
      const job = waiting.shift();
      if (!job) throw new Error('No job is left.');
      return job;
    };

    it('neither loses the report nor keeps two, after whichever part the process dies', async () => {
      const job = next();
      await toBeDeleted(job);
      const dies = new Error('The process dies.');
      const dying = async () => {
        throw dies;
      };
      for (let goesOn = true; goesOn;) {
        await expect(step(job.id, dying)).rejects.toBe(dies);
        expect([await isThere(job.id), (await listed(job.id)).length]).toEqual([true, 0]);
        goesOn = await step(job.id);
        expect((await listed(job.id)).length).toBe((await isThere(job.id)) ? 0 : 1);
      }
      expect(await isThere(job.id)).toBe(false);
      expect(await countOf('kept_report_people', job.id)).toBe(2);
      expect(await step(job.id)).toBe(false);
      expect(await listed(job.id)).toHaveLength(1);
    });

    it('takes a large ledger away in portions, and the job with the last one', async () => {
      const job = next();
      await orm().execute(sql`
        insert into ledger_entries (run_id, item_key, container, state, bytes, recorded_at)
        select run.id, 'more ' || number, 'Inbox', 'copied', 1, now()
        from workload_runs run, generate_series(1, 25000) number where run.job_id = ${job.id} and service = 'Exchange'`);
      const entries = async () =>
        rowsOf<{ rows: number }>(
          await orm().execute(sql`select count(*)::int as rows from ledger_entries
            where run_id in (select id from workload_runs where job_id = ${job.id})`),
        )[0]?.rows ?? 0;
      await toBeDeleted(job);
      const left: number[] = [];
      for (let goesOn = true; goesOn;) {
        const before = await entries();
        goesOn = await step(job.id);
        const after = await entries();
        expect(before - after).toBeLessThanOrEqual(10_000);
        if (before !== after) left.push(after);
      }
      expect(left.length).toBeGreaterThanOrEqual(3);
      expect(left.at(-1)).toBe(0);
      expect(await isThere(job.id)).toBe(false);
      const [person] = await peopleOf(job.id);
      expect(person?.services[0]?.folders.find(({ path }) => path === 'Inbox')?.found).toBeGreaterThan(25_000);
    });

    it('leaves none when the operator wants none, though one was begun before', async () => {
      const job = next();
      await toBeDeleted(job);
      await step(job.id);
      const other = await TestService.on(service.test, { FERRY_REPORT_RETENTION_DAYS: '0' });
      await other.app.get(Engine).reconcile();
      await gone(job);
      await other.stop();
      expect(await listed(job.id)).toEqual([]);
      expect(rowsOf(await orm().execute(sql`select 1 from kept_reports where id = ${job.id}`))).toEqual([]);
    });
  });
});
