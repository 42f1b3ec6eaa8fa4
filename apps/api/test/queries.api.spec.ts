import { type CrossTenantMigrationJobCollection, GRAPH_ROUTES, JobStatus } from '@ferry/contracts';
import { CONTOSO_ID } from '../src/sandbox/sandbox-directory';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

/** An address below a list, with its options percent-encoded. */
const asked = (options: Readonly<Record<string, string>>, list = JOBS) => `${list}?${new URLSearchParams(options)}`;

describe('Asking for jobs', () => {
  let api: TestApi;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    api = await TestApi.start();
    const create = async (name: string, more: object = {}) => {
      const job = await api.create([1], { displayName: name, ...more });
      ids[name] = job.id;
      return job.id;
    };
    await create('Alpha 100 %', { resources: [fabrikamPerson(1), fabrikamPerson(2)] });
    await create('beta_one', { workloads: ['Teams'], exchangeSettings: undefined });
    await create('Ümläut Straße');
    const cancelled = await create('cancelled', {
      exchangeSettings: { sourceEndpoint: 'another', targetDeliveryDomain: 'a.example' },
    });
    await api.act(cancelled, 'cancel');
    await api.until(cancelled, JobStatus.Cancelled);
    const checked = await create('checked', { jobType: 'validate', resources: [fabrikamPerson(41)] });
    await api.until(checked, JobStatus.ValidateFailed);
    await create('crowd', {
      resources: Array.from({ length: 45 }, (_, index) => fabrikamPerson(200 + index)),
      workloads: ['ODSP'],
      exchangeSettings: undefined,
    });
  });
  afterAll(() => api.destroy());

  const page = async (options: Readonly<Record<string, string>>) => {
    const answer = await api.get(asked(options));
    if (answer.statusCode !== 200) throw new Error(`No list: ${answer.body}`);
    return answer.json<CrossTenantMigrationJobCollection>();
  };
  const named = async (options: Readonly<Record<string, string>>) =>
    (await page(options)).value.map((job) => job.displayName);

  describe('in an order', () => {
    it.each([
      ['status,displayName', ['Alpha 100 %', 'beta_one', 'crowd', 'Ümläut Straße', 'cancelled', 'checked']],
      ['status desc,displayName desc', ['checked', 'cancelled', 'Ümläut Straße', 'crowd', 'beta_one', 'Alpha 100 %']],
      [
        'exchangeSettings/sourceEndpoint,displayName',
        ['beta_one', 'crowd', 'cancelled', 'Alpha 100 %', 'checked', 'Ümläut Straße'],
      ],
      [
        'exchangeSettings/targetDeliveryDomain desc,displayName',
        ['Alpha 100 %', 'checked', 'Ümläut Straße', 'cancelled', 'beta_one', 'crowd'],
      ],
      [
        'resourceType,targetTenantId,displayName desc',
        ['Ümläut Straße', 'crowd', 'checked', 'cancelled', 'beta_one', 'Alpha 100 %'],
      ],
    ])('of %s, also over pages', async ($orderby, expected) => {
      expect(await named({ $orderby })).toEqual(expected);
      const seen: (string | undefined)[] = [];
      let next: string | undefined = asked({ $orderby, $top: '2' });
      while (next !== undefined) {
        const answer: CrossTenantMigrationJobCollection = (await api.get(next)).json();
        seen.push(...answer.value.map((job) => job.displayName));
        const link: string | undefined = answer['@odata.nextLink'];
        next = link === undefined ? undefined : new URL(link).pathname + new URL(link).search;
      }
      expect(seen).toEqual(expected);
    });

    it.each([
      'jobType',
      'message desc',
      'createdBy',
      'sourceTenantId desc',
      'lastUpdatedDateTime',
      'id desc',
      'resourceType',
    ])('of %s, each job once', async ($orderby) => {
      expect((await named({ $orderby })).sort()).toEqual(Object.keys(ids).sort());
    });
  });

  describe('by a filter', () => {
    it.each([
      ["status lt 'completed'", ['Alpha 100 %', 'beta_one', 'crowd', 'Ümläut Straße']],
      ["status ge 'validateSubmitted'", ['checked']],
      ["status gt 'submitted' and status lt 'deleted'", ['cancelled', 'checked']],
      ["status eq microsoft.graph.crossTenantMigrationJobStatus'cancelled'", ['cancelled']],
      ["contains(displayName,'%')", ['Alpha 100 %']],
      ["contains(displayName,'_')", ['beta_one']],
      ["startswith(displayName,'%')", []],
      ["exchangeSettings/sourceEndpoint in ('another',null)", ['beta_one', 'cancelled', 'crowd']],
      ["exchangeSettings/sourceEndpoint eq ''", []],
      ["exchangeSettings/sourceEndpoint in ('','another')", ['cancelled']],
      ["exchangeSettings/targetDeliveryDomain eq 'a.example'", ['cancelled']],
      ["contains(exchangeSettings/sourceEndpoint,'contoso') eq false", ['beta_one', 'cancelled', 'crowd']],
      ['createdDateTime gt 2020-01-01T00:00:00.123456789012+14:00 and createdDateTime lt 2020-01-02', []],
      ["resourceType eq 'users' and displayName eq 'crowd'", ['crowd']],
      [`targetTenantId eq ${CONTOSO_ID}`, []],
      ["jobType le 'validate' and displayName ge 'c' and displayName lt 'd'", ['cancelled', 'checked', 'crowd']],
    ])('%s', async ($filter, expected) => {
      expect(await named({ $filter, $orderby: 'displayName' })).toEqual(expected);
    });

    it('compares a moment with the one that the service wrote', async () => {
      const { createdDateTime } = await api.job(ids['crowd'] ?? '');
      const text = createdDateTime.toISOString();
      expect(await named({ $filter: `createdDateTime eq ${text} and displayName eq 'crowd'` })).toEqual(['crowd']);
      expect(await named({ $filter: `createdDateTime eq ${text.replace('Z', '0001Z')}` })).toEqual([]);
      expect(await named({ $filter: `id eq ${ids['crowd']?.toUpperCase()}` })).toEqual(['crowd']);
    });
  });

  describe('by words', () => {
    it.each([
      ['alpha', ['Alpha 100 %']],
      ['ALPHA "100 %"', ['Alpha 100 %']],
      ['"%"', ['Alpha 100 %']],
      ['_', ['beta_one']],
      ['ümläut STRASSE', []],
      ['ÜMLÄUT', ['Ümläut Straße']],
      ['U\u0308ml', ['Ümläut Straße']],
      ['ferry-admin cancelled', ['cancelled']],
      ['nothing', []],
    ])('%s', async ($search, expected) => {
      expect(await named({ $search })).toEqual(expected);
    });

    it('together with a filter, a count and pages', async () => {
      const first = await page({
        $search: 'ferry',
        $filter: "status eq 'submitted'",
        $count: 'true',
        $top: '3',
        $orderby: 'displayName',
      });
      expect(first['@odata.count']).toBe(4);
      expect(first['@odata.nextLink']).toContain('search=ferry');
      const { pathname, search } = new URL(first['@odata.nextLink'] ?? '');
      const rest = (await api.get(pathname + search)).json<CrossTenantMigrationJobCollection>();
      expect(rest.value.map((job) => job.displayName)).toEqual(['Ümläut Straße']);
    });
  });

  describe('with their people', () => {
    it('shows the first twenty of each, and where the others are', async () => {
      const list = await page({ $expand: 'users', $orderby: 'displayName' });
      expect(list['@odata.context']).toMatch(/crossTenantMigrationJobs\(users\(\)\)$/);
      const [alpha, , , , crowd] = list.value;
      expect(alpha).toMatchObject({ displayName: 'Alpha 100 %', resources: [] });
      expect(alpha?.users?.map((user) => user.id)).toEqual([fabrikamPerson(1), fabrikamPerson(2)]);
      expect(alpha?.users?.[0]?.currentStatus).toHaveLength(4);
      expect(alpha).not.toHaveProperty('users@odata.nextLink');
      expect(crowd?.users).toHaveLength(20);
      const { pathname, search } = new URL(crowd?.['users@odata.nextLink'] ?? '');
      expect(pathname).toBe(`/v1.0/${GRAPH_ROUTES.users(ids['crowd'] ?? '')}`);
      const rest = (await api.get(`${pathname}${search}&$top=30`)).json<{ value: { id: string }[] }>();
      expect(rest.value.map(({ id }) => id)).toEqual(
        Array.from({ length: 25 }, (_, index) => fabrikamPerson(220 + index)),
      );
    });

    it('also of a single job, and with a selection', async () => {
      const single = await api.get(asked({ $expand: 'users' }, `${JOBS}(displayName='crowd')`));
      expect(single.json()).toMatchObject({
        '@odata.context': expect.stringMatching(/Jobs\(users\(\)\)\/\$entity$/),
        resources: expect.arrayContaining([fabrikamPerson(244)]),
        'users@odata.nextLink': expect.stringContaining('skiptoken'),
      });
      const { value, ...annotations } = await page({
        $expand: 'Users',
        $select: 'id,displayName',
        $filter: "displayName eq 'beta_one'",
      });
      expect(annotations['@odata.context']).toMatch(/Jobs\(id,displayName,users\(\)\)$/);
      expect(value).toEqual([
        { id: ids['beta_one'], displayName: 'beta_one', users: [expect.objectContaining({ id: fabrikamPerson(1) })] },
      ]);
    });
  });

  it('counts them as plain text', async () => {
    for (const [url, count] of [
      [`${JOBS}/$count`, '6'],
      [`/beta/${GRAPH_ROUTES.jobs}/%24count`, '6'],
      [asked({ $filter: "status eq 'submitted'" }, `${JOBS}/$count`), '4'],
      [asked({ $search: 'crowd' }, `/${GRAPH_ROUTES.jobs}/$COUNT`), '1'],
      [`${JOBS}/${ids['crowd']}/users/$count`, '45'],
      [asked({ $filter: `id eq ${fabrikamPerson(201)}` }, `${JOBS}('crowd')/users/$count`), '1'],
    ] as const) {
      for (const accept of ['text/plain;q=0.9', '*/*', 'application/json']) {
        const answer = await api.get(url, { headers: { accept } });
        expect([answer.statusCode, answer.body]).toEqual([200, count]);
        expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
      }
    }
    for (const option of ['$top=1', '$orderby=id', '$select=id', '$expand=users']) {
      const answer = await api.get(`${JOBS}/$count?${option}`);
      expect([answer.statusCode, errorOf(answer).target]).toEqual([400, option.split('=')[0]]);
    }
    expect((await api.get(`${JOBS}/$count`, { headers: { accept: 'image/png' } })).statusCode).toBe(406);
    expect((await api.get(`${JOBS}/$count`, { as: 'northwind' })).body).toBe('0');
  });

  it('makes pages as small as the client prefers, and no larger', async () => {
    const small = await api.get(JOBS, { headers: { prefer: 'odata.maxpagesize=2' } });
    expect(small.headers['preference-applied']).toBe('odata.maxpagesize=2');
    expect(small.json<CrossTenantMigrationJobCollection>().value).toHaveLength(2);
    expect(small.json()).toHaveProperty(['@odata.nextLink']);
    const top = await api.get(`${JOBS}?$top=3`, { headers: { prefer: 'maxpagesize=500' } });
    expect(top.json<CrossTenantMigrationJobCollection>().value).toHaveLength(3);
    expect(top.headers).not.toHaveProperty('preference-applied');
    const people = await api.get(`${JOBS}/${ids['crowd']}/users`, { headers: { prefer: 'maxpagesize=5' } });
    expect(people.json<{ value: unknown[] }>().value).toHaveLength(5);
  });

  it('takes no options with a change', async () => {
    for (const [method, url] of [
      ['POST', `${JOBS}?$select=id`],
      ['PATCH', `${JOBS}/${ids['crowd']}?$select=id`],
      ['DELETE', `${JOBS}/${ids['crowd']}?$top=1`],
      ['POST', `${JOBS}/${ids['crowd']}/validate?$expand=users`],
    ] as const) {
      const answer = await api.send(method, url, { body: {} });
      expect(answer.statusCode).toBe(400);
      expect(errorOf(answer).target).toBe(/\?(\$\w+)/.exec(url)?.[1]);
    }
  });
});

describe('Asking for the people of a job', () => {
  let api: TestApi;
  let list: string;
  const people = Array.from({ length: 30 }, (_, index) => fabrikamPerson(330 - index));

  beforeAll(async () => {
    api = await TestApi.start();
    const job = await api.create([], { resources: people });
    list = `${JOBS}/${job.id}/users`;
    await api.delete(`${list}/${fabrikamPerson(310)}`);
  });
  afterAll(() => api.destroy());

  const page = async (options: Readonly<Record<string, string>>) =>
    (await api.get(asked(options, list))).json<Record<string, unknown> & { value: { id: string }[] }>();
  const numbers = ({ value }: { value: { id: string }[] }) => value.map(({ id }) => Number(id.slice(-3)));

  it('has the order of the resources, or another one', async () => {
    expect(numbers(await page({ $top: '3' }))).toEqual([330, 329, 328]);
    expect(numbers(await page({ $top: '3', $orderby: 'id' }))).toEqual([301, 302, 303]);
    expect(numbers(await page({ $top: '1', $orderby: 'lastUpdatedDateTime desc' }))).toEqual([310]);
    expect(numbers(await page({ $top: '2', $orderby: 'taskType,id desc' }))).toEqual([330, 329]);
  });

  it('goes on where a page ended, in every order', async () => {
    for (const $orderby of ['id', 'lastUpdatedDateTime desc', 'lastUpdatedDateTime,id desc', 'taskType']) {
      const seen: number[] = [];
      let next: string | undefined = asked({ $orderby, $top: '7' }, list);
      while (next !== undefined) {
        const answer: { value: { id: string }[]; '@odata.nextLink'?: string } = (await api.get(next)).json();
        seen.push(...numbers(answer));
        const link: string | undefined = answer['@odata.nextLink'];
        next = link === undefined ? undefined : new URL(link).pathname + new URL(link).search;
      }
      expect(seen).toHaveLength(30);
      expect(new Set(seen).size).toBe(30);
    }
  });

  it('selects and filters', async () => {
    const selected = await page({
      $select: 'id',
      $filter: `id in (${fabrikamPerson(305)},'${fabrikamPerson(306)}')`,
      $count: 'true',
    });
    expect(selected).toEqual({
      '@odata.context': expect.stringMatching(/\/users\(id\)$/),
      '@odata.count': 2,
      value: [{ id: fabrikamPerson(306) }, { id: fabrikamPerson(305) }],
    });
    const { value: changed } = await page({ $orderby: 'lastUpdatedDateTime desc', $top: '1' });
    const moment = (changed[0] as unknown as { lastUpdatedDateTime: string }).lastUpdatedDateTime;
    expect(numbers(await page({ $filter: `lastUpdatedDateTime ge ${moment}` }))).toEqual([310]);
    const single = await api.get(asked({ $select: 'taskType,id' }, `${list}/${fabrikamPerson(301)}`));
    expect(single.json()).toEqual({
      '@odata.context': expect.stringMatching(/\/users\(taskType,id\)\/\$entity$/),
      taskType: 'Users',
      id: fabrikamPerson(301),
    });
  });
});
