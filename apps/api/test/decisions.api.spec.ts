import {
  API_ROUTES,
  HoldCollection,
  JobProgress,
  JobStatus,
  PersonProgress,
  SkippedItemCollection,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const TOO_LARGE = fabrikamPerson(47);
const at = (route: string) => `/${route}`;

describe('Decisions of administrators', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_REQUIRE_APPROVAL: 'true', FERRY_SKIPPED_ITEMS_ALLOWED: '2' });
  });
  afterAll(() => api.destroy());

  const approve = async (id: string, upn: string) =>
    api.post(at(API_ROUTES.jobApproval(id)), { as: 'nobody', headers: await api.signIn(upn) });
  const progressOf = async (id: string) => asContract(JobProgress, (await api.get(at(API_ROUTES.job(id)))).json());

  async function held(): Promise<string> {
    const { id } = await api.create([47], { jobType: 'migrate' });
    await approve(id, 'admin@fabrikam.example');
    await api.until(id, JobStatus.AdminActionRequired);
    return id;
  }

  it('lets the second of two administrators approve what the first one submitted', async () => {
    const headers = await api.signIn('admin@fabrikam.example');
    const body = api.body([1], { jobType: 'migrate' });
    const { id } = (await api.post(JOBS, { as: 'nobody', headers, body })).json<{ id: string }>();
    expect(await progressOf(id)).toMatchObject({ awaitsApproval: true, job: { status: 'submitted' } });

    const own = await approve(id, 'admin@fabrikam.example');
    expect([own.statusCode, errorOf(own).details?.[0]?.code]).toEqual([403, 'approvalNeedsAnother']);
    const application = await api.post(at(API_ROUTES.jobApproval(id)));
    expect([application.statusCode, errorOf(application).details?.[0]?.code]).toEqual([403, 'approvalNeedsPerson']);
    const approved = await approve(id, 'approver@fabrikam.example');
    expect([approved.statusCode, approved.json<JobProgress>().awaitsApproval]).toEqual([200, false]);
    const again = await approve(id, 'approver@fabrikam.example');
    expect([again.statusCode, errorOf(again).details?.[0]?.code]).toEqual([409, 'approveNotAllowed']);
    await api.until(id, JobStatus.InProgress);
  });

  it('shows what was left out by pages, and goes on with what is accepted', async () => {
    const id = await held();
    const first = await api.get(`${at(API_ROUTES.skippedItems(id, TOO_LARGE))}?top=2`);
    const page = asContract(SkippedItemCollection, first.json());
    expect(page.value.map(({ code }) => code)).toEqual(['ItemTooLarge', 'ItemTooLarge']);
    const rest = await api.get(new URL(page.nextLink ?? '').pathname + new URL(page.nextLink ?? '').search);
    expect(asContract(SkippedItemCollection, rest.json()).value).toHaveLength(1);
    expect(rest.json<SkippedItemCollection>().nextLink).toBeUndefined();

    const { value: holds } = asContract(HoldCollection, (await api.get(at(API_ROUTES.holds))).json());
    expect(holds).toMatchObject([
      {
        job: { job: { id }, health: 'needsPerson', heldPeople: 1 },
        person: { id: TOO_LARGE, mail: expect.any(String) },
      },
    ]);

    const accepted = await api.post(at(API_ROUTES.acceptSkippedItems(id, TOO_LARGE)));
    expect(accepted.statusCode).toBe(200);
    expect((await api.get(at(API_ROUTES.holds))).json()).toEqual({ value: [] });
    const person = asContract(PersonProgress, accepted.json());
    expect(person.services[0]).toMatchObject({ service: 'Exchange', skipped: 3, heldDateTime: null, errors: [] });
    const twice = await api.post(at(API_ROUTES.acceptSkippedItems(id, TOO_LARGE)));
    expect([twice.statusCode, errorOf(twice).details?.[0]?.code]).toEqual([409, 'acceptSkippedItemsNotAllowed']);
    expect((await api.job(id)).status).toBe(JobStatus.InProgress);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
  });

  it('says how much a job lets pass, and lets go on what is allowed by then', async () => {
    const id = await held();
    const allowed = await api.send('PATCH', at(API_ROUTES.job(id)), { body: { skippedItemsAllowed: 3 } });
    expect([allowed.statusCode, allowed.json<JobProgress>().skippedItemsAllowed]).toEqual([200, 3]);
    expect((await api.job(id)).status).toBe(JobStatus.InProgress);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
  });

  it.each([
    ['nothing', {}],
    ['a fraction', { skippedItemsAllowed: 1.5 }],
    ['less than nothing', { skippedItemsAllowed: -1 }],
    ['a text', { skippedItemsAllowed: '3' }],
    ['null', { skippedItemsAllowed: null }],
  ])('refuses %s as a number of items', async (_what, body) => {
    const { id } = await api.create([2]);
    const refused = await api.send('PATCH', at(API_ROUTES.job(id)), { body });
    expect([400, 422]).toContain(refused.statusCode);
    expect(JSON.stringify(errorOf(refused))).toContain('skippedItemsAllowed');
    expect((await progressOf(id)).skippedItemsAllowed).toBe(2);
  });

  it('knows no skipped items of somebody who is not in the job', async () => {
    const { id } = await api.create([3]);
    for (const person of [fabrikamPerson(4), 'nobody']) {
      expect((await api.get(at(API_ROUTES.skippedItems(id, person)))).statusCode).toBe(404);
      expect((await api.post(at(API_ROUTES.acceptSkippedItems(id, person)))).statusCode).toBe(404);
    }
  });
});
