import { JobStatus, JobType } from '@ferry/contracts';
import { parseFilter, parseOrderBy } from '@ferry/odata';
import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { rowsOf } from '../database/rows-of';
import { DECLARED_JOB_TYPES, DECLARED_STATUSES } from '../database/schema/list-order.sql';
import { FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { JOB_FIELDS, JOB_ID, NEWEST_FIRST } from './job-fields.sql';
import { listFilter } from './list-filter.sql';
import { ListOrder } from './list-order.sql';

const MEMBERS = [...JOB_FIELDS.keys()];
const SEED = sql`
  insert into jobs (id, tenant_id, display_name, job_type, source_tenant_id, complete_after, status, message, created_at,
    created_by, updated_at, source_endpoint, target_delivery_domain, workloads, resources)
  select gen_random_uuid(), ${FABRIKAM_ID}::uuid, 'Wave ' || number, case when number % 3 = 0 then 'validate' else 'migrate' end,
    ('11111111-1111-4111-8111-' || lpad((number % 500)::text, 12, '0'))::uuid, now() + number * interval '1 minute',
    case when number % 400 = 0 then 'failed' else 'completed' end, 'Message ' || number % 700,
    now() - number * interval '1 minute', 'admin' || number % 600 || '@fabrikam.example', now() - number * interval '1 second',
    'endpoint ' || number % 300, 'domain ' || number % 300, array['Teams'], array[gen_random_uuid()]
  from generate_series(1, 20000) as number`;

describe('Lists of jobs in a database of many', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await openTestDatabase();
    await test.database.orm.execute(SEED);
    await test.database.orm.execute(sql`analyze jobs`);
  });
  afterAll(() => test.destroy());

  const planOf = async (filter: string | null, orderby: string | null, behind = sql`true`) => {
    const order = ListOrder.of(orderby === null ? undefined : parseOrderBy(orderby), JOB_FIELDS, NEWEST_FIRST, JOB_ID);
    const condition = filter === null ? sql`true` : listFilter(parseFilter(filter), JOB_FIELDS);
    const result = await test.database.orm.execute(sql`explain
      select * from jobs where jobs.tenant_id = ${FABRIKAM_ID}::uuid and ${condition} and ${behind}
      order by ${order.sql()} limit 21`);
    return rowsOf<{ 'QUERY PLAN': string }>(result)
      .map((row) => row['QUERY PLAN'])
      .join('\n');
  };

  it.each(MEMBERS.flatMap((member) => [`${member} asc`, `${member} desc`]))(
    'have an index for the order %s, which sorts nothing',
    async (orderby) => {
      const plan = await planOf(null, orderby);
      expect(plan).toMatch(/Index (?:Only )?Scan/);
      expect(plan).not.toMatch(/Seq Scan|Sort/);
    },
  );

  it.each([null, 'createdBy,displayName', 'completeAfterDateTime desc,status'])(
    'have an index for the usual order and for several keys: %s',
    async (orderby) => {
      expect(await planOf(null, orderby)).not.toMatch(/Seq Scan/);
    },
  );

  it('go on behind a place by the index', async () => {
    const order = ListOrder.of(undefined, JOB_FIELDS, NEWEST_FIRST, JOB_ID);
    const token = order.token(['2020-01-01T00:00:00.000000Z', FABRIKAM_ID]);
    const plan = await planOf(null, null, order.behind(token));
    expect(plan).toMatch(/Index Scan[^]*Index Cond: .*ROW\(created_at, id\)/);
  });

  it.each([
    "id eq '22222222-0000-4000-8000-000000000001'",
    "displayName eq 'Wave 77'",
    "displayName in ('Wave 77','Wave 78')",
    "displayName gt 'Wave 9998'",
    "status eq 'failed'",
    "status in ('failed','cancelled')",
    "jobType eq 'migrate'",
    'sourceTenantId eq 11111111-1111-4111-8111-000000000007',
    'completeAfterDateTime lt 2020-01-01T00:00:00Z',
    'createdDateTime ge 2020-01-01 and createdDateTime lt 2020-02-01',
    'lastUpdatedDateTime gt 2020-01-01',
    "createdBy eq 'admin7@fabrikam.example'",
    "message eq 'Message 7'",
    "exchangeSettings/sourceEndpoint eq 'endpoint 7'",
    "exchangeSettings/sourceEndpoint eq 'no such endpoint'",
    "exchangeSettings/targetDeliveryDomain in ('none','neither')",
    "message eq 'no such message'",
    "createdBy eq 'nobody'",
    'sourceTenantId eq 11111111-1111-4111-8111-999999999999',
    "exchangeSettings/targetDeliveryDomain eq 'domain 7'",
    "startswith(displayName,'Wave 777')",
    "contains(displayName,'7')",
  ])('have an index for the filter %s', async (filter) => {
    expect(await planOf(filter, null)).not.toMatch(/Seq Scan/);
  });
});

describe('The order of words in lists', () => {
  it('is that in which the contract declares them', () => {
    expect(DECLARED_STATUSES).toEqual(Object.values(JobStatus));
    expect(DECLARED_JOB_TYPES).toEqual(Object.values(JobType));
  });
});
