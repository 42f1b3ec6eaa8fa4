import { setTimeout as delay } from 'node:timers/promises';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { Administrator } from './support/administrator';
import { ChangesHeard } from './support/changes-heard';
import { expectWhole } from './support/comparison';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { SilentProxy } from './support/silent-proxy';
import { Tables } from './support/tables';

const PEOPLE = [11, 12, 13, 14, 49];
/** Longer than any limit of the processes in these tests; `FERRY_LONG_OUTAGE` makes it the half minute of the promise. */
const OUTAGE_MS = process.env['FERRY_LONG_OUTAGE'] === undefined ? 6_000 : 30_000;
const TIMEOUT_SECONDS = '3';

describe('A database that goes away', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let api: FerryProcess;
  let worker: FerryProcess;

  const startOn = async (databaseUrl: string): Promise<void> => {
    const settings = { DATABASE_URL: databaseUrl, FERRY_DATABASE_TIMEOUT_SECONDS: TIMEOUT_SECONDS };
    api = await FerryProcess.start({ ...settings, FERRY_ROLE: 'api' });
    worker = await FerryProcess.start({ ...settings, FERRY_ROLE: 'worker' });
  };
  const readiness = async (): Promise<number[]> => {
    const answers = await Promise.all([api, worker].map(({ address }) => fetch(`${address}/health/ready`)));
    return answers.map(({ status }) => status);
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
    await Promise.all([api.kill(), worker.kill()]);
    await tables.drop();
  });
  afterAll(() => server.stop());

  it('is waited for: nobody ends, probes and callers are told, and the job and its changes go on afterwards', async () => {
    await startOn(tables.url);
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate(PEOPLE);
    const changes = await ChangesHeard.of(administrator, job);
    await eventually(async () => (await copied()) > 100);
    await server.halt();
    await eventually(async () => (await readiness()).every((status) => status === 503));
    const refused = await administrator.send('GET', 'v1.0/solutions/migrations/crossTenantMigrationJobs');
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ error: { code: 'serviceNotAvailable' } });
    await delay(OUTAGE_MS);
    expect([api.hasEnded, worker.hasEnded]).toEqual([false, false]);
    await server.start();
    const before = changes.count;
    await eventually(async () => (await readiness()).every((status) => status === 200));
    await expectWhole(job, PEOPLE, administrator, tables);
    expect(changes.count).toBeGreaterThan(before);
    await changes.untilStatus('completed');
    changes.close();
  });

  it('is connected to anew when every connection has died without a word', async () => {
    const proxy = await SilentProxy.before(tables.url);
    await startOn(proxy.url);
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate(PEOPLE);
    const changes = await ChangesHeard.of(administrator, job);
    await eventually(async () => (await copied()) > 100);
    expect(proxy.silence()).toBeGreaterThan(4);
    const before = await copied();
    await eventually(async () => (await copied()) > before);
    await expectWhole(job, PEOPLE, administrator, tables);
    await changes.untilStatus('completed');
    changes.close();
    expect(await readiness()).toEqual([200, 200]);
    await Promise.all([api.kill(), worker.kill()]);
    await proxy.close();
  });
});
