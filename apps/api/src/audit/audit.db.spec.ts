import { sql } from 'drizzle-orm';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { rowsOf } from '../database/rows-of';
import { FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { type AuditCriteria, type AuditPosition, AuditRepository } from './audit.repository';

const EVENTS = 20_000;

/** A job, and a log in which one event of a hundred was asked for by somebody. */
const SEED = sql`
  with job as (
    insert into jobs (id, tenant_id, display_name, job_type, source_tenant_id, complete_after, status, message, created_at,
      created_by, updated_at, workloads, resources)
    values (gen_random_uuid(), ${FABRIKAM_ID}, 'Wave', 'migrate', gen_random_uuid(), now(), 'completed', '', now(), 'admin',
      now(), array['Teams'], array[]::uuid[])
    returning id
  )
  insert into job_events (job_id, person_id, service, from_status, to_status, cause, actor, at)
  select job.id, null, case when number % 100 = 0 then null else 'Teams' end, 'submitted', 'processing',
    'migrate was called', case when number % 100 = 0 then 'admin' || number % 7 else 'engine' end,
    '2026-01-01T00:00:00Z'::timestamptz + number / 200 * interval '1 microsecond'
  from job, generate_series(1, ${EVENTS}) as number`;

describe('The audit of a long log', () => {
  let test: TestDatabase;
  let audit: AuditRepository;
  const EVERYTHING: AuditCriteria = {
    tenantId: FABRIKAM_ID,
    actor: undefined,
    job: undefined,
    action: undefined,
    from: undefined,
    before: undefined,
    keptAfter: null,
  };

  beforeAll(async () => {
    test = await openTestDatabase();
    await test.database.orm.execute(SEED);
    await test.database.orm.execute(sql`analyze jobs, job_events`);
    audit = new AuditRepository(test.database);
  });
  afterAll(() => test.destroy());

  it('is read by the index of what was asked for, from the latest on', async () => {
    const result = await test.database.orm.execute(sql`explain
      select event.id from job_events event join jobs job on job.id = event.job_id and job.tenant_id = ${FABRIKAM_ID}
      where event.actor <> 'engine' and (event.service is null or event.from_status = event.to_status)
      order by event.at desc, event.id desc limit 101`);
    const plan = rowsOf<{ 'QUERY PLAN': string }>(result).map((row) => row['QUERY PLAN']);
    expect(plan.join('\n')).toMatch(/job_events_asked/);
    expect(plan.join('\n')).not.toMatch(/Seq Scan on job_events|Sort/);
  });

  it('gives each entry once, also where many happened in the same microsecond', async () => {
    const seen: number[] = [];
    let behind: AuditPosition | null = null;
    for (let rows = 30; rows === 30;) {
      const page = await audit.page(EVERYTHING, behind, 30);
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      behind = last ? { at: last.position, id: last.id } : behind;
      rows = page.length;
    }
    expect([seen.length, new Set(seen).size]).toEqual([EVENTS / 100, EVENTS / 100]);
    expect(seen).toEqual([...seen].sort((a, b) => b - a));
  });

  it('knows nothing of another tenant', async () => {
    const other = { ...EVERYTHING, tenantId: '33333333-3333-4333-8333-333333333333' };
    expect(await audit.page(other, null, 10)).toEqual([]);
  });
});
