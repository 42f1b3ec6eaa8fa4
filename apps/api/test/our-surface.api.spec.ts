import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  type ItemCounts,
  JobEventCollection,
  JobProgress,
  JobReport,
  JobStatus,
  MigrationEndpointCollection,
  PersonCollection,
  PersonItemCollection,
  PersonProgressCollection,
  SandboxClock,
  Session,
  SignInSettings,
  TenantCollection,
  Workload,
  WORKLOADS,
} from '@ferry/contracts';
import type { ClassConstructor } from 'class-transformer';
import { once } from 'node:events';
import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { json } from 'node:stream/consumers';
import {
  CONTOSO_ID,
  FABRIKAM_ID,
  NORTHWIND_ID,
  sandboxPerson,
  sourcePersonIdOf,
} from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi, type Who } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const PEOPLE = [1, 2, 47];

/** Whose content a person of Fabrikam takes over. */
function atContoso(number: number): string {
  const person = sandboxPerson(FABRIKAM_ID, fabrikamPerson(number));
  if (!person) throw new Error(`There is no person ${number}.`);
  return sourcePersonIdOf(person);
}

describe("The service's own surface", () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create(PEOPLE, { displayName: 'to the end', jobType: 'migrate' });
    await api.until(job.id, JobStatus.InProgress);
    await api.advance(61);
    job = await api.until(job.id, JobStatus.Completed);
  });
  afterAll(() => api.destroy());

  const read = async <T extends object>(type: ClassConstructor<T>, url: string, as: Who = 'admin'): Promise<T> => {
    const { pathname, search } = new URL(url, 'http://localhost');
    const answer = await api.get(pathname + search, { as });
    if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
    expect(answer.headers['cache-control']).toBe('no-store');
    return asContract(type, answer.json());
  };
  const refusal = async (url: string) => {
    const answer = await api.get(url);
    return [answer.statusCode, errorOf(answer).target];
  };
  const { session, signIn, tenants } = API_ROUTES;
  const people = `/${API_ROUTES.tenantPeople(FABRIKAM_ID)}`;

  it('says how to sign in, to anybody', async () => {
    const settings = await read(SignInSettings, `/${signIn}`, 'nobody');
    expect(settings).toMatchObject({ clientId: 'ferry-console', sandbox: true });
    expect(settings.tokenEndpoint).toMatch(/^http:\/\/localhost:80\/.+\/oauth2\/v2\.0\/token$/);
  });

  it('says who the caller is and what they may do', async () => {
    const fabrikam = { id: FABRIKAM_ID, displayName: 'Fabrikam', defaultDomain: 'fabrikam.example', kind: 'sandbox' };
    const admin = await read(Session, `/${session}`);
    expect(admin).toMatchObject({ actor: 'ferry-admin', canWrite: true, sandbox: true, tenant: fabrikam });
    expect(await read(Session, `/${session}`, 'reader')).toMatchObject({ actor: 'ferry-reader', canWrite: false });
    const answer = await api.get(`/${session}`, { as: 'nobody', headers: await api.signIn('admin@fabrikam.example') });
    expect(asContract(Session, answer.json())).toMatchObject({ actor: 'admin@fabrikam.example', canWrite: true });
  });

  it('shows the tenant of the caller and those that content can come from', async () => {
    const mine = await read(TenantCollection, `/${tenants}`);
    expect(mine.value.map((tenant) => tenant.id)).toEqual([CONTOSO_ID, FABRIKAM_ID]);
    const theirs = await read(TenantCollection, `/${tenants}`, 'northwind');
    expect(theirs.value.map((tenant) => tenant.id)).toEqual([CONTOSO_ID, NORTHWIND_ID]);
    const endpoints = await read(
      MigrationEndpointCollection,
      `/${API_ROUTES.tenantEndpoints(FABRIKAM_ID.toUpperCase())}`,
    );
    const limits = { connections: null, itemsPerSecond: null, bytesPerSecond: null };
    expect(endpoints.value).toEqual([{ name: 'contoso-endpoint', sourceTenantId: CONTOSO_ID, services: {}, limits }]);
    expect(await refusal(`/${API_ROUTES.tenantEndpoints('nowhere')}`)).toEqual([404, undefined]);
  });

  it('lists the people of a tenant by name, in pages, each once', async () => {
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let next: string | undefined = `${people}?top=20`; next !== undefined;) {
      const page: PersonCollection = await read(PersonCollection, next);
      sizes.push(page.value.length);
      seen.push(...page.value.map((person) => `${person.displayName} ${person.id}`));
      next = page.nextLink;
    }
    expect(sizes).toEqual([20, 20, 10]);
    expect(new Set(seen).size).toBe(50);
    expect(seen).toEqual([...seen].sort());
  });

  it('finds people by a part of their name or address, taken word for word', async () => {
    const all = (await read(PersonCollection, people)).value;
    expect(all).toHaveLength(50);
    const [one] = all;
    const found = async (text: string) =>
      (await read(PersonCollection, `${people}?search=${encodeURIComponent(text)}`)).value.map((person) => person.id);
    expect(await found(one?.displayName.toUpperCase() ?? '')).toContain(one?.id);
    expect(await found(one?.mail ?? '')).toEqual([one?.id]);
    expect(await found('@fabrikam.example')).toHaveLength(50);
    for (const nobody of ['%', '_', '\\', "'", 'zzz']) expect(await found(nobody)).toEqual([]);
    const some = await read(PersonCollection, `${people}?search=fabrikam&top=30`);
    expect(some.nextLink).toContain('search=fabrikam');
    expect((await read(PersonCollection, some.nextLink ?? '')).value).toHaveLength(20);
    expect(all.find((person) => person.id === fabrikamPerson(41))?.sourceMail).toBeNull();
  });

  it.each([
    [`${people}?top=0`, 'top'],
    [`${people}?top=1000`, 'top'],
    [`${people}?top=ten`, 'top'],
    [`${people}?top=1&top=2`, 'top'],
    [`${people}?search=a&search=b`, 'search'],
    [`${people}?search=a%00`, 'search'],
    [`${people}?skiptoken=x`, 'skiptoken'],
    [`${people}?skiptoken=${Buffer.from('["A","B"]').toString('base64url')}`, 'skiptoken'],
    [`${people}?skiptoken=${Buffer.from(`["A\\u0000","${FABRIKAM_ID}"]`).toString('base64url')}`, 'skiptoken'],
    [`${people}/${fabrikamPerson(1)}/items`, 'service'],
    [`${people}/${fabrikamPerson(1)}/items?service=Mail`, 'service'],
    [`${people}/${fabrikamPerson(1)}/items?service=Teams&service=ODSP`, 'service'],
    [`${people}/${fabrikamPerson(1)}/items?service=Teams&top=0`, 'top'],
    [`${people}/${fabrikamPerson(1)}/items?service=Teams&skiptoken=x`, 'skiptoken'],
    [`${people}/ann/items?service=Teams`, 'person'],
  ])('refuses %s by name', async (url, target) => {
    expect(await refusal(url)).toEqual([400, target]);
  });

  /** Everything that a person has in a workload. */
  async function items(tenantId: string, personId: string, service: Workload, top: number) {
    const found: object[] = [];
    let next: string | undefined = `/${API_ROUTES.personItems(tenantId, personId, service)}&top=${top}`;
    while (next !== undefined) {
      const page: PersonItemCollection = await read(PersonItemCollection, next);
      found.push(
        ...page.value.map(({ key, size, digest, name, container }) => ({ key, size, digest, name, container })),
      );
      next = page.nextLink;
      if (next === undefined) expect(found).toHaveLength(page.count);
    }
    return found;
  }

  it.each(WORKLOADS)('shows the same %s at the source and at the target', async (service) => {
    for (const number of [1, 2]) {
      const source = await items(CONTOSO_ID, atContoso(number), service, 37);
      const target = await items(FABRIKAM_ID, fabrikamPerson(number), service, 999);
      expect(source.length).toBeGreaterThan(5);
      expect(target).toEqual(source);
    }
  });

  it('shows no content of those who were not migrated', async () => {
    expect(await items(FABRIKAM_ID, fabrikamPerson(30), Workload.Exchange, 10)).toEqual([]);
  });

  it('shows a job in numbers, as a whole and by person', async () => {
    const progress = await read(JobProgress, `/${API_ROUTES.job(job.id)}`);
    expect(progress).toMatchObject({ people: 3, removedPeople: 0, sourceTenantName: 'Contoso' });
    expect(progress.job).toEqual({ ...job, '@odata.context': undefined, resources: [] });
    expect(progress.statuses).toHaveLength(4);
    expect(progress.statuses.every(({ status, people: count }) => status === 'completed' && count === 3)).toBe(true);
    const dates = [progress.migrationStartedDateTime, progress.cutoverStartedDateTime, progress.finishedDateTime];
    const times = dates.map((date) => date?.getTime() ?? NaN);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    const { value } = await read(
      PersonProgressCollection,
      `/${API_ROUTES.jobPeople(encodeURIComponent('to the end'))}`,
    );
    expect(value.map((person) => person.id)).toEqual(job.resources);
    for (const { service, remaining, ...total } of progress.totals) {
      expect(remaining).toBeNull();
      const each = value.flatMap((person) => person.services.filter((entry) => entry.service === service));
      const sum = (member: keyof ItemCounts) => each.reduce((whole, entry) => whole + entry[member], 0);
      for (const member of Object.keys(total) as (keyof ItemCounts)[]) expect(total[member]).toBe(sum(member));
    }
  });

  it('compares source and target in a report', async () => {
    const report = await read(JobReport, `/${API_ROUTES.jobReport(job.id)}`);
    expect(report).toMatchObject({ id: job.id, displayName: 'to the end', status: 'completed' });
    expect(report.people.map((person) => person.id)).toEqual(job.resources);
    for (const person of report.people) {
      for (const { service, found, copied, alreadyThere, skipped, failed, verification } of person.services) {
        const atSource = await items(CONTOSO_ID, atContoso(Number(person.id.slice(-12))), service, 999);
        expect(found).toBe(atSource.length);
        expect(copied + alreadyThere + skipped + failed).toBe(found);
        expect(verification?.atTarget).toBe(copied + alreadyThere);
      }
    }
    const skipped = report.people.flatMap((person) => person.services.map((entry) => entry.skipped));
    expect(skipped.reduce((sum, count) => sum + count, 0)).toBe(3);
  });

  it('reports a job of which nothing was moved', async () => {
    const waiting = await api.create([3, 41]);
    const { people: reported } = await read(JobReport, `/${API_ROUTES.jobReport(waiting.id)}`);
    const numbers = {
      found: 0,
      copied: 0,
      alreadyThere: 0,
      skipped: 0,
      failed: 0,
      verification: null,
      folders: [],
      phases: [],
    };
    for (const entry of reported.flatMap((person) => person.services)) expect(entry).toMatchObject(numbers);
  });

  it('tells what happened, newest first, in pages, each once and in one piece', async () => {
    const url = `/${API_ROUTES.jobEvents(job.id)}`;
    const ids: number[] = [];
    const events: JobEventCollection['value'] = [];
    for (let next: string | undefined = `${url}?top=7`; next !== undefined;) {
      const page: JobEventCollection = await read(JobEventCollection, next);
      events.push(...page.value);
      ids.push(...page.value.map((event) => event.id));
      next = page.nextLink;
    }
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
    expect((await read(JobEventCollection, `${url}?top=1000`)).value).toEqual(events);
    const subjects = Map.groupBy(events.reverse(), (event) => `${event.personId} ${event.service}`);
    expect(subjects.size).toBe(1 + PEOPLE.length * 4);
    for (const [, chain] of subjects) {
      for (const [index, event] of chain.entries())
        expect(event.fromStatus).toBe(chain[index - 1]?.toStatus ?? event.fromStatus);
      expect(chain.at(-1)?.toStatus).toBe('completed');
    }
    expect(subjects.get('null null')?.map((event) => event.toStatus)).toEqual([
      'submitted',
      'processing',
      'inProgress',
      'cuttingOver',
      'completed',
    ]);
    for (const query of ['top=0', 'top=1001', 'before=0', 'before=x']) {
      expect((await api.get(`${url}?${query}`)).statusCode).toBe(400);
    }
  });

  it('moves the clock of the sandbox ahead and never back', async () => {
    const before = await read(SandboxClock, '/api/v1/sandbox/clock', 'reader');
    const moved = await api.post('/api/v1/sandbox/clock', { body: { seconds: 90 } });
    const after = asContract(SandboxClock, moved.json());
    expect([moved.statusCode, after.aheadSeconds]).toEqual([200, before.aheadSeconds + 90]);
    expect(after.now.getTime() - before.now.getTime()).toBeGreaterThanOrEqual(90_000);
    for (const [body, status] of [
      [{}, 400],
      [{ seconds: 0 }, 422],
      [{ seconds: -5 }, 422],
      [{ seconds: 1.5 }, 400],
      [{ seconds: '5' }, 400],
      [{ seconds: 1e9 }, 422],
      [{ minutes: 1 }, 400],
    ] as const) {
      const refused = await api.post('/api/v1/sandbox/clock', { body });
      expect([body, refused.statusCode]).toEqual([body, status]);
    }
    expect((await read(SandboxClock, '/api/v1/sandbox/clock')).aheadSeconds).toBe(after.aheadSeconds);
  });

  it('leaves nothing behind on a connection that asks for many reports', async () => {
    const sockets: Socket[] = [];
    const server: Server = api.app.getHttpServer();
    server.on('connection', (socket: Socket) => sockets.push(socket));
    await api.app.listen(0, '127.0.0.1');
    const address = `${await api.app.getUrl()}/${API_ROUTES.jobReport(job.id)}`;
    const listeners: number[] = [];
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let round = 0; round < 4; round++) {
      const asked = get(address, { agent, headers: { authorization: `Bearer ${api.token('reader')}` } });
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];
      expect(asContract(JobReport, await json(answer)).people).toHaveLength(3);
      listeners.push(sockets[0]?.listenerCount('close') ?? -1);
    }
    agent.destroy();
    expect(sockets).toHaveLength(1);
    expect(new Set(listeners).size).toBe(1);
  });
});
