import { API_ROUTES, AuditEntryCollection, JobStatus } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const AUDIT = `/${API_ROUTES.audit}`;
const NAME = '=HYPERLINK("http://evil.example") wave';

describe('The audit', () => {
  let api: TestApi;
  let id: string;
  let megan: { authorization: string };

  beforeAll(async () => {
    api = await TestApi.start();
    megan = await api.signIn('admin@fabrikam.example');
    const body = api.body([1, 2], { displayName: NAME, workloads: ['Exchange'] });
    id = (await api.post(JOBS, { as: 'nobody', headers: megan, body })).json<{ id: string }>().id;
    await api.patch(`${JOBS}/${id}`, { body: { completeAfterDateTime: api.inMinutes(90) } });
    await api.post(`${JOBS}/${id}/validate`, { as: 'nobody', headers: megan });
    await api.until(id, JobStatus.ValidatePassed);
    await api.act(id, 'migrate');
    await api.until(id, JobStatus.InProgress);
    await api.post(`${JOBS}/${id}/users/${fabrikamPerson(2)}/cancel`);
    await api.advance(91 * 60);
    await api.until(id, JobStatus.Completed);
  });
  afterAll(() => api.destroy());

  const page = async (query = '') => asContract(AuditEntryCollection, (await api.get(`${AUDIT}?${query}`)).json());
  const told = async (query = '') =>
    (await page(query)).value.map(({ actor, action, personName }) => [actor, action, personName]);

  it('tells who asked for what, latest first, and nothing that the engine did by itself', async () => {
    const lines = await told();
    expect(lines.map(([, action, person]) => [action, person])).toEqual([
      ['personRemoved', expect.any(String)],
      ['migrated', null],
      ['validated', null],
      ['dateMoved', null],
      ['created', null],
    ]);
    expect(lines.map(([actor]) => actor === 'admin@fabrikam.example')).toEqual([false, false, true, false, true]);
    const [last] = (await page('action=dateMoved')).value;
    expect(last).toMatchObject({
      jobId: id,
      jobName: NAME,
      jobDeleted: false,
      fromStatus: 'submitted',
      toStatus: 'submitted',
    });
    expect(last?.cause).toMatch(/^the cutover date was moved from .+ to .+/);
  });

  it('is found by actor, job, action and period', async () => {
    const actions = async (query: string) => (await told(query)).map(([, action]) => action);
    expect(await actions('actor=ADMIN@fabrikam')).toEqual(['validated', 'created']);
    expect(await actions('action=migrated')).toEqual(['migrated']);
    expect(await actions('action=other')).toEqual([]);
    expect(await actions(`job=${id.toUpperCase()}`)).toHaveLength(5);
    expect(await actions('job=hyperLINK')).toHaveLength(5);
    expect(await actions('job=another')).toEqual([]);
    const moved = (await page('action=migrated')).value[0]?.dateTime.toISOString() ?? '';
    expect(await actions(`from=${moved}`)).toEqual(['personRemoved', 'migrated']);
    expect(await actions(`before=${moved}`)).toEqual(['validated', 'dateMoved', 'created']);
  });

  it('is read page by page, each entry once', async () => {
    const seen: string[] = [];
    for (let query: string | null = 'top=2'; query !== null;) {
      const { value, nextLink } = await page(query);
      seen.push(...value.map(({ action }) => action));
      query = nextLink === undefined ? null : new URL(nextLink).search.slice(1);
    }
    expect(seen).toEqual(['personRemoved', 'migrated', 'validated', 'dateMoved', 'created']);
  });

  it('is a file that no spreadsheet takes for formulas', async () => {
    const file = await api.get(`${AUDIT}?format=csv&action=created`);
    expect(file.headers['content-type']).toMatch(/^text\/csv/);
    expect(file.headers['content-disposition']).toMatch(/^attachment; filename="audit \d{4}-\d\d-\d\d\.csv"/);
    const [head, line, ...rest] = file.body.trimEnd().split('\r\n');
    expect([head?.startsWith('\uFEFFdateTime,actor,action'), rest]).toEqual([true, []]);
    expect(line).toContain(`,"'=HYPERLINK(""http://evil.example"") wave",`);
  });

  it.each([
    'action=stolen',
    'from=yesterday',
    'before=2026-02-30T00:00:00Z',
    'top=0',
    'skiptoken=made-up',
    'format=pdf',
  ])('refuses %s by name', async (query) => {
    const answer = await api.get(`${AUDIT}?${query}`);
    expect([answer.statusCode, errorOf(answer).target]).toEqual([400, query.split('=')[0]]);
  });

  it('still tells what was asked for in a job that was deleted, and who deleted it', async () => {
    const before = (await page()).value;
    expect((await api.delete(`${JOBS}/${id}`)).statusCode).toBe(202);
    await api.untilSeen(id, async () => ((await api.get(`${JOBS}/${id}`)).statusCode === 404 ? true : null));
    const [deletion, ...after] = (await page()).value;
    expect(deletion).toMatchObject({
      action: 'deleted',
      jobId: id,
      jobName: NAME,
      jobDeleted: true,
      toStatus: 'pendingDelete',
    });
    expect(after).toEqual(before.map((entry) => ({ ...entry, jobDeleted: true })));
    expect(await told(`job=${id}&action=created`)).toHaveLength(1);
  });
});
