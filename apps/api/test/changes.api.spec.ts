import {
  API_ROUTES,
  CrossTenantMigrationJob,
  JobChange,
  JobEventCollection,
  JobProgress,
  JobStatus,
  type PersonProgress,
  PersonProgressCollection,
} from '@ferry/contracts';
import { decodeJwt } from 'jose';
import { filter, firstValueFrom, lastValueFrom, toArray } from 'rxjs';
import { ChangeStream } from '../src/progress/change-stream';
import { asContract } from './support/contract-answer';
import { EventStream } from './support/event-stream';
import { JOBS, TestApi } from './support/test-api';
import { ADMIN, fabrikamPerson, keyOf } from './support/test-service';
import { Changes } from '../src/changes/changes';
import { ChangesRepository } from '../src/changes/changes.repository';
import { Database } from '../src/database/database';
import { JobsRepository } from '../src/jobs/jobs.repository';
import { JobsService } from '../src/jobs/jobs.service';
import { ProgressService } from '../src/progress/progress.service';

describe('Following changes', () => {
  let api: TestApi;
  let address: string;
  const open: EventStream[] = [];

  beforeAll(async () => {
    api = await TestApi.start();
    await api.app.listen(0, '127.0.0.1');
    address = await api.app.getUrl();
  });
  afterEach(() => {
    for (const stream of open.splice(0)) stream.close();
  });
  afterAll(() => api.destroy());

  const follow = async (route: string, as: 'reader' | 'northwind' = 'reader') => {
    const stream = await EventStream.open(`${address}/${route}`, api.token(as));
    open.push(stream);
    return stream;
  };
  const change = async (stream: EventStream) => asContract(JobChange, await stream.json());
  /** The messages up to the one that shows it; word of earlier changes may still be on its way from the database. */
  const changesUntil = async (stream: EventStream, shows: (progress: JobProgress) => boolean) => {
    const messages = [await change(stream)];
    for (let last = messages[0]; last && !shows(last.progress); last = messages.at(-1)) {
      messages.push(await change(stream));
    }
    return { people: messages.flatMap((one) => one.people), events: messages.flatMap((one) => one.events) };
  };
  const numbersOf = async (id: string) => ({
    progress: asContract(JobProgress, (await api.get(`/${API_ROUTES.job(id)}`)).json()),
    people: asContract(PersonProgressCollection, (await api.get(`/${API_ROUTES.jobPeople(id)}`)).json()).value,
    events: asContract(JobEventCollection, (await api.get(`/${API_ROUTES.jobEvents(id)}?top=1000`)).json()).value,
  });

  it('begins with the whole job', async () => {
    const { id } = await api.create([1, 2, 3]);
    const stream = await follow(API_ROUTES.jobChangesOf(id));
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream');
    expect(await change(stream)).toEqual(await numbersOf(id));
  });

  it.each([
    ['gzip, br', 'gzip'],
    ['br', null],
    ['gzip;q=0, identity', null],
  ])('is compressed for whoever accepts %s: %s', async (accepted, encoding) => {
    const { id } = await api.create([1, 2, 3]);
    const route = `${address}/${API_ROUTES.jobChangesOf(id)}`;
    const stream = await EventStream.open(route, api.token('reader'), { 'accept-encoding': accepted });
    open.push(stream);
    expect(stream.response.headers.get('content-encoding')).toBe(encoding);
    expect(await change(stream)).toEqual(await numbersOf(id));
    await api.post(`${JOBS}/${id}/users/${fabrikamPerson(2)}/cancel`);
    const { people } = await changesUntil(stream, (seen) => seen.removedPeople === 1);
    expect(people.map((person) => person.id)).toEqual([fabrikamPerson(2)]);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    await api.delete(`${JOBS}/${id}`);
    for (let event = await stream.next(); event !== null;) event = await stream.next();
  });

  it('tells of a person who leaves, and of nobody else', async () => {
    const { id } = await api.create([1, 2, 3]);
    const stream = await follow(API_ROUTES.jobChangesOf(id));
    const first = await change(stream);
    await api.post(`${JOBS}/${id}/users/${fabrikamPerson(2)}/cancel`);
    const { people, events } = await changesUntil(stream, (seen) => seen.people === 2 && seen.removedPeople === 1);
    expect(people.map((person) => [person.id, person.removed])).toEqual([[fabrikamPerson(2), true]]);
    const left = { personId: fabrikamPerson(2), toStatus: 'cancelled' };
    const gone = { personId: fabrikamPerson(2), service: null, toStatus: 'removed' };
    expect(events).toEqual([left, left, left, left, gone].map((event) => expect.objectContaining(event)));
    const last = first.events.at(-1)?.id ?? NaN;
    for (const event of events) expect(event.id).toBeGreaterThan(last);
  });

  it('tells of another date, and of nobody, because nobody changed', async () => {
    const { id } = await api.create([1, 2, 3]);
    const stream = await follow(API_ROUTES.jobChangesOf(id));
    await change(stream);
    const completeAfterDateTime = api.inMinutes(500);
    await api.patch(`${JOBS}/${id}`, { body: { completeAfterDateTime } });
    const hasMoved = ({ job }: JobProgress) => job.completeAfterDateTime.toISOString() === completeAfterDateTime;
    const { people, events } = await changesUntil(stream, hasMoved);
    expect(people).toEqual([]);
    expect(events).toMatchObject([{ personId: null, fromStatus: 'submitted', toStatus: 'submitted' }]);
  });

  it('tells everything of a migration, nothing twice, and leads to where the job is', async () => {
    const { id } = await api.create([4, 5, 6]);
    const stream = await follow(API_ROUTES.jobChangesOf(id));
    const first = await change(stream);
    const people = new Map(first.people.map((person) => [person.id, person]));
    const events = [...first.events];
    let status = first.progress.job.status;
    const until = async (wanted: JobStatus, settled: (all: PersonProgress[]) => boolean = () => true) => {
      while (status !== wanted || !settled([...people.values()])) {
        const message = await change(stream);
        status = message.progress.job.status;
        for (const person of message.people) people.set(person.id, person);
        events.push(...message.events);
      }
    };
    await api.act(id, 'validate');
    await until(JobStatus.ValidatePassed);
    await api.act(id, 'migrate');
    await until(JobStatus.InProgress, (all) =>
      all.every((one) => one.services.every((entry) => entry.status === 'synced')),
    );
    await api.advance(61);
    await until(JobStatus.Completed);
    const now = await numbersOf(id);
    expect([...people.values()]).toEqual(now.people);
    expect(events).toEqual(now.events.reverse());
  });

  it('shows the job as it is when the stream begins, not as it was when it was asked for', async () => {
    const { id } = await api.create([7]);
    const asked = await api.app.get(JobsService).get(ADMIN, keyOf({ id }));
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const stream = api.app.get(ChangeStream);
    const message = (await firstValueFrom(stream.ofJob(asked))).data as JobChange;
    expect(message.progress.job.status).toBe(JobStatus.Cancelled);
    await api.delete(`${JOBS}/${id}`);
    await api.untilSeen(id, async () => ((await api.get(`${JOBS}/${id}`)).statusCode === 404 ? true : null));
    expect(await lastValueFrom(stream.ofJob(asked).pipe(toArray()))).toEqual([]);
  });

  it('ends when the job is deleted', async () => {
    const { id } = await api.create([8]);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const stream = await follow(API_ROUTES.jobChangesOf(id));
    expect((await change(stream)).progress.job.status).toBe(JobStatus.Cancelled);
    await api.delete(`${JOBS}/${id}`);
    const seen: string[] = [];
    for (let event = await stream.next(); event !== null; event = await stream.next()) {
      seen.push(asContract(JobChange, JSON.parse(event.data)).progress.job.status);
    }
    expect(seen.filter((status) => status !== 'pendingDelete')).toEqual([]);
  });

  it('tells a tenant of its jobs, from creation to deletion, and of nobody else', async () => {
    const [fabrikam, northwind] = [
      await follow(API_ROUTES.jobChanges),
      await follow(API_ROUTES.jobChanges, 'northwind'),
    ];
    const { id, displayName } = await api.create([9, 10]);
    const created = asContract(CrossTenantMigrationJob, await fabrikam.json());
    expect(created).toMatchObject({ id, displayName, status: 'submitted', resources: [] });
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    let status = created.status;
    while (status !== JobStatus.Cancelled) {
      const seen = asContract(CrossTenantMigrationJob, await fabrikam.json());
      expect(seen.id).toBe(id);
      status = seen.status;
    }
    await api.delete(`${JOBS}/${id}`);
    let event = await fabrikam.next();
    while (event?.type === 'message') event = await fabrikam.next();
    expect(event).toMatchObject({ type: 'deleted', data: JSON.stringify({ id }) });

    const body = api.body([], { resources: ['33333333-0000-4000-8000-000000000001'] });
    const theirs = (await api.post(JOBS, { as: 'northwind', body })).json<{ id: string }>();
    expect(await northwind.json()).toMatchObject({ id: theirs.id });
  });

  it('ends a stream when the token that opened it expires, and not before', async () => {
    /** Time enough to read all that the streams have told of the hour before. */
    const LEFT_MS = 60_000;
    const { id } = await api.create([11]);
    // Sockets and the engine keep their real timers; those of the streams go on by themselves, and may be moved ahead.
    jest.useFakeTimers({
      advanceTimers: true,
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setTimeout',
        'clearTimeout',
      ],
    });
    try {
      const [ofJob, ofTenant] = [await follow(API_ROUTES.jobChangesOf(id)), await follow(API_ROUTES.jobChanges)];
      await change(ofJob);
      const expiresAt = (decodeJwt(api.token('reader')).exp ?? 0) * 1_000;
      jest.advanceTimersByTime(expiresAt - Date.now() - LEFT_MS);
      await api.post(`${JOBS}/${id}/users/${fabrikamPerson(11)}/cancel`);
      // The stream also looks by itself every now and then, and may have told what it saw before.
      let told = await change(ofJob);
      while (told.progress.removedPeople === 0) told = await change(ofJob);
      expect(told.progress.removedPeople).toBe(1);
      expect(await ofTenant.json()).toMatchObject({ id });
      jest.advanceTimersByTime(LEFT_MS + 1);
      const endOf = async (stream: EventStream) => {
        while ((await stream.next()) !== null);
        return 'end';
      };
      expect(await Promise.all([endOf(ofJob), endOf(ofTenant)])).toEqual(['end', 'end']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('tells a tenant that something may have been missed when the database was away', async () => {
    let loseConnection: () => void = () => undefined;
    const database = new Proxy(api.app.get(Database), {
      get: (target, name) => {
        if (name !== 'listen') return Reflect.get(target, name, target) as unknown;
        const listen: Database['listen'] = (channel, onMessage, onGap) => {
          loseConnection = onGap;
          return target.listen(channel, onMessage, onGap);
        };
        return listen;
      },
    });
    const changes = new Changes(database, api.app.get(ChangesRepository));
    await changes.onModuleInit();
    const stream = new ChangeStream(changes, api.app.get(ProgressService), api.app.get(JobsRepository));
    const told = firstValueFrom(stream.ofTenant(ADMIN.tenantId).pipe(filter(({ type }) => type !== undefined)));
    loseConnection();
    expect(await told).toEqual({ type: 'gap', data: {} });
    await changes.onApplicationShutdown();
  });
});
