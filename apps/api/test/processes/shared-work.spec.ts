import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { Administrator } from './support/administrator';
import { expectWhole } from './support/comparison';
import { eventually } from './support/eventually';
import { FerryProcess, type LogLine } from './support/ferry-process';
import { frozenAtWork, type HeldRun } from './support/frozen-at-work';
import { expireHeartbeats, Tables } from './support/tables';

/** The level of log lines that tell of nothing wrong. */
const INFO = 30;
const PEOPLE = [1, 2, 3, 4, 5, 6, 49];

describe('Several processes on one database', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let processes: FerryProcess[] = [];

  const start = async (role: 'api' | 'worker', settings: Readonly<Record<string, string>> = {}) => {
    const started = await FerryProcess.start({ FERRY_ROLE: role, DATABASE_URL: tables.url, ...settings });
    processes.push(started);
    return started;
  };
  const copied = async (): Promise<number> => {
    const [row] = await tables.rows<{ items: number }>('select count(*)::int as items from ledger_entries');
    return row?.items ?? 0;
  };

  beforeAll(async () => {
    server = await startPostgres();
  });
  beforeEach(async () => {
    tables = await Tables.on(server.url);
  });
  afterEach(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    processes = [];
    await tables.drop();
  });
  afterAll(() => server.stop());

  it('share the work of a job, while the one that serves requests does none of it', async () => {
    const api = await start('api');
    const workers = [await start('worker'), await start('worker')];
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate(PEOPLE);
    await expectWhole(job, PEOPLE, administrator, tables);
    for (const worker of workers) {
      expect(worker.settledRuns.size).toBeGreaterThan(0);
      expect(worker.log.filter(({ level }) => Number(level) > INFO)).toEqual([]);
    }
    expect(api.settledRuns.size).toBe(0);
    expect(api.log).toContainEqual(expect.objectContaining({ msg: 'started', role: 'api' }));
  });

  /** Waits until other slices, or none, are under way at the runs that a frozen worker holds. */
  const untilTakenOver = (held: readonly HeldRun[]) =>
    eventually(async () => {
      const rows = await tables.rows<{ id: string; owner: string | null }>('select id, owner from workload_runs');
      return held.every(({ id, owner }) => rows.some((row) => row.id === id && row.owner !== owner));
    });

  it('complete a job when the one that works on it is killed in the middle of a slice', async () => {
    const api = await start('api');
    const victim = await start('worker');
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate(PEOPLE);
    await eventually(async () => (await copied()) > 200);
    const held = await frozenAtWork(victim, tables);
    const other = await start('worker');
    victim.signal('SIGKILL');
    await victim.end();
    await expireHeartbeats(tables);
    await untilTakenOver(held);
    await expectWhole(job, PEOPLE, administrator, tables);
    expect(other.settledRuns.size).toBeGreaterThanOrEqual(held.length);
  });

  it('refuse what a process writes that was frozen past its heartbeat while others took its run over', async () => {
    const api = await start('api');
    const frozen = await start('worker');
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate([49]);
    // Person 49 takes 20 ms for an item: two seconds for each batch, and one run at a time of it is in hand.
    await eventually(async () => (await copied()) > 0);
    const held = await frozenAtWork(frozen, tables);
    await expireHeartbeats(tables);
    await start('worker');
    await untilTakenOver(held);
    frozen.signal('SIGCONT');
    const ids = new Set(held.map(({ owner }) => owner));
    const refused = (line: LogLine) =>
      line.msg === 'slice ended' && line['outcome'] === 'lost' && ids.has(String(line['slice']));
    await frozen.untilLogged(refused);
    await expectWhole(job, [49], administrator, tables);
  });

  it('obey the clock that was moved in another process', async () => {
    const api = await start('api');
    await start('worker');
    const administrator = await Administrator.at(api.address);
    const answer = await administrator.send('POST', 'v1.0/solutions/migrations/crossTenantMigrationJobs', {
      displayName: 'next week',
      jobType: 'migrate',
      sourceTenantId: '11111111-1111-4111-8111-111111111111',
      completeAfterDateTime: new Date(Date.now() + 7 * 86_400_000).toISOString(),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      resourceType: 'Users',
      resources: ['22222222-0000-4000-8000-000000000008'],
    });
    const { id } = (await answer.json()) as { id: string };
    await eventually(async () => {
      const rows = await tables.rows("select 1 from workload_runs where service = 'Exchange' and status = 'synced'");
      return rows.length === 1;
    });
    await administrator.send('POST', 'api/v1/sandbox/clock', { seconds: 7 * 86_400 });
    await expectWhole(id, [8], administrator, tables);
  });
});
