import { JobStatus, Workload } from '@ferry/contracts';
import { MailServer } from '@ferry/stores-imap/testing';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { startPostgres } from '../../../../tools/test/postgres.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { fabrikamPerson } from '../support/test-service';
import { Administrator } from './support/administrator';
import { eventually } from './support/eventually';
import { FerryProcess } from './support/ferry-process';
import { Mailboxes } from './support/mailboxes';
import { Tables } from './support/tables';

const JOBS = 'v1.0/solutions/migrations/crossTenantMigrationJobs';
/** Eight seconds at the pace of the endpoint, which are four slices at least. */
const [MESSAGES, MESSAGES_PER_SECOND] = [800, 100];

describe('A mailbox that takes several slices', () => {
  let from: MailServer;
  let to: MailServer;
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let tables: Tables;
  let ferry: FerryProcess;
  let administrator: Administrator;

  const sent = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<Record<string, unknown>> => {
    const answer = await administrator.send(method, path, body);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
  };
  const services = ({ dovecot: { host, port } }: MailServer) => ({
    Exchange: { protocol: 'imap', host, port, security: 'none', auth: { kind: 'password' } },
  });
  const importPerson = (number: number, sourcePassword: string) => {
    const id = fabrikamPerson(number);
    const [sourceLogin, targetLogin] = [`person${number}`, `person${number}`];
    const person = { id, sourceLogin, sourcePassword, targetLogin, targetPassword: PASSWORD };
    return sent('POST', `api/v1/tenants/${FABRIKAM_ID}/people:import`, [person]);
  };
  const migrate = (number: number) =>
    sent('POST', JOBS, {
      displayName: `Mail of ${number}`,
      jobType: 'migrate',
      sourceTenantId: CONTOSO_ID,
      completeAfterDateTime: new Date(),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      workloads: [Workload.Exchange],
      resourceType: 'Users',
      resources: [fabrikamPerson(number)],
    });
  const signIns = ({ dovecot: { folder } }: MailServer, user: string): number =>
    readFileSync(join(folder, 'dovecot.log'), 'utf8').split(`Login: user=<${user}>`).length - 1;
  const copied = async (job: unknown): Promise<number> => {
    const rows = await tables.rows<{ jobId: string; copied: number }>(
      'select job_id as "jobId", copied from workload_runs',
    );
    return rows.find(({ jobId }) => jobId === job)?.copied ?? 0;
  };

  beforeAll(async () => {
    [from, to] = await Promise.all([MailServer.start(), MailServer.start()]);
    postgres = await startPostgres();
    tables = await Tables.on(postgres.url);
    ferry = await FerryProcess.start({
      FERRY_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      FERRY_PRIVATE_HOSTS: 'allow',
      FERRY_ENDPOINT_ITEMS_PER_SECOND: String(MESSAGES_PER_SECOND),
      DATABASE_URL: tables.url,
    });
    administrator = await Administrator.at(ferry.address);
    await new Mailboxes(from, (path) => path).fill(['person1', 'person2'], MESSAGES);
    await sent('PATCH', `api/v1/tenants/${FABRIKAM_ID}/endpoints/contoso-endpoint`, { services: services(from) });
    await sent('PATCH', `api/v1/tenants/${FABRIKAM_ID}`, { services: services(to) });
  });
  afterAll(async () => {
    await ferry.kill();
    await tables.drop();
    await Promise.all([postgres.stop(), from.stop(), to.stop()]);
  });

  it('is signed in to once at each side for the first pass, and once for the last', async () => {
    await importPerson(1, PASSWORD);
    const [atSource, atTarget] = [signIns(from, 'person1'), signIns(to, 'person1')];
    const { id } = await migrate(1);
    expect(await administrator.untilEnded(String(id))).toBe(JobStatus.Completed);
    expect(ferry.endsOfSlices.length).toBeGreaterThanOrEqual(5);
    expect([signIns(from, 'person1') - atSource, signIns(to, 'person1') - atTarget]).toEqual([2, 2]);
    const slots = await tables.rows('select number from endpoint_slots where run_id is not null');
    expect(slots).toEqual([]);
  });

  it('is signed in to anew when its password was changed, and never by the old one', async () => {
    await importPerson(2, PASSWORD);
    const { id } = await migrate(2);
    await eventually(async () => (await copied(id)) > 0);
    await importPerson(2, 'changed');
    expect(await administrator.untilEnded(String(id))).toBe(JobStatus.Failed);
    const before = await copied(id);
    expect(before).toBeLessThan(MESSAGES);
    await importPerson(2, PASSWORD);
    await sent('POST', `${JOBS}/${String(id)}/migrate`, {});
    expect(await administrator.untilEnded(String(id))).toBe(JobStatus.Completed);
    expect(await copied(id)).toBeGreaterThan(MESSAGES);
  });
});
