import { type JobEvent, JobStatus, JobType, PersonMembership, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { BehaviorSubject, filter, firstValueFrom, map, type Subscription, takeWhile, toArray } from 'rxjs';
import { replay, type Standing } from '../../test/support/event-replay';
import { rollUpFault } from '../../test/support/rolled-up';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import { GraphHttpError } from '../graph/graph-http-error';
import type { JobRecord, JobWithResources } from '../jobs/job.record';
import { JobNotFoundError } from '../jobs/job-errors';
import { PeopleAdditionsService } from '../jobs/people-additions.service';
import { PeopleRemovalsService } from '../jobs/people-removals.service';
import { rowsOf } from '../database/rows-of';
import { EventLogStream } from '../progress/event-log-stream';
import { ClockControl } from '../sandbox/control/clock-control';

const SETTINGS = { FERRY_SKIPPED_ITEMS_ALLOWED: '100' };
const RESTING = [
  JobStatus.Submitted,
  JobStatus.ValidatePassed,
  JobStatus.ValidateFailed,
  JobStatus.Completed,
  JobStatus.CompletedWithErrors,
  JobStatus.Failed,
  JobStatus.Cancelled,
];
const HOUR = 3_600_000;

/** What happens next: a call of somebody, time that passes, a follower who comes back, or the service starting anew. */
type Act =
  | { readonly kind: 'validate' | 'migrate' | 'cancel' | 'rest' | 'hour' | 'reconnect' | 'restart' }
  | { readonly kind: 'update' | 'add' | 'remove'; readonly number: number };

const call = fc.constantFrom<Act['kind']>('validate', 'migrate', 'migrate', 'hour', 'rest', 'rest', 'reconnect');
const acts = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: call.map((kind) => ({ kind }) as Act) },
    { weight: 1, arbitrary: fc.constantFrom<Act>({ kind: 'cancel' }, { kind: 'restart' }) },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('update', 'add', 'remove'),
        number: fc.nat(5),
      }) as fc.Arbitrary<Act>,
    },
  ),
  { minLength: 6, maxLength: 14 },
);
/** How far the job is when the history begins. */
const begin = fc.constantFrom('created', 'validated', 'migrating', 'migrating');
/** Some who are moved without trouble, and some who fail at the checks, at the mailbox or at the chats. */
const cast = fc.shuffledSubarray([1, 2, 42, 45, 46], { minLength: 2, maxLength: 4 });

describe('Event log', () => {
  let service: TestService;
  let follower: { subscription: Subscription; seen: BehaviorSubject<readonly JobEvent[]> };

  beforeAll(async () => {
    service = await TestService.start(SETTINGS);
    // What makes numbers and commits agree: nobody writes an event without holding the row of its job.
    await service.test.database.orm.execute(sql`
      create function events_need_the_lock() returns trigger language plpgsql as $$
      begin
        if not exists (select 1 from jobs where id = new.job_id and pg_current_xact_id()::xid in (xmin, xmax)) then
          raise exception 'an event of job % was written without the lock of the job', new.job_id;
        end if;
        return new;
      end $$`);
    await service.test.database.orm.execute(sql`
      create trigger events_need_the_lock before insert on job_events
      for each row execute function events_need_the_lock()`);
  });
  afterAll(() => service.destroy());

  const follow = (job: JobRecord, seen = new BehaviorSubject<readonly JobEvent[]>([])) => {
    const stream = service.app.get(EventLogStream).of(job, seen.value.at(-1)?.id ?? 0);
    const subscription = stream.subscribe(({ type, data }) => {
      if (type === undefined) seen.next([...seen.value, data as JobEvent]);
    });
    follower = { subscription, seen };
  };
  /** Everything that was followed, once it is as much as wanted. */
  const followed = async (enough: (seen: readonly JobEvent[]) => boolean) => {
    const seen = await firstValueFrom(follower.seen.pipe(filter(enough)));
    follower.subscription.unsubscribe();
    return seen;
  };

  const people = [3, 4, 5, 6, 7, 8].map(fabrikamPerson);
  const nth = (number: number): string => people[number] ?? '';

  async function perform(act: Act, job: JobRecord): Promise<unknown> {
    const { jobs, app, clock } = service;
    switch (act.kind) {
      case 'validate':
        return jobs.validate(ADMIN, keyOf(job));
      case 'migrate':
        return jobs.migrate(ADMIN, keyOf(job));
      case 'cancel':
        return jobs.cancel(ADMIN, keyOf(job));
      case 'rest':
        return service.until(job, ...RESTING, JobStatus.InProgress);
      case 'hour':
        return app.get(ClockControl).advance(HOUR);
      case 'update':
        return jobs.update(ADMIN, keyOf(job), {
          completeAfterDateTime: new Date(clock.now().getTime() + act.number * HOUR + 60_000),
        });
      case 'add':
        return app.get(PeopleAdditionsService).add(ADMIN, job, { id: nth(act.number) } as never);
      case 'remove': {
        const now = await jobs.get(ADMIN, keyOf(job));
        const who = now.resources[act.number % now.resources.length] ?? '';
        return app.get(PeopleRemovalsService).remove(ADMIN, keyOf(job), who, 'trace');
      }
      case 'reconnect':
        follower.subscription.unsubscribe();
        return follow(job, follower.seen);
      case 'restart':
        follower.subscription.unsubscribe();
        await service.stop();
        service = await TestService.on(service.test, SETTINGS);
        return follow(job, follower.seen);
    }
  }

  /** Where the tables say that everything stands. */
  async function standingOf(job: JobRecord): Promise<Standing> {
    const rows = rowsOf<{ key: string; status: string }>(
      await service.test.database.orm.execute(sql`
        select 'job' as key, status from jobs where id = ${job.id}
        union all
        select person_id::text, case when removed_at is null then 'added' else 'removed' end
          from job_people where job_id = ${job.id}
        union all
        select person_id || ' ' || service, status from workload_runs where job_id = ${job.id}`),
    );
    return new Map(rows.map(({ key, status }) => [key, status]));
  }

  const atCreation = ({ resources, workloads }: JobWithResources): Standing =>
    new Map(
      resources.flatMap((id) => [
        [id, PersonMembership.Added] as [string, string],
        ...workloads.map((workload) => [`${id} ${workload}`, ServiceStatus.NotStarted] as [string, string]),
      ]),
    );

  it('leads from the first event to where everything stands, by legal steps, and is followed without loss', async () => {
    await fc.assert(
      fc.asyncProperty(cast, begin, acts, async (numbers, begun, history) => {
        const date = new Date(service.clock.now().getTime() + 2 * HOUR);
        const job = await service.jobs.create(
          ADMIN,
          createBody(numbers, date, begun === 'migrating' ? { jobType: JobType.Migrate } : {}),
        );
        follow(job);
        if (begun === 'validated') await service.jobs.validate(ADMIN, keyOf(job));
        if (begun !== 'created') await service.until(job, ...RESTING.slice(1), JobStatus.InProgress);
        const running: Promise<unknown>[] = [];
        for (const act of history) {
          // A service can only be replaced when nobody calls it; other calls overlap with each other and with the engine.
          if (act.kind === 'restart') await Promise.all(running.splice(0));

          const done = perform(act, job).catch((error: unknown) => {
            if (!(error instanceof GraphHttpError)) throw error;
          });
          if (['rest', 'hour', 'reconnect', 'restart'].includes(act.kind)) await done;
          else running.push(done);
        }
        await Promise.all(running);
        await service.app.get(ClockControl).advance(24 * HOUR);
        await service.until(job, ...RESTING);

        const wanted = await standingOf(job);
        const events = rowsOf<{ id: string }>(
          await service.test.database.orm.execute(sql`select id from job_events where job_id = ${job.id} order by id`),
        ).map(({ id }) => Number(id));
        const seen = await followed(({ length }) => length >= events.length);
        expect(seen.map(({ id }) => id)).toEqual(events);
        const { standing, faults } = replay(seen, atCreation(job));
        expect(faults).toEqual([]);
        expect(new Map([...standing].sort())).toEqual(new Map([...wanted].sort()));
        expect(await rollUpFault(service.test.database.orm, job.id, service.clock.now())).toBeNull();
        await release(job);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 240_000);

  /** People stay claimed until their job ends. */
  async function release(job: JobRecord): Promise<void> {
    const { status } = await service.jobs.get(ADMIN, keyOf(job));
    if ([JobStatus.Submitted, JobStatus.ValidatePassed, JobStatus.ValidateFailed].includes(status)) {
      await service.jobs.cancel(ADMIN, keyOf(job));
      await service.until(job, JobStatus.Cancelled);
    }
  }

  it('tells once more where a retry begins', async () => {
    const job = await service.jobs.create(
      ADMIN,
      createBody([45], new Date(service.clock.now().getTime() + HOUR), { jobType: JobType.Migrate }),
    );
    follow(job);
    await service.until(job, JobStatus.InProgress);
    await service.app.get(ClockControl).advance(2 * HOUR);
    await service.until(job, JobStatus.CompletedWithErrors);
    await service.jobs.migrate(ADMIN, keyOf(job));
    await service.until(job, JobStatus.CompletedWithErrors);
    const ends = (seen: readonly JobEvent[]) =>
      seen.filter(({ toStatus }) => toStatus === JobStatus.CompletedWithErrors).length === 2;
    const begun = (await followed(ends)).filter(({ toStatus }) => toStatus === ServiceStatus.NotStarted);
    const because = { fromStatus: ServiceStatus.Failed, cause: 'migrate was called', actor: ADMIN.actor };
    expect(begun).toEqual(
      [Workload.Exchange, Workload.Meeting].map((workload) =>
        expect.objectContaining({ service: workload, ...because }),
      ),
    );
  });

  it('is the same whoever writes it and whoever is asked, while two services move one job', async () => {
    const other = await TestService.on(service.test, SETTINGS);
    const due = new Date(service.clock.now().getTime() + HOUR);
    const job = await other.jobs.create(ADMIN, createBody([1, 2, 45], due, { jobType: JobType.Migrate }));
    const numbers = await Promise.all(
      [service, other].map(async ({ app }) => {
        const events = app
          .get(EventLogStream)
          .of(job, 0)
          .pipe(
            filter(({ type }) => type === undefined),
            map(({ data }) => data as JobEvent),
            takeWhile(({ personId, toStatus }) => personId !== null || toStatus !== 'completedWithErrors', true),
            map(({ id }) => id),
            toArray(),
          );
        const all = firstValueFrom(events);
        if (app === service.app) {
          await service.until(job, JobStatus.InProgress);
          await service.app.get(ClockControl).advance(2 * HOUR);
        }
        return all;
      }),
    );
    await other.stop();
    expect(numbers[0]).toEqual(numbers[1]);
    expect(numbers[0]).toEqual([...new Set(numbers[0])].sort((a, b) => a - b));
    expect(numbers[0]?.length).toBeGreaterThan(20);
  });

  it('ends with the job, and knows nothing of one that is gone', async () => {
    const job = await service.jobs.create(ADMIN, createBody([9], new Date(service.clock.now().getTime() + HOUR)));
    await service.jobs.cancel(ADMIN, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
    const ended = new Promise<void>((resolve) =>
      service.app.get(EventLogStream).of(job, 0).subscribe({ complete: resolve }),
    );
    await service.jobs.delete(ADMIN, keyOf(job));
    await ended;
    await expect(service.jobs.get(ADMIN, keyOf(job))).rejects.toBeInstanceOf(JobNotFoundError);
  });
});
