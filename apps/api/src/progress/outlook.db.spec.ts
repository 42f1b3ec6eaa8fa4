import {
  type JobChange,
  JobStatus,
  JobType,
  type PersonProgress,
  ServiceStatus,
  WaitKind,
  Workload,
} from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { filter, firstValueFrom, ReplaySubject } from 'rxjs';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import type { JobRecord } from '../jobs/job.record';
import { NORTHWIND_ID } from '../sandbox/sandbox-directory';
import { ChangeStream } from './change-stream';
import { Outlooks } from './outlooks';
import { ProgressService } from './progress.service';

const HOUR = 3_600_000;

describe('Outlook of a job', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterEach(() => jest.useRealTimers());
  afterAll(() => service.destroy());

  const progress = () => service.app.get(ProgressService);
  const peopleOf = (job: JobRecord) => progress().ofPeople(job, null);
  const mailboxOf = (person: PersonProgress | undefined) =>
    person?.services.find((entry) => entry.service === Workload.Exchange);

  /** A job that the engine leaves alone, with mailboxes that stand as long as the numbers say, in seconds. */
  async function standing(people: readonly number[], idle: readonly number[]): Promise<JobRecord> {
    const job = await service.jobs.create(ADMIN, createBody(people, new Date(service.clock.now().getTime() + HOUR)));
    for (const [index, seconds] of idle.entries()) {
      await service.test.database.orm.execute(sql`
        update workload_runs set status = ${ServiceStatus.Syncing}, phase = 'copy', expected = 300, copied = 100,
          longest_step_ms = 2000, moved_at = ${new Date(service.clock.now().getTime() - seconds * 1_000).toISOString()}
        where job_id = ${job.id} and person_id = ${fabrikamPerson(people[index] ?? 0)} and service = ${Workload.Exchange}`);
    }
    return job;
  }

  /** So many mailboxes of a tenant that were completed, at so many items a second. */
  async function completed(job: JobRecord, ratePerSecond: number): Promise<void> {
    await service.test.database.orm.execute(sql`
      update workload_runs set status = ${ServiceStatus.Completed}, copied = 1000, worked_ms = ${1_000_000 / ratePerSecond},
        longest_step_ms = 1000, phase = null
      where job_id = ${job.id} and service = ${Workload.Exchange}`);
  }

  it('marks whoever stands while the others move, and says what they wait for', async () => {
    const job = await standing([1, 2, 3, 4, 5], [1, 2, 500, 1, 2]);
    const marked = (await peopleOf(job)).map((person) => mailboxOf(person)?.stuck);
    expect(marked).toEqual([false, false, true, false, false]);
    expect((await progress().ofJob(job)).stuck).toBe(1);
    const [first] = await peopleOf(job);
    expect(mailboxOf(first)?.waiting).toMatchObject({ kind: WaitKind.Queue });
    expect(first?.services.find((entry) => entry.service === Workload.Teams)?.waiting).toBeNull();
    await service.jobs.cancel(ADMIN, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
  });

  it('tells followers who has become stuck although nothing changes', async () => {
    const job = await standing([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]);
    jest.useFakeTimers({
      doNotFake: [
        'setTimeout',
        'clearTimeout',
        'setImmediate',
        'clearImmediate',
        'nextTick',
        'performance',
        'queueMicrotask',
        'hrtime',
        'Date',
      ],
    });
    const told = new ReplaySubject<JobChange>();
    const subscription = service.app
      .get(ChangeStream)
      .ofJob(job)
      .subscribe(({ data }) => data === '' || told.next(data as JobChange));
    await firstValueFrom(told);
    await service.test.database.orm.execute(sql`
      update workload_runs set moved_at = ${new Date(service.clock.now().getTime() - 400_000).toISOString()}
      where job_id = ${job.id} and person_id = ${fabrikamPerson(4)}`);
    const next = firstValueFrom(told.pipe(filter(({ people }) => people.length === 1)));
    jest.advanceTimersByTime(20_000);
    const { people, progress: ofJob } = await next;
    expect(people.map(({ id }) => id)).toEqual([fabrikamPerson(4)]);
    expect(mailboxOf(people[0])?.stuck).toBe(true);
    expect(ofJob.stuck).toBe(1);
    subscription.unsubscribe();
    jest.useRealTimers();
    await service.jobs.cancel(ADMIN, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
  });

  it('does not compare the many of a large job anew for each message', async () => {
    const resources = Array.from({ length: 501 }, (_, index) => fabrikamPerson(index + 1_000));
    const job = await service.jobs.create(
      ADMIN,
      createBody([], new Date(service.clock.now().getTime() + HOUR), { resources, workloads: [Workload.Exchange] }),
    );
    const look = () => service.app.get(Outlooks).of(job);
    const move = (people: number) =>
      service.test.database.orm.execute(sql`
      update workload_runs set phase = 'copy' where id in (
        select id from workload_runs where job_id = ${job.id} order by id limit ${people})`);
    await move(500);
    expect(await look()).not.toBe(await look());
    await move(501);
    expect(await look()).toBe(await look());
  });

  it('gives a range from what the same tenant has completed, and nothing before five', async () => {
    const now = await standing([11, 12], [1, 1]);
    expect(mailboxOf((await peopleOf(now))[0])?.remaining).toBeNull();
    const others = await standing([13, 14, 15, 16, 17], []);
    await completed(others, 10);
    const slow = await standing([18], []);
    await completed(slow, 1);
    await service.test.database.orm.execute(
      sql`update workload_runs set owner = gen_random_uuid() where job_id = ${now.id}`,
    );
    expect((await peopleOf(now)).map((person) => mailboxOf(person)?.remaining)).toEqual(
      Array(2).fill({ likelySeconds: 20, mostSeconds: 200 }),
    );
    const { totals } = await progress().ofJob(now);
    const mail = totals.find((total) => total.service === Workload.Exchange);
    expect(mail?.remaining).toEqual({ likelySeconds: 20, mostSeconds: 200 });

    await service.test.database.orm.execute(sql`update jobs set tenant_id = ${NORTHWIND_ID} where id = ${others.id}`);
    expect(mailboxOf((await peopleOf(now))[0])?.remaining).toBeNull();
  });

  it('says that a store has asked to wait, and which retry of a lost connection comes next', async () => {
    const job = await service.jobs.create(ADMIN, createBody([44, 48], new Date(0), { jobType: JobType.Migrate }));
    const seen = new Map<WaitKind, unknown>();
    const everything = service.app
      .get(ChangeStream)
      .ofJob(job)
      .subscribe(({ data }) => {
        if (data === '') return;
        for (const { waiting } of (data as JobChange).people.flatMap((person) => person.services)) {
          if (waiting) seen.set(waiting.kind, waiting);
        }
      });
    await service.untilTrue(job, async () => {
      for (const { waiting } of (await peopleOf(job)).flatMap((person) => person.services)) {
        if (waiting) seen.set(waiting.kind, waiting);
      }
      return seen.has(WaitKind.BackOff) && seen.has(WaitKind.Retry);
    });
    everything.unsubscribe();
    expect(seen.get(WaitKind.BackOff)).toMatchObject({ untilDateTime: expect.any(Date), retry: null, retries: null });
    expect(seen.get(WaitKind.Retry)).toMatchObject({ untilDateTime: expect.any(Date), retry: 1, retries: 9 });
  });
});
