import { once } from 'node:events';
import { request } from 'node:http';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { createBody } from '../support/test-service';
import { Administrator } from './support/administrator';
import { ChangesHeard } from './support/changes-heard';
import { expectWhole } from './support/comparison';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { Tables } from './support/tables';

const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
/** Takes 20 ms for an item, so that a batch of its mailbox is in hand for two seconds. */
const SLOW = 49;

describe('A process that is told to stop', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let processes: FerryProcess[] = [];

  const start = async (role: 'all' | 'api' | 'worker', settings: Readonly<Record<string, string>> = {}) => {
    const started = await FerryProcess.start({ FERRY_ROLE: role, DATABASE_URL: tables.url, ...settings });
    processes.push(started);
    return started;
  };

  const ownerOfMailbox = async (): Promise<string | null> => {
    const [row] = await tables.rows<{ owner: string | null }>(
      "select owner from workload_runs where service = 'Exchange'",
    );
    return row?.owner ?? null;
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

  it('is not ready from then on, goes on serving while a load balancer notices, and exits with 0', async () => {
    const service = await start('all', { FERRY_STOP_DELAY_SECONDS: '2' });
    const administrator = await Administrator.at(service.address);
    service.signal('SIGTERM');
    await eventually(async () => (await fetch(`${service.address}/health/ready`)).status === 503);
    const listed = await administrator.send('GET', JOBS);
    expect([listed.status, listed.headers.get('connection')]).toEqual([200, 'close']);
    expect(await service.end()).toBe(0);
  });

  it('answers the request that is being sent, and ends the streams of changes', async () => {
    const service = await start('all');
    const administrator = await Administrator.at(service.address);
    const job = await administrator.migrate([SLOW]);
    const changes = await ChangesHeard.of(administrator, job);
    const body = JSON.stringify({ ...createBody([3], new Date(Date.now() + 3_600_000)), displayName: 'in flight' });
    const sent = request(`${service.address}/${JOBS}`, {
      method: 'POST',
      headers: {
        authorization: administrator.authorization,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      },
    });
    sent.write(body.slice(0, 20));
    // What is asked after it is answered after it was received.
    await administrator.send('GET', JOBS);
    service.signal('SIGTERM');
    await eventually(async () => !(await isReachable(service.address)));
    const answered = once(sent, 'response');
    sent.end(body.slice(20));
    const [answer] = (await answered) as [{ statusCode: number }];
    expect(answer.statusCode).toBe(201);
    expect(await service.end()).toBe(0);
    changes.close();
    expect(await tables.rows("select 1 from jobs where display_name = 'in flight'")).toHaveLength(1);
  });

  it('hands back the slice that does not end in time, and another process goes on without waiting for its heartbeat', async () => {
    const api = await start('api');
    const administrator = await Administrator.at(api.address);
    const job = await administrator.migrate([SLOW]);
    const stopped = async () => {
      const stopping = await start('worker', { FERRY_STOP_SECONDS: '1' });
      await eventually(async () => (await ownerOfMailbox()) !== null);
      const owner = await ownerOfMailbox();
      await eventually(async () => ![null, owner].includes(await ownerOfMailbox()));
      // Nobody can get the message by its heartbeat within this test.
      await tables.rows("update pgboss.job set heartbeat_seconds = 3600 where state = 'active'");
      stopping.signal('SIGTERM');
      expect(await stopping.end()).toBe(0);
      return stopping.endsOfSlices;
    };
    // On a busy machine the signal may find a slice that is nearly through, and ends in time: then the next one is stopped.
    const ends = await stopped();
    if (!ends.includes('handedBack')) ends.push(...(await stopped()));
    expect(ends).toContain('handedBack');
    const other = await start('worker');
    await expectWhole(job, [SLOW], administrator, tables);
    expect(other.settledRuns.size).toBeGreaterThan(0);
  });

  it('ends at once when it is told a second time', async () => {
    const service = await start('all', { FERRY_STOP_SECONDS: '600', FERRY_STOP_DELAY_SECONDS: '600' });
    service.signal('SIGTERM');
    await service.untilLogged(({ msg }) => msg === 'stopping');
    service.signal('SIGINT');
    expect(await service.end()).toBe(130);
  });
});

async function isReachable(address: string): Promise<boolean> {
  return fetch(`${address}/health/live`).then(
    () => true,
    () => false,
  );
}
