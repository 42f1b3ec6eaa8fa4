import {
  CrossTenantMigrationCancelResponse,
  CrossTenantMigrationTask,
  CrossTenantMigrationTaskCollection,
  GRAPH_ROUTES,
  JobProgress,
  JobStatus,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, JOBS, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const ENDS = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled];

describe('The people of a job', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const users = async (url: string) => {
    const answer = await api.get(url);
    if (answer.statusCode !== 200) throw new Error(`No list: ${answer.body}`);
    return asContract(CrossTenantMigrationTaskCollection, answer.json());
  };
  const cancel = (job: string, person: number | string) =>
    api.post(`${JOBS}/${job}/users/${typeof person === 'number' ? fabrikamPerson(person) : person}/cancel`);
  const statuses = async (id: string) => {
    const { value } = await users(`${JOBS}/${id}/users`);
    return value.map((user) => user.currentStatus.map((entry) => entry.status).join());
  };

  it('exist from its creation on, each with every workload and nothing to say', async () => {
    const { id } = await api.create([1, 2], { workloads: ['Teams', 'Exchange', 'ODSP'] });
    const answer = await api.get(`${JOBS}/${id}/users`);
    const entry = (service: string) => ({ service, status: 'notStarted', message: '', errors: [] });
    const task = (number: number) => ({
      id: fabrikamPerson(number),
      taskType: 'Users',
      lastUpdatedDateTime: expect.stringMatching(/Z$/),
      currentStatus: ['Exchange', 'ODSP', 'Teams'].map(entry),
    });
    expect(answer.json()).toEqual({
      '@odata.context': `http://localhost:80/v1.0/$metadata#${GRAPH_ROUTES.jobs}('${id}')/users`,
      value: [task(1), task(2)],
    });
    const single = await api.get(`${JOBS}/${id}/users/${fabrikamPerson(2)}`);
    expect(single.json()).toEqual({
      '@odata.context': `http://localhost:80/v1.0/$metadata#${GRAPH_ROUTES.jobs}('${id}')/users/$entity`,
      ...task(2),
    });
    asContract(CrossTenantMigrationTask, single.json());
  });

  it('are listed in pages of 20, in the order of the resources, each once', async () => {
    const people = Array.from({ length: 45 }, (_, index) => 101 + ((index * 7) % 45));
    const { id, resources } = await api.create(people, { displayName: 'many people' });
    for (const start of [`${JOBS}/${id}/users`, `/beta/${GRAPH_ROUTES.users('many people')}`]) {
      const seen: string[] = [];
      const sizes: number[] = [];
      for (let next: string | undefined = start; next !== undefined;) {
        const { pathname, search } = new URL(next, 'http://localhost');
        const page = await users(pathname + search);
        seen.push(...page.value.map((user) => user.id));
        sizes.push(page.value.length);
        next = page['@odata.nextLink'];
      }
      expect(sizes).toEqual([20, 20, 5]);
      expect(seen).toEqual(resources);
    }
    const page = await users(`${JOBS}/${id}/users?$top=2&$skip=43&$count=true`);
    expect(page.value.map((user) => user.id)).toEqual(resources.slice(43));
    expect([page['@odata.count'], page['@odata.nextLink']]).toEqual([45, undefined]);
  });

  it.each(["('{id}')/users('{person}')", '/{id}/users/{person}/', "(id='{id}')/USERS({person})"])(
    'are found at %s, in any letter case',
    async (form) => {
      const { id } = await api.create([10]);
      const person = 'aaaaaaaa-0000-4000-8000-00000000000a';
      const other = await api.create([], { resources: [person.toUpperCase()] });
      const address = (job: string, of: string) => JOBS + form.replace('{id}', job).replace('{person}', of);
      expect((await api.get(address(id, fabrikamPerson(10)))).json()).toMatchObject({ id: fabrikamPerson(10) });
      expect((await api.get(address(other.id, person.toUpperCase()))).json()).toMatchObject({ id: person });
    },
  );

  it.each([fabrikamPerson(40), 'ann', 'a%00b', '5', "'", 'x'.repeat(500)])(
    'are those of the job and nobody else: %s',
    async (person) => {
      const { id } = await api.create([11]);
      for (const answer of [
        await api.get(`${JOBS}/${id}/users/${encodeURIComponent(person)}`),
        await api.post(`${JOBS}/${id}/users/${encodeURIComponent(person)}/cancel`),
        await api.get(`${JOBS}/nobody/users/${encodeURIComponent(person)}`),
      ]) {
        expect([answer.statusCode, errorOf(answer).code]).toEqual([404, 'NotFound']);
      }
    },
  );

  it.each([
    ['$filter=color eq 1', '$filter'],
    ["$filter=currentStatus/any(s:s/status eq 'failed')", '$filter'],
    ['$orderby=currentStatus', '$orderby'],
    ['$select=color', '$select'],
    ['$expand=users', '$expand'],
    ['$search=ann', '$search'],
    ['$top=0', '$top'],
    ['$top=1000', '$top'],
    ['$skiptoken=x', '$skiptoken'],
    ['$skiptoken=-1', '$skiptoken'],
    ['foo=1', 'foo'],
  ])('refuse %s by name', async (query, target) => {
    const { id } = await api.create([12]);
    const answer = await api.get(`${JOBS}/${id}/users?${query}`);
    expect([answer.statusCode, errorOf(answer).target]).toEqual([400, target]);
  });

  it('leave by 202 and the published words, which name the job as the caller did', async () => {
    const { id, displayName } = await api.create([13, 14, 15]);
    for (const [job, person] of [
      [id, 13],
      [displayName, 14],
    ] as const) {
      const answer = await cancel(encodeURIComponent(job), person);
      expect(answer.statusCode).toBe(202);
      expect(answer.json()).toEqual({
        status: 'Accepted',
        message: `Cancellation request for user id: ${fabrikamPerson(person)} from batch: ${job} was accepted.`,
      });
      asContract(CrossTenantMigrationCancelResponse, answer.json());
    }
    const gone = 'cancelled,cancelled,cancelled,cancelled';
    expect(await statuses(id)).toEqual([gone, gone, 'notStarted,notStarted,notStarted,notStarted']);
    const again = await cancel(id, 13);
    expect([again.statusCode, errorOf(again).message]).toEqual([
      409,
      'Cancel is not possible. Current status is cancelled',
    ]);
    await api.act(id, 'validate');
    expect((await api.until(id, JobStatus.ValidatePassed, JobStatus.ValidateFailed)).status).toBe('validatePassed');
    expect((await statuses(id)).slice(0, 2)).toEqual([gone, gone]);
    const last = await api.post(`${JOBS}('${id}')/users('${fabrikamPerson(15)}')/microsoft.graph.cancel`);
    expect(last.statusCode).toBe(202);
    expect((await api.until(id, ...ENDS)).status).toBe(JobStatus.Cancelled);
  });

  it('cannot leave when the date has passed, in the published words', async () => {
    const { id } = await api.create([16, 49], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    await api.advance(61);
    const answer = await cancel(id, 49);
    expect(answer.statusCode).toBe(409);
    expect(errorOf(answer).message).toMatch(/^Cancel is not possible\. Current status is [a-z]+$/i);
    expect((await api.until(id, ...ENDS)).status).toBe(JobStatus.Completed);
    const late = await cancel(id, 16);
    expect([late.statusCode, errorOf(late).message]).toEqual([
      409,
      'Cancel is not possible. Current status is completed',
    ]);
  });

  it('who left count in no roll-up, whatever had become of them, and come back by no retry', async () => {
    const { id } = await api.create([17, 42], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    const failed = await api.get(`${JOBS}/${id}/users/${fabrikamPerson(42)}`);
    expect(failed.body).toContain('"failed"');
    expect((await cancel(id, 42)).statusCode).toBe(202);
    expect((await statuses(id))[1]).toBe('cancelled,cancelled,cancelled,cancelled');
    await api.advance(61);
    expect((await api.until(id, ...ENDS)).status).toBe(JobStatus.Completed);
    const progress = asContract(JobProgress, (await api.get(`/api/v1/jobs/${id}`)).json());
    expect([progress.people, progress.removedPeople]).toEqual([1, 1]);
    expect(progress.statuses.map(({ status, people }) => [status, people])).toEqual(Array(4).fill(['completed', 1]));
  });

  it('who failed keep what they left behind in another attempt, and those who are finished are left alone', async () => {
    const { id } = await api.create([18, 46], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    await api.advance(61);
    expect((await api.until(id, ...ENDS)).status).toBe(JobStatus.CompletedWithErrors);
    const [finished] = (await users(`${JOBS}/${id}/users`)).value;
    await api.act(id, 'migrate');
    await api.until(id, ...ENDS);
    const [left, retried] = (await users(`${JOBS}/${id}/users`)).value;
    expect(left).toEqual(finished);
    expect(retried?.currentStatus.map((entry) => entry.status)).toContain('failed');
  });
});
