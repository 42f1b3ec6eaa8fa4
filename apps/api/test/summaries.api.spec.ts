import { API_ROUTES, JobCounts, JobHealth, JobStatus, JobSummaryCollection } from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';

const LIST = `/${API_ROUTES.jobs}`;
const COUNTS = `/${API_ROUTES.jobCounts}`;

describe('Jobs as lines of a list', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start({ FERRY_REQUIRE_APPROVAL: 'true' });
    await api.create([1, 2], { displayName: 'alpha one' });
    await api.create([3], { displayName: 'alpha two', jobType: 'validate' });
    const { id } = await api.create([42, 4], { displayName: 'beta without a licence', jobType: 'validate' });
    await api.create([5], { displayName: 'beta for approval', jobType: 'migrate' });
    const gone = await api.create([6], { displayName: 'beta cancelled' });
    await api.act(gone.id, 'cancel');
    await api.until(gone.id, JobStatus.Cancelled);
    await api.until(id, JobStatus.ValidateFailed);
    await api.until((await named('alpha two')).id, JobStatus.ValidatePassed);
  });
  afterAll(() => api.destroy());

  const page = async (query: string) => asContract(JobSummaryCollection, (await api.get(`${LIST}?${query}`)).json());
  const counts = async (query = '') => asContract(JobCounts, (await api.get(`${COUNTS}?${query}`)).json());
  const named = async (name: string) =>
    (await api.get(`${JOBS}(displayName='${name}')`)).json<{ readonly id: string }>();
  const names = async (query: string) => (await page(query)).value.map(({ job }) => job.displayName);

  it('have the numbers and the health beside what the contract tells', async () => {
    const { value } = await page('$orderby=displayName');
    expect(
      value.map(({ job, health, people, failedPeople }) => [job.displayName, health, people, failedPeople]),
    ).toEqual([
      ['alpha one', JobHealth.OnTrack, 2, 0],
      ['alpha two', JobHealth.OnTrack, 1, 0],
      ['beta cancelled', null, 1, 0],
      ['beta for approval', JobHealth.NeedsPerson, 1, 0],
      ['beta without a licence', JobHealth.Failing, 2, 1],
    ]);
    expect(value[1]).toMatchObject({ createdAs: 'validate', workloads: 4, checkedWorkloads: 4, awaitsApproval: false });
    expect(value[1]?.validationExpiresDateTime).toBeInstanceOf(Date);
    expect(value[3]).toMatchObject({ awaitsApproval: true, job: { status: JobStatus.Submitted, resources: [] } });
  });

  it('are found and sorted by the options of the contract, page by page', async () => {
    expect(await names("$filter=status eq 'validatePassed'")).toEqual(['alpha two']);
    expect(await names('$search=beta&$orderby=displayName desc')).toEqual([
      'beta without a licence',
      'beta for approval',
      'beta cancelled',
    ]);
    const first = await page('$orderby=displayName&$top=3');
    const { pathname, search } = new URL(first.nextLink ?? '');
    const rest = asContract(JobSummaryCollection, (await api.get(pathname + search)).json());
    expect(rest.value.map(({ job }) => job.displayName)).toEqual(['beta for approval', 'beta without a licence']);
    expect(rest.nextLink).toBeUndefined();
    expect(await names('$orderby=displayName&$top=1&$skip=4')).toEqual(['beta without a licence']);
  });

  it('are narrowed to those that need a person, also on the next page', async () => {
    expect(await names('attention=true&$orderby=displayName')).toEqual(['beta for approval', 'beta without a licence']);
    const first = await page('attention=true&$orderby=displayName&$top=1');
    const { pathname, search } = new URL(first.nextLink ?? '');
    const rest = asContract(JobSummaryCollection, (await api.get(pathname + search)).json());
    expect(rest.value.map(({ job }) => job.displayName)).toEqual(['beta without a licence']);
  });

  it('are counted by status, with the same filter and search', async () => {
    const all = await counts();
    expect([all.jobs, all.needAttention]).toEqual([5, 2]);
    expect(new Map(all.statuses.map(({ status, jobs }) => [status, jobs]))).toEqual(
      new Map([
        [JobStatus.Submitted, 2],
        [JobStatus.ValidatePassed, 1],
        [JobStatus.ValidateFailed, 1],
        [JobStatus.Cancelled, 1],
      ]),
    );
    expect(await counts('$search=alpha')).toMatchObject({ jobs: 2, needAttention: 0 });
    expect(await counts("$filter=displayName eq 'beta for approval'")).toMatchObject({ jobs: 1, needAttention: 1 });
  });

  it.each([
    ['$expand=users', /\$expand/],
    ['attention=perhaps', /attention/],
    ['colour=red', /colour/],
    ["$filter=health eq 'failing'", /health/],
  ])('refuse %s by name instead of ignoring it', async (query, name) => {
    const answer = await api.get(`${LIST}?${query}`);
    expect([answer.statusCode, name.test(errorOf(answer).message)]).toEqual([400, true]);
  });
});
