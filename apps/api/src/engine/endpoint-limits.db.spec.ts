import { type CreateCrossTenantMigrationJob, JobStatus, JobType, Workload } from '@ferry/contracts';
import { StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database';
import { ADMIN, createBody, TestService } from '../../test/support/test-service';
import { WatchedStores } from '../../test/support/watched-stores';
import { endpointSlots, endpointStates, migrationEndpoints } from '../database/schema';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { ClockControl } from '../sandbox/control/clock-control';
import { CONTOSO_ID, FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { EndpointsRepository } from './endpoints.repository';

const A = 'contoso-endpoint';
const B = 'another-endpoint';
const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Several services on one database where that is possible, one service on an embedded database. */
describe('The limits of an endpoint', () => {
  let test: TestDatabase;
  let services: TestService[] = [];
  let stores: WatchedStores;

  beforeEach(async () => {
    test = await openTestDatabase();
    stores = new WatchedStores(100);
  });
  afterEach(async () => {
    await Promise.all(services.map((service) => service.stop()));
    await test.destroy();
  });

  async function start(settings: Readonly<Record<string, string>>): Promise<TestService> {
    const on = () => TestService.on(test, { FERRY_PAST_DATE: 'due-now', ...settings }, stores);
    const first = await on();
    services = test.url ? [first, await on()] : [first];
    await test.database.orm
      .insert(migrationEndpoints)
      .values({ tenantId: FABRIKAM_ID, name: B, sourceTenantId: CONTOSO_ID });
    return first;
  }

  function migrate(service: TestService, people: readonly number[], sourceEndpoint: string): Promise<JobRecord> {
    const more: Partial<CreateCrossTenantMigrationJob> = {
      jobType: JobType.Migrate,
      workloads: [Workload.Exchange],
      exchangeSettings: { sourceEndpoint, targetDeliveryDomain: 'fabrikam.example' },
    };
    return service.jobs.create(ADMIN, createBody(people, new Date(0), more));
  }

  const untilRuns = (service: TestService, job: JobRecord, hold: (runs: readonly RunRecord[]) => boolean) =>
    service.untilTrue(job, async () => hold(await service.app.get(WorkloadRunsRepository).ofJob(job.id)));
  const stateOf = async (endpoint: string) =>
    (await test.database.orm.select().from(endpointStates)).find((state) => state.endpoint === endpoint);
  const slotsInUse = async () =>
    (await test.database.orm.select().from(endpointSlots)).filter((slot) => slot.runId !== null);
  const areOff = (runs: readonly RunRecord[]) => runs.every((run) => run.waitReason === 'backOff');

  it('let as many runs connect as it allows, over all workers, and leave no slot behind', async () => {
    const service = await start({ FERRY_ENDPOINT_CONNECTIONS: '3', FERRY_WORKER_CONCURRENCY: '16' });
    // Nobody gets on before three are connected: runs are so short that they might pass one by one.
    const three = Promise.withResolvers<unknown>();
    stores.connect = async (endpoint) => {
      if (stores.seen(endpoint).open === 3) three.resolve(null);
      await three.promise;
    };
    const job = await migrate(service, numbers(1, 40), A);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    expect(stores.seen(A)).toMatchObject({ mostOpen: 3, open: 0 });
    expect(await slotsInUse()).toEqual([]);
  });

  it('count stores that stay open between two slices, and have them closed where others wait for a slot', async () => {
    stores = new WatchedStores(400, true);
    const limits = { FERRY_ENDPOINT_CONNECTIONS: '3', FERRY_ENDPOINT_ITEMS_PER_SECOND: '200' };
    const service = await start(limits);
    const alone = await migrate(service, numbers(1, 2), A);
    expect((await service.until(alone, ...ENDED)).status).toBe(JobStatus.Completed);
    // Eight hundred items take four seconds, and a slice lasts two. What follows the first pass opens them once more.
    expect(stores.seen(A).opened).toBeLessThanOrEqual(services.length === 1 ? 4 : 6);
    const crowd = await migrate(service, numbers(3, 7), A);
    expect((await service.until(crowd, ...ENDED)).status).toBe(JobStatus.Completed);
    // A service keeps for a moment what the other one goes on with; whoever stops leaves nothing open.
    await Promise.all(services.splice(0).map((each) => each.stop()));
    expect(stores.seen(A)).toMatchObject({ mostOpen: 3, open: 0 });
    expect(await slotsInUse()).toEqual([]);
  });

  it('let a run wait for a connection that a worker may still have, and go on when it is free', async () => {
    const service = await start({ FERRY_ENDPOINT_CONNECTIONS: '1' });
    const slot = { tenantId: FABRIKAM_ID, endpoint: A, number: 1, runId: 1_000_000, owner: randomUUID() };
    await test.database.orm.insert(endpointSlots).values(slot);
    const job = await migrate(service, [1], A);
    await untilRuns(service, job, ([run]) => run?.waitReason === 'slot' && run.message.includes('in use'));
    expect(stores.seen(A).opened).toBe(0);
    await service.app.get(EndpointsRepository).giveBack(slot.owner);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    const [run] = await service.app.get(WorkloadRunsRepository).ofJob(job.id);
    expect(run).toMatchObject({ waitReason: null, message: '' });
  });

  it('let no more items a second through than it allows, over all workers', async () => {
    const service = await start({ FERRY_ENDPOINT_ITEMS_PER_SECOND: '150', FERRY_WORKER_CONCURRENCY: '4' });
    const began = service.clock.now().getTime();
    const job = await migrate(service, numbers(1, 4), A);
    await untilRuns(service, job, (runs) => runs.reduce((sum, run) => sum + run.copied, 0) === 400);
    const seconds = (service.clock.now().getTime() - began) / 1_000;
    // The last batch of a hundred may begin when the time of the three hundred items before it is over.
    expect(seconds).toBeGreaterThanOrEqual(300 / 150);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    const next = (await stateOf(A))?.nextItemAt?.getTime() ?? 0;
    expect(next - began).toBeGreaterThanOrEqual((400 / 150) * 1_000);
  });

  it('are its own where it has some: more connections than the setting, and fewer', async () => {
    const service = await start({ FERRY_ENDPOINT_CONNECTIONS: '3', FERRY_WORKER_CONCURRENCY: '16' });
    const limit = (name: string, connections: number) =>
      test.database.orm.update(migrationEndpoints).set({ connections }).where(eq(migrationEndpoints.name, name));
    await limit(A, 6);
    await limit(B, 1);
    const wide = await migrate(service, numbers(1, 30), A);
    const narrow = await migrate(service, numbers(31, 36), B);
    expect((await service.until(wide, ...ENDED)).status).toBe(JobStatus.Completed);
    expect((await service.until(narrow, ...ENDED)).status).toBe(JobStatus.Completed);
    expect(stores.seen(A).mostOpen).toBeGreaterThan(3);
    expect(stores.seen(A).mostOpen).toBeLessThanOrEqual(6);
    expect(stores.seen(B).mostOpen).toBe(1);
    await limit(A, 2);
    const narrower = await migrate(service, numbers(37, 40), A);
    await service.until(narrower, ...ENDED);
    expect(await slotsInUse()).toEqual([]);
  });

  it('hold the items and the bytes a second that the endpoint names itself', async () => {
    const service = await start({ FERRY_ENDPOINT_ITEMS_PER_SECOND: '1' });
    // Each item has a hundred bytes.
    const bytesPerSecond = 15_000;
    await test.database.orm
      .update(migrationEndpoints)
      .set({ itemsPerSecond: 0, bytesPerSecond })
      .where(eq(migrationEndpoints.name, A));
    const began = service.clock.now().getTime();
    const job = await migrate(service, numbers(1, 4), A);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    const next = (await stateOf(A))?.nextItemAt?.getTime() ?? 0;
    expect(next - began).toBeGreaterThanOrEqual((400 / 150) * 1_000);
  });

  it('ask nothing about the pace where no limit is set', async () => {
    const service = await start({});
    const job = await migrate(service, [1], A);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    expect(await stateOf(A)).toBeUndefined();
  });

  it('leave an endpoint alone for as long as it asks, while another goes on', async () => {
    let asksToWait = true;
    stores.connect = async (endpoint) => {
      if (endpoint === A && asksToWait) throw new StoreThrottledError('Too many requests.', 60);
    };
    const service = await start({ FERRY_ENDPOINT_CONNECTIONS: '1' });
    const throttled = await migrate(service, numbers(1, 3), A);
    await untilRuns(service, throttled, areOff);
    const other = await migrate(service, numbers(6, 7), B);
    expect((await service.until(other, ...ENDED)).status).toBe(JobStatus.Completed);
    expect(stores.seen(A).opened).toBe(1);

    asksToWait = false;
    await service.app.get(ClockControl).advance(61_000);
    expect((await service.until(throttled, ...ENDED)).status).toBe(JobStatus.Completed);
  });

  it('remember after a restart that an endpoint rests', async () => {
    let asksToWait = true;
    stores.connect = async () => {
      if (asksToWait) throw new StoreThrottledError('Too many requests.', 60);
    };
    const settings = { FERRY_ENDPOINT_CONNECTIONS: '1' };
    const first = await start(settings);
    const job = await migrate(first, numbers(1, 2), A);
    await untilRuns(first, job, areOff);
    await Promise.all(services.map((service) => service.stop()));

    const again = await TestService.on(test, { FERRY_PAST_DATE: 'due-now', ...settings }, stores);
    services = [again];
    const second = await migrate(again, [3], A);
    await untilRuns(again, second, areOff);
    expect(stores.seen(A).opened).toBe(1);
    asksToWait = false;
    await again.app.get(ClockControl).advance(61_000);
    expect((await again.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
    expect((await again.until(second, ...ENDED)).status).toBe(JobStatus.Completed);
  });

  it('let one run at a time try an endpoint that drops its connections, while another goes on', async () => {
    let drops = true;
    let probe: { readonly opened: (value: null) => void; readonly released: Promise<null> } | null = null;
    stores.connect = async (endpoint) => {
      if (endpoint !== A || !drops) return;
      probe?.opened(null);
      await probe?.released;
      throw new StoreUnavailableError('The connection was lost.');
    };
    const service = await start({ FERRY_WORKER_CONCURRENCY: '16' });
    const clock = service.app.get(ClockControl);
    const dropped = await migrate(service, numbers(1, 6), A);
    await service.untilTrue(dropped, async () => ((await stateOf(A))?.lostConnections ?? 0) >= 5);
    const other = await migrate(service, numbers(7, 10), B);
    expect((await service.until(other, ...ENDED)).status).toBe(JobStatus.Completed);
    await untilRuns(service, dropped, (runs) => runs.every((run) => run.waitReason !== null));
    const lost = (await stateOf(A))?.lostConnections ?? 0;
    const before = stores.seen(A).opened;
    expect(stores.seen(A).open).toBe(0);

    const opened = Promise.withResolvers<null>();
    const released = Promise.withResolvers<null>();
    probe = { opened: opened.resolve, released: released.promise };
    await clock.advance(600_000);
    await opened.promise;
    const now = service.clock.now();
    await untilRuns(service, dropped, (runs) => {
      const waiting = runs.filter((run) => run.waitReason === 'backOff' && run.waitsUntil && run.waitsUntil > now);
      return waiting.length === 5;
    });
    expect(stores.seen(A)).toMatchObject({ open: 1, opened: before + 1 });
    released.resolve(null);
    await service.untilTrue(dropped, async () => (await stateOf(A))?.lostConnections === lost + 1);

    drops = false;
    await clock.advance(600_000);
    expect((await service.until(dropped, ...ENDED)).status).toBe(JobStatus.Completed);
    expect(await stateOf(A)).toMatchObject({ lostConnections: 0 });
  });
});
