import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { Administrator } from './support/administrator';
import { expectWhole } from './support/comparison';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { ShiftedClock } from './support/shifted-clock';
import { Tables } from './support/tables';

const DAY_MS = 86_400_000;
/** 48 is asked to wait twice, at a third of the mailbox and at two thirds; 49 is slow. */
const THROTTLED = 48;
const PEOPLE = [21, THROTTLED, 49];

describe('A clock that is set forward and back', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let clock: ShiftedClock;
  let processes: FerryProcess[] = [];

  const start = async (role: 'api' | 'worker') => {
    const settings = { ...clock.settings, FERRY_ROLE: role, DATABASE_URL: tables.url };
    const started = await FerryProcess.start(settings, { preload: clock.preload });
    processes.push(started);
    return started;
  };
  const waitsUntil = async (): Promise<Date | null> => {
    const [row] = await tables.rows<{ waits_until: Date }>(
      'select waits_until from workload_runs where waits_until is not null',
    );
    return row?.waits_until ?? null;
  };

  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    tables = await Tables.on(server.url);
    clock = new ShiftedClock();
  });
  afterEach(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    processes = [];
    clock.remove();
    await tables.drop();
  });
  afterAll(() => server.stop());

  it('doubles nothing, stops nobody for as long as it was wrong, and leaves the events in order', async () => {
    const api = await start('api');
    await start('worker');
    const created = await Administrator.at(api.address);
    const job = await created.migrate(PEOPLE, new Date(Date.now() - 30 * DAY_MS));
    await eventually(async () => (await waitsUntil()) !== null);
    await clock.set(DAY_MS, processes);
    await eventually(async () => ((await waitsUntil())?.getTime() ?? 0) > Date.now() + DAY_MS / 2);
    await clock.set(-DAY_MS, processes);
    await expectWhole(job, PEOPLE, await Administrator.at(api.address), tables);
    expect(
      await tables.rows(
        `select 1 from workload_runs where finished_at < started_at union all
         select 1 from jobs where finished_at < created_at or finished_at < migration_started_at
           or finished_at < cutover_started_at or updated_at < created_at`,
      ),
    ).toEqual([]);
  });

  it('does not keep the queue asleep when it is set back while there is nothing to do', async () => {
    const api = await start('api');
    const worker = await start('worker');
    await clock.set(-DAY_MS, processes);
    // Word of a new message is only a hint, and may be missed: the worker must look by itself.
    await tables.rows('update pgboss.queue set notify = false');
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate([22], new Date(Date.now() - 30 * DAY_MS));
    await expectWhole(job, [22], administrator, tables);
    expect(worker.settledRuns.size).toBeGreaterThan(0);
  });

  it('leaves no message of a database whose own clock was ahead waiting', async () => {
    const api = await start('api');
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate([23]);
    await tables.rows(
      `update pgboss.job set created_on = created_on + interval '1 day', start_after = start_after + interval '1 day'`,
    );
    await tables.rows(
      "update pgboss.queue set monitor_claim_on = now() + interval '1 day', monitor_on = now() + interval '1 day'",
    );
    await start('worker');
    await expectWhole(job, [23], administrator, tables);
  });
});
