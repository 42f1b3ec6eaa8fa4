import { API_ROUTES, JobEvent, JobEventCollection, JobStatus, PersonMembership, ServiceStatus } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { EventStream } from './support/event-stream';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

describe('The event log of a job', () => {
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

  const eventsOf = (id: string) => `/${API_ROUTES.jobEvents(id)}`;
  const page = async (url: string) => asContract(JobEventCollection, (await api.get(url)).json());
  const follow = async (id: string, query = '', headers: Readonly<Record<string, string>> = {}) => {
    const stream = await EventStream.open(`${address}${eventsOf(id)}${query}`, api.token('reader'), headers);
    open.push(stream);
    return stream;
  };
  const next = async (stream: EventStream) => {
    const event = await stream.next();
    if (event === null) throw new Error('The stream has ended.');
    const data = asContract(JobEvent, JSON.parse(event.data));
    expect(event).toMatchObject({ type: 'message', id: String(data.id) });
    return data;
  };
  const upTo = async (stream: EventStream, status: JobStatus) => {
    const events = [await next(stream)];
    const isReached = (event: JobEvent | undefined) => event?.personId === null && event.toStatus === status;
    while (!isReached(events.at(-1))) events.push(await next(stream));
    return events;
  };

  it('is a page, or is followed, as the client accepts', async () => {
    const { id } = await api.create([1]);
    const typeFor = async (accept: string) => {
      const abort = new AbortController();
      const headers = { authorization: `Bearer ${api.token('reader')}`, accept };
      const answer = await fetch(`${address}${eventsOf(id)}`, { headers, signal: abort.signal });
      abort.abort();
      return answer.headers.get('content-type')?.split(';')[0];
    };
    const stream = 'text/event-stream';
    for (const accept of [
      '*/*',
      'application/json',
      'text/html',
      `application/json, ${stream}`,
      `${stream};q=0, */*`,
    ]) {
      expect([accept, await typeFor(accept)]).toEqual([accept, 'application/json']);
    }
    for (const accept of [stream, `${stream}, */*`, `application/json;q=0.5, ${stream}`]) {
      expect([accept, await typeFor(accept)]).toEqual([accept, stream]);
    }
  });

  it('is read from its beginning, page by page', async () => {
    const { id } = await api.create([2], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const { value: newestFirst } = await page(`${eventsOf(id)}?top=1000`);
    const all = [];
    for (let url: string | undefined = `${eventsOf(id)}?after=0&top=3`; url;) {
      const { value, nextLink }: JobEventCollection = await page(url);
      expect(value.length).toBeLessThanOrEqual(3);
      all.push(...value);
      url = nextLink?.replace(/^https?:\/\/[^/]+/, '');
    }
    expect(all).toEqual(newestFirst.toReversed());
    expect(all.length).toBeGreaterThan(10);
  });

  it('is narrowed to a kind, to people by name or address, and to who asked', async () => {
    const { id } = await api.create([5, 6], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const { value: all } = await page(`${eventsOf(id)}?top=1000`);
    const narrowed = async (query: string) => (await page(`${eventsOf(id)}?top=1000&${query}`)).value;
    expect(await narrowed('kind=job')).toEqual(all.filter(({ personId }) => personId === null));
    expect(await narrowed('kind=WORKLOAD')).toEqual(all.filter(({ service }) => service !== null));
    expect(await narrowed('kind=person')).toEqual(
      all.filter(({ personId, service }) => personId !== null && service === null),
    );
    const name = all.find(({ personId }) => personId === fabrikamPerson(5))?.personName ?? '';
    const ofFive = all.filter(({ personId }) => personId === fabrikamPerson(5));
    expect(ofFive.length).toBeGreaterThan(0);
    expect(await narrowed(`about=${encodeURIComponent(name.toUpperCase())}`)).toEqual(ofFive);
    expect((await narrowed('about=%40fabrikam.example')).every(({ personId }) => personId !== null)).toBe(true);
    expect(await narrowed('about=%25')).toEqual([]);
    expect(await narrowed('actor=ENGINE&kind=job')).toEqual(
      all.filter(({ personId, actor }) => personId === null && actor === 'engine'),
    );
    const first = await page(`${eventsOf(id)}?kind=workload&top=1`);
    const second = await page((first.nextLink ?? '').replace(/^https?:\/\/[^/]+/, ''));
    expect([...first.value, ...second.value]).toEqual(all.filter(({ service }) => service !== null).slice(0, 2));
  });

  it('refuses what cannot be asked', async () => {
    const { id } = await api.create([3]);
    expect(errorOf(await api.get(`${eventsOf(id)}?after=-1`))).toMatchObject({ target: 'after' });
    expect(errorOf(await api.get(`${eventsOf(id)}?after=1&before=9`))).toMatchObject({ target: 'after' });
    for (const query of ['kind=job', 'about=ann', 'actor=engine']) {
      expect(errorOf(await api.get(`${eventsOf(id)}?after=1&${query}`))).toMatchObject({ target: 'after' });
    }
    expect(errorOf(await api.get(`${eventsOf(id)}?kind=item`))).toMatchObject({ target: 'kind' });
    const accept = 'text/event-stream';
    const headers = { accept, 'last-event-id': 'yesterday' };
    expect(errorOf(await api.get(eventsOf(id), { headers }))).toMatchObject({ target: 'Last-Event-ID' });
    const theirs = await api.get(eventsOf(id), { as: 'northwind', headers: { accept } });
    expect(theirs.statusCode).toBe(404);
  });

  it('brings what was not seen yet and then what happens, and nothing twice after coming back', async () => {
    const { id } = await api.create([4]);
    const first = await follow(id);
    const created = await next(first);
    expect(created).toMatchObject({ personId: null, fromStatus: null, toStatus: 'submitted', cause: 'created' });
    await api.act(id, 'validate');
    const seen = [created, ...(await upTo(first, JobStatus.ValidatePassed))];
    first.close();

    await api.act(id, 'migrate');
    await api.until(id, JobStatus.InProgress);
    const back = await follow(id, '?after=0', { 'last-event-id': String(seen.at(-1)?.id) });
    seen.push(...(await upTo(back, JobStatus.InProgress)));
    await api.act(id, 'cancel');
    seen.push(...(await upTo(back, JobStatus.Cancelled)));
    expect(seen).toEqual((await page(`${eventsOf(id)}?after=0&top=1000`)).value);

    const late = await follow(id, `?after=${seen.at(-2)?.id}`);
    expect(await next(late)).toEqual(seen.at(-1));
  });

  it('ends when the job is deleted', async () => {
    const { id } = await api.create([5]);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    const stream = await follow(id);
    await upTo(stream, JobStatus.Cancelled);
    await api.delete(`${JOBS}/${id}`);
    for (let event = await stream.next(); event !== null; event = await stream.next()) {
      expect(JSON.parse(event.data)).toMatchObject({ toStatus: JobStatus.PendingDelete });
    }
  });

  it('tells who came and who left, and of another date, with whoever asked', async () => {
    const { id } = await api.create([6, 7]);
    await api.post(`${JOBS}/${id}/users`, { body: { id: fabrikamPerson(8) } });
    await api.post(`${JOBS}/${id}/users/${fabrikamPerson(7)}/cancel`);
    const completeAfterDateTime = api.inMinutes(500);
    await api.patch(`${JOBS}/${id}`, { body: { completeAfterDateTime } });
    const { value } = await page(`${eventsOf(id)}?after=0`);
    expect(new Set(value.map(({ actor }) => actor)).size).toBe(1);
    const told = value
      .slice(1)
      .map(({ personId, service, fromStatus, toStatus }) => [personId, service, fromStatus, toStatus]);
    const came = (service: string) => [fabrikamPerson(8), service, null, ServiceStatus.NotStarted];
    const left = (service: string) => [fabrikamPerson(7), service, ServiceStatus.NotStarted, ServiceStatus.Cancelled];
    const services = ['Exchange', 'ODSP', 'Teams', 'Meeting'];
    expect(told).toEqual([
      [fabrikamPerson(8), null, null, PersonMembership.Added],
      ...services.map(came),
      ...services.map(left),
      [fabrikamPerson(7), null, PersonMembership.Added, PersonMembership.Removed],
      [null, null, JobStatus.Submitted, JobStatus.Submitted],
    ]);
    expect(value.at(-1)?.cause).toContain(`to ${completeAfterDateTime}`);
  });
});
