import {
  API_ROUTES,
  type CrossTenantMigrationJob,
  JobProgress,
  JobStatus,
  JobThroughput,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';
import { asContract } from './support/contract-answer';
import { errorOf, TestApi } from './support/test-api';

describe('What a job moves over time', () => {
  let api: TestApi;
  let job: CrossTenantMigrationJob;

  beforeAll(async () => {
    api = await TestApi.start();
    job = await api.create([1, 2], { jobType: 'migrate', completeAfterDateTime: api.inMinutes(60) });
  });
  afterAll(() => api.destroy());

  const url = (id: string) => `/${API_ROUTES.jobThroughput(id)}`;
  const progressOf = async (id: string) => asContract(JobProgress, (await api.get(`/${API_ROUTES.job(id)}`)).json());
  const read = async (id = job.id) => asContract(JobThroughput, (await api.get(url(id), { as: 'reader' })).json());
  const sums = (throughput: JobThroughput) => {
    const all = throughput.points.flatMap(({ workloads }) => workloads);
    return [...Map.groupBy(all, ({ service }) => service)]
      .map(([service, parts]) => ({
        service,
        items: parts.reduce((sum, { items }) => sum + items, 0),
        bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
      }))
      .sort((one, other) => one.service.localeCompare(other.service));
  };

  it('adds up to what the job has copied, and has no hole, also over a moved clock', async () => {
    await api.untilSeen(job.id, async () => {
      const { statuses } = await progressOf(job.id);
      const mail = statuses.find(({ service }) => service === Workload.Exchange);
      return mail?.status === ServiceStatus.Synced && mail.people === 2 ? true : null;
    });
    await api.advance(61);
    await api.until(job.id, JobStatus.Completed);
    const throughput = await read();
    const { totals, finishedDateTime } = await progressOf(job.id);
    const copied = totals
      .filter((total) => total.copied > 0)
      .map(({ service, copied: items, bytes }) => ({ service, items, bytes }))
      .sort((one, other) => one.service.localeCompare(other.service));
    expect(copied.length).toBeGreaterThan(1);
    expect(sums(throughput)).toEqual(copied);
    for (const [index, point] of throughput.points.slice(1).entries()) {
      expect(point.startDateTime).toEqual(throughput.points[index]?.endDateTime);
    }
    expect(throughput.points.at(-1)?.endDateTime).toEqual(finishedDateTime);
    expect(throughput.points.length).toBeGreaterThan(60);
    // What moved before the clock was moved stands there, and what moved after it stands at the other end.
    expect(throughput.points.at(0)?.workloads.length).toBeGreaterThan(0);
    expect(throughput.points.slice(2, -3).flatMap(({ workloads }) => workloads)).toEqual([]);
  });

  it('is the same again when it is asked again', async () => {
    expect(await read()).toEqual(await read(job.displayName));
  });

  it('is nothing for a job that has not begun', async () => {
    const waiting = await api.create([3]);
    expect(await read(waiting.id)).toEqual({ intervalSeconds: 60, points: [] });
  });

  it('is there for nobody else', async () => {
    expect((await api.get(url(job.id), { as: 'northwind' })).statusCode).toBe(404);
    expect((await api.get(url(job.id), { as: 'nobody' })).statusCode).toBe(401);
    expect((await api.get(url(job.id), { as: 'stranger' })).statusCode).toBe(403);
    expect(errorOf(await api.get(url('no such job')))).toMatchObject({ code: 'NotFound' });
  });
});
