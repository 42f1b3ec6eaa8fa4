import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  JobEventCollection,
  JobReport,
  JobStatus,
  PersonJobCollection,
  PersonReport,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi } from './support/test-api';
import { fabrikamPerson } from './support/test-service';

const WHO = fabrikamPerson(45);

describe('A person of a job', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create([1, 45], { jobType: 'migrate', completeAfterDateTime: api.inMinutes(60) });
    await api.until(job.id, JobStatus.InProgress);
    await api.advance(61);
    await api.until(job.id, JobStatus.CompletedWithErrors);
  });
  afterAll(() => api.destroy());

  const jobsOf = async (id: string, as: 'admin' | 'northwind' = 'admin') =>
    asContract(PersonJobCollection, (await api.get(`/${API_ROUTES.personJobs(id)}`, { as })).json()).value;

  it('is reported as in the report of the job, without everybody else', async () => {
    const whole = asContract(JobReport, (await api.get(`/${API_ROUTES.jobReport(job.id)}`)).json());
    const answer = await api.get(`/${API_ROUTES.personReport(job.id, WHO.toUpperCase())}`);
    const person = asContract(PersonReport, answer.json());
    expect(person).toEqual(whole.people.find(({ id }) => id === WHO));
    expect(person.services.map(({ status }) => status)).toContain('failed');
  });

  it('is not found where there is no such person', async () => {
    for (const id of [fabrikamPerson(2), 'nobody']) {
      expect((await api.get(`/${API_ROUTES.personReport(job.id, id)}`)).statusCode).toBe(404);
    }
  });

  it('has events of their own, by pages', async () => {
    const url = `/${API_ROUTES.jobEvents(job.id)}?person=${WHO}&top=2`;
    const first = asContract(JobEventCollection, (await api.get(url)).json());
    const next = (first.nextLink ?? '').replace(/^https?:\/\/[^/]+/, '');
    const second = asContract(JobEventCollection, (await api.get(next)).json());
    const seen = [...first.value, ...second.value];
    expect(seen).toHaveLength(4);
    expect(new Set(seen.map(({ personId }) => personId))).toEqual(new Set([WHO]));
    expect(errorOf(await api.get(`/${API_ROUTES.jobEvents(job.id)}?person=ann`))).toMatchObject({ target: 'person' });
    const both = await api.get(`/${API_ROUTES.jobEvents(job.id)}?person=${WHO}&after=0`);
    expect(errorOf(both)).toMatchObject({ target: 'after' });
  });

  it('has a history over jobs, newest first, in their own tenant only', async () => {
    const later = await api.create([45]);
    expect(await jobsOf(WHO)).toMatchObject([
      { id: later.id, status: 'submitted', removed: false },
      { id: job.id, displayName: job.displayName, status: 'completedWithErrors', removed: false },
    ]);
    expect(await jobsOf(WHO, 'northwind')).toEqual([]);
    expect((await api.get(`/${API_ROUTES.personJobs('ann')}`)).statusCode).toBe(400);
  });
});
