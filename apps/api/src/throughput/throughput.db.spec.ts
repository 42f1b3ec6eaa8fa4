import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { filter, firstValueFrom } from 'rxjs';
import { ADMIN, createBody, fabrikamPerson, TestService } from '../../test/support/test-service';
import { Changes } from '../changes/changes';
import { rowsOf } from '../database/rows-of';
import type { JobRecord } from '../jobs/job.record';
import { JobsRepository } from '../jobs/jobs.repository';
import { Log } from '../logging/log';
import { ThroughputRepository } from './throughput.repository';
import { ThroughputSampler } from './throughput-sampler';
import { ThroughputService } from './throughput.service';

const MINUTE = 60_000;

describe('Throughput of a job', () => {
  let service: TestService;
  let start: number;

  beforeAll(async () => {
    service = await TestService.start();
    start = Math.floor(service.clock.now().getTime() / MINUTE) * MINUTE - 30 * MINUTE;
  });
  afterAll(() => service.destroy());

  const create = () =>
    service.jobs.create(ADMIN, createBody([1, 2], new Date(service.clock.now().getTime() + 60 * MINUTE)));
  const take = (job: JobRecord) => service.app.get(ThroughputRepository).take([job.id]);
  const orm = () => service.test.database.orm;

  /** Says that a workload of a person has moved so much by so many minutes after the start. */
  const moved = (job: JobRecord, minute: number, items: number, { person = 1, workload = Workload.Exchange } = {}) =>
    orm().execute(sql`
      update workload_runs set status = ${ServiceStatus.Syncing}, copied = ${items}, bytes = ${items * 100},
        moved_at = ${new Date(start + minute * MINUTE).toISOString()}
      where job_id = ${job.id} and person_id = ${fabrikamPerson(person)} and service = ${workload}`);
  const samplesOf = async (job: JobRecord) => {
    const result = await orm().execute(sql`
      select service, (extract(epoch from minute) * 1000)::float8 as at, items::int as items, bytes::int as bytes
      from throughput_samples where job_id = ${job.id} order by service, minute`);
    return rowsOf<{ service: string; at: number; items: number; bytes: number }>(result).map(({ at, ...sample }) => ({
      ...sample,
      minute: (at - start) / MINUTE,
    }));
  };
  const shownOf = async (job: JobRecord) => {
    const { points } = await service.app.get(ThroughputService).ofJob(job);
    return points.flatMap(({ startDateTime, workloads }) =>
      workloads.map(({ items }) => [(startDateTime.getTime() - start) / MINUTE, items]),
    );
  };

  it('is kept once for a minute, as counters over all people', async () => {
    const job = await create();
    await moved(job, 0.2, 10);
    await moved(job, 0.4, 5, { person: 2 });
    await take(job);
    await moved(job, 0.9, 12);
    await take(job);
    await moved(job, 1.5, 20);
    await moved(job, 1.6, 3, { workload: Workload.Teams });
    await take(job);
    expect(await samplesOf(job)).toEqual([
      { service: 'Exchange', minute: 0, items: 17, bytes: 1700 },
      { service: 'Exchange', minute: 1, items: 25, bytes: 2500 },
      { service: 'Teams', minute: 1, items: 3, bytes: 300 },
    ]);
  });

  it('stays as it is while nothing moves, and whoever looks again changes nothing', async () => {
    const job = await create();
    await take(job);
    expect(await samplesOf(job)).toEqual([]);
    await moved(job, 3, 7);
    await Promise.all([take(job), take(job), take(job)]);
    await moved(job, 9, 7);
    await take(job);
    expect(await samplesOf(job)).toEqual([{ service: 'Exchange', minute: 3, items: 7, bytes: 700 }]);
  });

  it('never shrinks', async () => {
    const job = await create();
    await moved(job, 1, 9);
    await take(job);
    await moved(job, 1, 4);
    await take(job);
    expect(await samplesOf(job)).toMatchObject([{ items: 9 }]);
  });

  it('is shown up to now, also what no look has seen yet, in the minute in which it moved', async () => {
    const job = await create();
    expect(await shownOf(job)).toEqual([]);
    await moved(job, 0, 10);
    await take(job);
    await moved(job, 4, 16);
    expect(await shownOf(job)).toEqual([
      [0, 10],
      [4, 6],
    ]);
    const { intervalSeconds, points } = await service.app.get(ThroughputService).ofJob(job);
    expect(intervalSeconds).toBe(60);
    expect(points.length).toBeGreaterThanOrEqual(30);
    expect(points.at(-1)?.endDateTime.getTime()).toBeGreaterThanOrEqual(start + 30 * MINUTE);
  });

  it('has at most about 120 points, and loses nothing by that', async () => {
    const job = await create();
    await orm().execute(sql`
      insert into throughput_samples (job_id, service, minute, items, bytes)
      select ${job.id}, 'Exchange', ${new Date(start).toISOString()}::timestamptz - number * interval '7 minutes',
        (5000 - number) * 3, (5000 - number) * 300
      from generate_series(1, 4999) as number`);
    await moved(job, 0, 20_000);
    const { points } = await service.app.get(ThroughputService).ofJob(job);
    expect(points.length).toBeLessThanOrEqual(121);
    const items = points.flatMap(({ workloads }) => workloads.map((workload) => workload.items));
    expect(items.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  });

  it('says nothing about when that moved which moved before samples were taken', async () => {
    const job = await create();
    await moved(job, 0, 500);
    await orm().execute(sql`
      insert into throughput_samples (job_id, service, minute, items, bytes)
      values (${job.id}, 'Exchange', '-infinity', 500, 50000)`);
    expect(await shownOf(job)).toEqual([]);
    await take(job);
    await moved(job, 2, 540);
    expect(await shownOf(job)).toEqual([[2, 40]]);
    await take(job);
    expect(await shownOf(job)).toEqual([[2, 40]]);
  });

  it('goes with its job', async () => {
    const job = await create();
    await moved(job, 0, 5);
    await take(job);
    await service.app.get(JobsRepository).purge(orm(), job.id);
    await take(job);
    expect(await samplesOf(job)).toEqual([]);
  });

  it('is looked at for whatever has changed, and for everything that goes on at first', async () => {
    const job = await create();
    await orm().execute(sql`update jobs set status = ${JobStatus.InProgress} where id = ${job.id}`);
    await moved(job, 0, 5);
    const [changes, log] = [service.app.get(Changes), service.app.get(Log)];
    const [jobs, throughput] = [service.app.get(JobsRepository), service.app.get(ThroughputRepository)];
    const sampler = new ThroughputSampler(changes, jobs, throughput, log);
    await sampler.look();
    expect(await samplesOf(job)).toMatchObject([{ items: 5 }]);
    await moved(job, 1, 8);
    await sampler.look();
    expect(await samplesOf(job)).toMatchObject([{ items: 5 }]);
    const heard = firstValueFrom(changes.signals.pipe(filter((signal) => signal !== 'gap' && signal.jobId === job.id)));
    await service.test.database.transaction((tx) =>
      changes.announce(tx, { jobId: job.id, tenantId: job.tenantId, personIds: null }),
    );
    await heard;
    await sampler.look();
    expect(await samplesOf(job)).toMatchObject([{ items: 5 }, { items: 8 }]);
  });
});
