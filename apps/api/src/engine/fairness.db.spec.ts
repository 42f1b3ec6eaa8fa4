import { type CreateCrossTenantMigrationJob, JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { NotedStores } from '../../test/support/noted-stores';
import { ADMIN, createBody, keyOf, TestService } from '../../test/support/test-service';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import { jobPeople, jobs, workloadRuns } from '../database/schema';
import type { JobRecord } from '../jobs/job.record';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { ClockControl } from '../sandbox/control/clock-control';
import { CONTOSO_ID, FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { RunWakeUps } from './run-wake-ups';

const A = 'contoso-endpoint';
const B = 'another-endpoint';
const DAY_MS = 86_400_000;
const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];

describe('Jobs take turns', () => {
  let stores: NotedStores;
  let service: TestService;

  async function start(concurrency: number, outside = new NotedStores(), more: object = {}): Promise<void> {
    stores = outside;
    const settings = { FERRY_PAST_DATE: 'due-now', FERRY_WORKER_CONCURRENCY: String(concurrency), ...more };
    service = await TestService.start(settings, stores);
  }
  afterEach(async () => {
    stores.letThrough(Infinity);
    await service.destroy();
  });

  /** A job whose mailboxes sync through an endpoint, now or later, in one slice each; its own date is far away. */
  async function syncingJob(people: number, sourceEndpoint = A, waitsUntil: Date | null = null): Promise<JobRecord> {
    const database = service.app.get(Database);
    const id = randomUUID();
    const now = service.clock.now();
    const personIds = Array.from({ length: people }, () => randomUUID());
    await database.orm.insert(jobs).values({
      id,
      tenantId: FABRIKAM_ID,
      displayName: id,
      jobType: JobType.Migrate,
      sourceTenantId: CONTOSO_ID,
      completeAfter: new Date(now.getTime() + DAY_MS),
      status: JobStatus.InProgress,
      message: '',
      createdAt: now,
      createdBy: 'admin',
      updatedAt: now,
      sourceEndpoint,
      workloads: [Workload.Exchange],
      resources: personIds,
    });
    const job = await service.jobs.get(ADMIN, { by: 'idOrDisplayName', value: id });
    await database.orm
      .insert(jobPeople)
      .values(personIds.map((personId, position) => ({ jobId: id, personId, position })));
    const run = { jobId: id, service: Workload.Exchange, status: ServiceStatus.Syncing, phase: 'copy', updatedAt: now };
    const runs = await database.orm
      .insert(workloadRuns)
      .values(personIds.map((personId) => ({ ...run, personId, waitsUntil })))
      .returning({ id: workloadRuns.id });
    const ids = runs.map((row) => row.id);
    await database.transaction((tx) => service.app.get(RunWakeUps).send(tx, job, ids, waitsUntil ?? undefined));
    return job;
  }

  const untilSynced = (job: JobRecord) =>
    service.untilTrue(job, async () => {
      const runs = await service.app.get(WorkloadRunsRepository).ofJob(job.id);
      return runs.every((run) => run.status === ServiceStatus.Synced);
    });
  /**
   * Waits until the run of a job of one stands in line, or is through. One that was handed out when there was room at its
   * endpoint, and lost the only slot to another one, waits for a second before it lines up again.
   */
  const untilInLine = async (job: JobRecord): Promise<void> => {
    const { orm } = service.app.get(Database);
    const [run] = await service.app.get(WorkloadRunsRepository).ofJob(job.id);
    for (;;) {
      if (stores.slices.includes(job.id)) return;
      const inLine = await orm.execute(
        sql`select 1 from pgboss.job where singleton_key = ${String(run?.id)} and state = 'created' and priority < 0
          and start_after <= pgboss.job_now()`,
      );
      if (rowsOf(inLine).length > 0) return;
    }
  };
  /** How many slices of others began before the last one of a job did. */
  const othersBefore = (job: JobRecord, from = 0) => {
    const slices = stores.slices.slice(from);
    return slices.slice(0, slices.lastIndexOf(job.id)).filter((other) => other !== job.id).length;
  };

  it('so that a job of one is through long before a job of two thousand', async () => {
    await start(4);
    await syncingJob(2_000);
    await stores.untilBegun(4);
    const more: Partial<CreateCrossTenantMigrationJob> = {
      jobType: JobType.Migrate,
      workloads: [Workload.Exchange],
      exchangeSettings: { sourceEndpoint: A, targetDeliveryDomain: 'fabrikam.example' },
    };
    const one = await service.jobs.create(ADMIN, createBody([1], new Date(0), more));
    await service.until(one, JobStatus.InProgress, JobStatus.CuttingOver);
    stores.letThrough(Infinity);
    expect((await service.until(one, ...ENDED)).status).toBe(JobStatus.Completed);
    // A mailbox takes one slice to sync and one to finish; before each of them go those that are at work or next in turn.
    expect(othersBefore(one)).toBeLessThanOrEqual(2 * 4 * 4);
  });

  it('so that a job goes on however many small ones come, even with one worker', async () => {
    await start(1);
    const large = await syncingJob(100);
    for (let other = 0; other < 3; other += 1) await syncingJob(1);
    for (let step = 1; step <= 40; step += 1) {
      await stores.untilBegun(step);
      // Whenever a small one gets its slice, another one comes.
      if (stores.slices.at(-1) !== large.id) await syncingJob(1);
      stores.letThrough(1);
    }
    // There are four jobs at any time.
    const share = stores.slices.filter((id) => id === large.id).length;
    expect(share).toBeGreaterThanOrEqual(8);
    expect(share).toBeLessThanOrEqual(16);
  });

  it('so that two jobs that need many slices get the same number of them', async () => {
    await start(1);
    const [one, other] = [await syncingJob(30), await syncingJob(30)];
    stores.letThrough(40);
    await stores.untilBegun(41);
    const share = (job: JobRecord) => stores.slices.filter((id) => id === job.id).length;
    expect(Math.abs(share(one) - share(other))).toBeLessThanOrEqual(2);
  });

  it('also when a crowd has waited for the same moment', async () => {
    await start(4);
    await syncingJob(300, A, new Date(service.clock.now().getTime() + 60_000));
    const before = await syncingJob(100);
    stores.letThrough(100);
    await untilSynced(before);
    stores.shut();
    await service.app.get(ClockControl).advance(61_000);
    await stores.untilBegun(104);
    const one = await syncingJob(1);
    stores.letThrough(Infinity);
    await untilSynced(one);
    expect(othersBefore(one, 100)).toBeLessThanOrEqual(4 * 4);
  });

  it('at an endpoint that is at its limit, however far others have come', async () => {
    await start(8, new NotedStores((endpoint) => endpoint === A), { FERRY_ENDPOINT_CONNECTIONS: '1' });
    await syncingJob(300, A);
    await stores.untilBegun(1);
    const elsewhere = await syncingJob(100, B);
    await untilSynced(elsewhere);
    const one = await syncingJob(1, A);
    const from = stores.slices.length;
    for (let step = 1; step <= 3; step += 1) {
      await untilInLine(one);
      stores.letThrough(1);
      await stores.untilBegun(from + step);
    }
    expect(stores.slices.slice(from)).toContain(one.id);
  });

  it('in the checks, too', async () => {
    await start(1);
    const people = Array.from({ length: 120 }, (_, index) => index + 51);
    const job = await service.jobs.create(ADMIN, createBody(people, new Date(0)));
    await service.jobs.validate(ADMIN, keyOf(job));
    await service.until(job, JobStatus.ValidateFailed);
    const checks = await service.app
      .get(Database)
      .orm.execute(sql`select -priority as turn from pgboss.job where name = 'person-checks' order by 1`);
    expect(rowsOf<{ turn: number }>(checks).map(({ turn }) => turn)).toEqual([1, 2, 3, 4, 5]);
  });
});
