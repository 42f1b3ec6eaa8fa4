import { CrossTenantMigrationJobCollection, GRAPH_ROUTES, ResourceType } from '@ferry/contracts';
import { CONTOSO_ID, FABRIKAM_ID } from '../src/sandbox/sandbox-directory';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi, type Who } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const UNKNOWN_TENANT = '44444444-4444-4444-8444-444444444444';

/** An address below a list, with its options percent-encoded. */
const asked = (options: Readonly<Record<string, string>>, list = JOBS) =>
  `${list}?${Object.entries(options)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')}`;

const token = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

describe('Listing jobs', () => {
  let api: TestApi;
  const ids: string[] = [];

  beforeAll(async () => {
    api = await TestApi.start();
    for (let number = 1; number <= 45; number++) {
      const job = await api.create([number % 40], {
        displayName: `wave-${String(number).padStart(2, '0')}`,
        completeAfterDateTime: new Date(Date.UTC(2031, 0, number)).toISOString(),
        ...(number % 9 === 0 ? { workloads: ['Teams'], exchangeSettings: undefined } : {}),
        ...(number % 15 === 0 ? { sourceTenantId: UNKNOWN_TENANT } : {}),
        resources: [fabrikamPerson(number), fabrikamPerson(number + 100)],
      });
      ids.unshift(job.id);
    }
  });
  afterAll(() => api.destroy());

  const page = async (url: string, as: Who = 'admin') => {
    const answer = await api.get(url, { as });
    if (answer.statusCode !== 200) throw new Error(`No list: ${answer.body}`);
    return answer.json<CrossTenantMigrationJobCollection>();
  };
  const namesOf = ({ value }: CrossTenantMigrationJobCollection) => value.map((job) => job.displayName);
  const named = async (options: Readonly<Record<string, string>>) => namesOf(await page(asked(options)));

  /** Follows the links to the end; `between` happens after each page. */
  async function walk(url: string, between: () => Promise<unknown> = async () => undefined) {
    const pages: CrossTenantMigrationJobCollection[] = [];
    for (let next: string | undefined = url; next !== undefined; next = pages.at(-1)?.['@odata.nextLink']) {
      const { pathname, search } = new URL(next, 'http://localhost');
      pages.push(await page(pathname + search));
      await between();
    }
    return pages;
  }

  it('shows the 20 newest first, without the people', async () => {
    const first = await page(JOBS);
    expect(first.value.map((job) => job.id)).toEqual(ids.slice(0, 20));
    expect(first['@odata.context']).toBe(`http://localhost:80/v1.0/$metadata#${GRAPH_ROUTES.jobs}`);
    expect(first['@odata.nextLink']).toMatch(/^http:\/\/localhost:80\/v1\.0\/.*\?\$skiptoken=[\w-]+$/);
    expect(first).not.toHaveProperty('@odata.count');
    for (const job of asContract(CrossTenantMigrationJobCollection, first).value) {
      expect(job).toMatchObject({ resources: [], resourceType: ResourceType.Users, targetTenantId: FABRIKAM_ID });
    }
  });

  it('walks all jobs exactly once while others are created, in every version', async () => {
    const strangers: string[] = [];
    for (const version of ['', '/beta', '/v1.0']) {
      const start = `${version}/${GRAPH_ROUTES.jobs}?$filter=startswith(displayName,'wave-')`;
      const pages = await walk(start, async () => {
        strangers.push((await api.create([1], { displayName: `wave-x${strangers.length}` })).id);
      });
      const seen = pages.flatMap((one) => one.value.map((job) => job.id));
      expect(seen.filter((id) => ids.includes(id))).toEqual(ids);
      expect(new Set(seen).size).toBe(seen.length);
      for (const one of pages.slice(0, -1))
        expect(one['@odata.nextLink']).toContain(`localhost:80${version}/solutions`);
    }
    for (const id of strangers) {
      await api.act(id, 'cancel');
      await api.untilSeen(id, async () => ((await api.job(id)).status === 'cancelled' ? id : null));
      await api.delete(`${JOBS}/${id}`);
      await api.untilSeen(id, async () => ((await api.get(`${JOBS}/${id}`)).statusCode === 404 ? id : null));
    }
  });

  it('keeps order, filter, selection and page size over the pages', async () => {
    const options = {
      $top: '7',
      $filter: "contains(displayName,'-')",
      $orderby: 'displayName desc',
      $select: 'displayName',
      $count: 'true',
    };
    const pages = await walk(asked(options));
    expect(pages.map((one) => one.value.length)).toEqual([7, 7, 7, 7, 7, 7, 3]);
    expect(pages.flatMap(namesOf)).toEqual(
      Array.from({ length: 45 }, (_, i) => `wave-${String(45 - i).padStart(2, '0')}`),
    );
    for (const one of pages) {
      expect(one['@odata.count']).toBe(45);
      expect(Object.keys(one.value[0] ?? {})).toEqual(['displayName']);
      expect(one['@odata.context']).toMatch(/crossTenantMigrationJobs\(displayName\)$/);
    }
  });

  it('walks an order of two directions with many equal values', async () => {
    const pages = await walk(asked({ $top: '8', $orderby: 'sourceTenantId desc,displayName' }));
    const seen = pages.flatMap((one) => one.value.map((job) => [job.sourceTenantId, job.displayName]));
    expect(seen).toHaveLength(45);
    expect(seen.slice(0, 4).map(([, name]) => name)).toEqual(['wave-15', 'wave-30', 'wave-45', 'wave-01']);
  });

  it('begins behind what is skipped, and goes on from there', async () => {
    const pages = await walk(asked({ $skip: '40', $top: '2', $orderby: 'displayName' }));
    expect(pages.flatMap(namesOf)).toEqual(['wave-41', 'wave-42', 'wave-43', 'wave-44', 'wave-45']);
    expect((await page(asked({ $skip: '45' }))).value).toEqual([]);
    expect((await page(asked({ $top: '999' }))).value).toHaveLength(45);
  });

  it.each([
    ["displayName eq 'wave-07'", ['wave-07']],
    ["displayName in ('wave-07','wave-08')", ['wave-07', 'wave-08']],
    [
      "startswith(displayName,'wave-4') and not (displayName eq 'wave-40')",
      'wave-41 wave-42 wave-43 wave-44 wave-45'.split(' '),
    ],
    ["endswith(displayName,'-05') or endswith(displayName,'-06')", ['wave-05', 'wave-06']],
    ['completeAfterDateTime ge 2031-02-13T00:00:00Z', ['wave-44', 'wave-45']],
    ['completeAfterDateTime lt 2031-01-03T00:00:00+01:00', ['wave-01', 'wave-02']],
    ['completeAfterDateTime lt 2031-01-02', ['wave-01']],
    [`sourceTenantId ne ${CONTOSO_ID}`, ['wave-15', 'wave-30', 'wave-45']],
    [`sourceTenantId eq '${UNKNOWN_TENANT}'`, ['wave-15', 'wave-30', 'wave-45']],
    ['exchangeSettings/sourceEndpoint eq null', ['wave-09', 'wave-18', 'wave-27', 'wave-36', 'wave-45']],
    ["exchangeSettings/sourceEndpoint ne 'contoso-endpoint'", ['wave-09', 'wave-18', 'wave-27', 'wave-36', 'wave-45']],
    ["status ne 'submitted'", []],
    ["status eq 'SUBMITTED' and displayName eq 'wave-01'", ['wave-01']],
    ["createdBy eq 'ferry-admin' and displayName le 'wave-01'", ['wave-01']],
    ["displayName eq 'it''s not there'", []],
  ])('filters by %s', async ($filter, expected) => {
    expect(await named({ $filter, $orderby: 'displayName' })).toEqual(expected);
  });

  it('filters by the end of a name in characters, not in code units', async () => {
    const job = await api.create([1], { displayName: 'sail 🚢', completeAfterDateTime: '2040-01-01T00:00:00Z' });
    const found = await page(asked({ $filter: "endswith(displayName,'🚢')" }));
    expect(found.value.map(({ id }) => id)).toEqual([job.id]);
  });

  it('sorts by any plain member, both ways', async () => {
    expect((await named({ $orderby: 'completeAfterDateTime', $top: '2' })).slice(0, 2)).toEqual(['wave-01', 'wave-02']);
    const [last] = await named({ $orderby: 'createdDateTime asc', $top: '1' });
    expect(last).toBe('wave-01');
  });

  it('selects members, and fills in the people when they are asked for', async () => {
    const { value } = await page(asked({ $select: 'id,resources', $filter: "displayName eq 'wave-03'" }));
    expect(value).toEqual([{ id: ids.at(-3), resources: [fabrikamPerson(3), fabrikamPerson(103)] }]);
  });

  it('counts what passes the filter, on all pages', async () => {
    const { '@odata.count': count, value } = await page(
      asked({
        $count: 'true',
        $top: '2',
        $filter: `sourceTenantId eq ${CONTOSO_ID} and startswith(displayName,'wave-')`,
      }),
    );
    expect([count, value.length]).toEqual([42, 2]);
  });

  it.each([
    ['$apply=groupby((status))', '$apply'],
    ['$format=xml', '$format'],
    ['$deltatoken=x', '$deltatoken'],
    ['$foo=1', '$foo'],
    ['foo=1', 'foo'],
    ['top=5', 'top'],
    ['$top=5&$top=6', '$top'],
    ['$top=0', '$top'],
    ['$top=1000', '$top'],
    ['$top=-1', '$top'],
    ['$top=ten', '$top'],
    ['$skip=-1', '$skip'],
    ['$count=yes', '$count'],
    ['$select=', '$select'],
    ['$select=color', '$select'],
    ['$orderby=color', '$orderby'],
    ['$orderby=resources', '$orderby'],
    ['$expand=resources', '$expand'],
    ['$expand=users($top=1)', '$expand'],
    ['$expand=', '$expand'],
    ['$search=', '$search'],
    ['$search=a OR b', '$search'],
    ["$filter=status eq microsoft.graph.crossTenantMigrationJobType'validate'", '$filter'],
    ['$filter=status has 1', '$filter'],
    ['$orderby=displayName sideways', '$orderby'],
    ['$filter=color eq 1', '$filter'],
    ['$filter=displayName eq', '$filter'],
    ['$filter=displayName eq 5', '$filter'],
    ["$filter=status eq 'happy'", '$filter'],
    ['$filter=createdDateTime gt 2027-02-30T00:00:00Z', '$filter'],
    ['$filter=createdDateTime gt 9999-12-31T23:59:59-14:00', '$filter'],
    ['$filter=createdDateTime gt 0001-01-01T00:00:00%2B14:00', '$filter'],
    ['$filter=id eq 5', '$filter'],
    ["$filter=resources/any(r:r eq 'x')", '$filter'],
    ["$filter=displayName eq 'x' or (select 1)", '$filter'],
  ])('refuses %s by name', async (query, target) => {
    const answer = await api.get(`${JOBS}?${query}`);
    expect(answer.statusCode).toBe(400);
    const error = errorOf(answer);
    expect(error).toMatchObject({ code: 'BadRequest', target });
    expect(error.message).toContain(target);
  });

  it.each([
    ['nonsense', {}],
    [token('createddatetime-,id-'), {}],
    [token('createddatetime-,id-', 'yesterday', fabrikamPerson(1)), {}],
    [token('createddatetime-,id-', '2031-01-01T00:00:00.000000Z', 'x'), {}],
    [token('createddatetime-,id-', '2031-99-99T00:00:00.000000Z', fabrikamPerson(1)), {}],
    [token('createddatetime-,id-', '2031-02-30T00:00:00.000000Z', fabrikamPerson(1)), {}],
    [token('createddatetime-,id-', 5, fabrikamPerson(1)), {}],
    [token('displayname+', 'a'), {}],
    [token('displayname+', 'a\u0000'), { $orderby: 'displayName' }],
    [token('displayname+', 'a\ud83d'), { $orderby: 'displayName' }],
    [token('status+,id+', 'failed', fabrikamPerson(1)), { $orderby: 'status' }],
    [token('status+,id+', '1e9', fabrikamPerson(1)), { $orderby: 'status' }],
  ])('refuses the skip token %s', async ($skiptoken, more) => {
    const answer = await api.get(asked({ ...more, $skiptoken }));
    expect([answer.statusCode, errorOf(answer).target]).toEqual([400, '$skiptoken']);
  });

  it('takes options without the dollar sign under /beta, as Graph does', async () => {
    const list = `/beta/${GRAPH_ROUTES.jobs}`;
    const plain = await page(asked({ top: '3', orderby: 'displayName' }, list));
    expect(namesOf(plain)).toEqual(['sail 🚢', 'wave-01', 'wave-02']);
    const next = new URL(plain['@odata.nextLink'] ?? '');
    expect(namesOf(await page(next.pathname + next.search))).toEqual(['wave-03', 'wave-04', 'wave-05']);
  });

  it('takes the dollar sign percent-encoded, as generated clients send it', async () => {
    const answer = await page(`${JOBS}?%24top=1&%24orderby=displayName%20desc`);
    expect(namesOf(answer)).toEqual(['wave-45']);
  });

  it('shows another tenant nothing', async () => {
    const answer = await page(asked({ $count: 'true' }), 'northwind');
    expect(answer).toMatchObject({ value: [], '@odata.count': 0 });
    expect((await page(asked({ $top: '1' }), 'reader')).value).toHaveLength(1);
  });
});
