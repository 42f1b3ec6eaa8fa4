import { JobStatus, Workload } from '@ferry/contracts';
import { MailServer } from '@ferry/stores-imap/testing';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { fabrikamPerson } from '../support/test-service';
import { Administrator } from './support/administrator';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { Mailboxes } from './support/mailboxes';
import { expireHeartbeats, Tables } from './support/tables';

const PEOPLE = Array.from({ length: 20 }, (_, index) => index + 1);
const MESSAGES = 500;
const USERS = PEOPLE.map((number) => `person${number}`);
const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
const HOUR_MS = 3_600_000;
/** Ten thousand messages take a busy machine minutes. */
const LONGEST_SYNC_MS = 300_000;

describe('Twenty mailboxes from one mail server to another', () => {
  let from: MailServer;
  let to: MailServer;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let source: Mailboxes;
  let target: Mailboxes;
  let administrator: Administrator;
  const processes: FerryProcess[] = [];

  const start = async (role: 'api' | 'worker') => {
    const settings = { FERRY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'), FERRY_PRIVATE_HOSTS: 'allow' };
    const started = await FerryProcess.start({ ...settings, FERRY_ROLE: role, DATABASE_URL: tables.url });
    processes.push(started);
    return started;
  };
  const sent = async (method: 'POST' | 'PATCH', path: string, body: object) => {
    const answer = await administrator.send(method, path, body);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
  };
  const services = ({ dovecot: { host, port } }: MailServer) => ({
    Exchange: { protocol: 'imap', host, port, security: 'none', auth: { kind: 'password' } },
  });
  const copied = async (): Promise<number> => {
    const [row] = await tables.rows<{ items: number }>('select count(*)::int as items from ledger_entries');
    return row?.items ?? 0;
  };

  beforeAll(async () => {
    from = await MailServer.start({ separator: '.', prefix: 'INBOX.' });
    to = await MailServer.start();
    source = new Mailboxes(from, (path) => (path === 'INBOX' ? path : `INBOX.${path.replaceAll('/', '.')}`));
    target = new Mailboxes(to, (path) => path);
    postgres = await startPostgres();
    tables = await Tables.on(postgres.url);
    administrator = await Administrator.at((await start('api')).address);
    await source.fill(USERS, MESSAGES);
  }, LONGEST_SYNC_MS);
  afterAll(async () => {
    await Promise.all(processes.map((each) => each.kill()));
    await tables.drop();
    await Promise.all([postgres.stop(), from.stop(), to.stop()]);
  });

  it(
    'arrive whole although processes are killed, and then exactly what has come meanwhile',
    async () => {
      await sent('PATCH', `api/v1/tenants/${FABRIKAM_ID}/endpoints/contoso-endpoint`, { services: services(from) });
      await sent('PATCH', `api/v1/tenants/${FABRIKAM_ID}`, { services: services(to) });
      const people = PEOPLE.map((number) => ({
        id: fabrikamPerson(number),
        ...{ sourceLogin: `person${number}`, sourcePassword: PASSWORD },
        ...{ targetLogin: `person${number}`, targetPassword: PASSWORD },
      }));
      await sent('POST', `api/v1/tenants/${FABRIKAM_ID}/people:import`, people);
      const before = await source.contents(USERS);

      const victims = [await start('worker'), await start('worker')];
      const job = await sent('POST', JOBS, {
        displayName: 'Mail of twenty',
        jobType: 'migrate',
        sourceTenantId: CONTOSO_ID,
        completeAfterDateTime: new Date(Date.now() + HOUR_MS),
        exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
        workloads: [Workload.Exchange],
        resourceType: 'Users',
        resources: PEOPLE.map(fabrikamPerson),
      });
      const id = String(job['id']);
      for (const [index, victim] of victims.entries()) {
        await eventually(async () => (await copied()) > 1_500 * (index + 1));
        await victim.kill();
        await expireHeartbeats(tables);
        await start('worker');
      }
      await eventually(async () => {
        const rows = await tables.rows<{ status: string }>('select status from workload_runs');
        return rows.every(({ status }) => status === 'synced' || status === 'failed');
      }, LONGEST_SYNC_MS);
      expect(await target.contents(USERS)).toEqual(before);
      expect(await source.contents(USERS)).toEqual(before);

      const settled = await copied();
      await source.deliver('person3', ['news', 'more news']);
      await source.flag('person4', '1:3', ['\\Answered']);
      await sent('PATCH', `${JOBS}/${id}`, { completeAfterDateTime: new Date(Date.now() - HOUR_MS) });
      expect(await administrator.untilEnded(id)).toBe(JobStatus.Completed);
      expect(await target.contents(USERS)).toEqual(await source.contents(USERS));
      expect(await copied()).toBe(settled + 2);
    },
    3 * LONGEST_SYNC_MS,
  );
});
