import { API_ROUTES, JobReport, JobStatus, Workload } from '@ferry/contracts';
import { CyrusServer, MailServer } from '@ferry/stores-imap/testing';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { Mailboxes } from '../processes/support/mailboxes';
import { asContract } from '../support/contract-answer';
import { untilEnded } from '../support/driven-jobs';
import { TestApi } from '../support/test-api';
import { fabrikamPerson } from '../support/test-service';

const MESSAGES = 120;
/** Odd messages, and how many more Dovecot takes, which mends them. */
const ODD = 6;
const MENDED = 3;
/** What the folder for sent mail is called at Cyrus. */
const SENT = 'Gesendet';
const USERS = ['ann', 'ben'];
const ENDPOINT = 'from-elsewhere';

interface Address {
  readonly host: string;
  readonly port: number;
}

describe('A mailbox between Dovecot and Cyrus', () => {
  let dovecot: MailServer;
  let cyrus: CyrusServer;
  let api: TestApi;

  const atDovecot = (path: string): string => path;
  const atCyrus = (path: string): string => (path === 'Sent' ? SENT : path);
  const accepted = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api.send(method, `/${path}`, { body: JSON.stringify(body), headers });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
  };
  const over = ({ host, port }: Address): object => ({
    services: { Exchange: { protocol: 'imap', host, port, security: 'none', auth: { kind: 'password' } } },
  });
  /** Migrates a mailbox, and gives the report. */
  const migrated = async (user: string, from: Address, to: Address): Promise<JobReport> => {
    await accepted('PATCH', API_ROUTES.tenantEndpoint(FABRIKAM_ID, ENDPOINT), over(from));
    await accepted('PATCH', API_ROUTES.tenant(FABRIKAM_ID), over(to));
    const { id } = await api.create([USERS.indexOf(user) + 1], {
      ...{ jobType: 'migrate', workloads: [Workload.Exchange], completeAfterDateTime: api.inMinutes(-60) },
      exchangeSettings: { sourceEndpoint: ENDPOINT, targetDeliveryDomain: 'fabrikam.example' },
    });
    await untilEnded(api, id);
    expect((await api.job(id)).status).toBe(JobStatus.Completed);
    return asContract(JobReport, (await api.get(`/${API_ROUTES.jobReport(id)}`)).json());
  };

  beforeAll(async () => {
    dovecot = await MailServer.start({ namespace: 'mailbox Sent {\n special_use = \\Sent\n auto = create\n }' });
    cyrus = await CyrusServer.start();
    for (const user of USERS) await cyrus.createMailbox(user, SENT);
    api = await TestApi.start({ FERRY_PAST_DATE: 'due-now' });
    await accepted('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), { name: ENDPOINT, sourceTenantId: CONTOSO_ID });
    const people = USERS.map((user, index) => ({
      id: fabrikamPerson(index + 1),
      ...{ sourceLogin: user, sourcePassword: PASSWORD, targetLogin: user, targetPassword: PASSWORD },
    }));
    await accepted('POST', API_ROUTES.peopleImport(FABRIKAM_ID), people);
  });
  afterAll(async () => {
    await api.destroy();
    await Promise.all([dovecot.stop(), cyrus.stop()]);
  });

  it('arrives whole at Cyrus, but for what Cyrus does not take, which is named', async () => {
    const [source, target] = [new Mailboxes(dovecot, atDovecot), new Mailboxes(cyrus, atCyrus)];
    await source.fill(['ann'], MESSAGES, { headerless: false });
    const taken = await source.contents(['ann']);
    await source.deliverHeaderless('ann');
    const before = await source.contents(['ann']);
    const report = await migrated('ann', dovecot.dovecot, cyrus.address);
    expect(await target.contents(['ann'])).toEqual(taken);
    expect(await source.contents(['ann'])).toEqual(before);
    expect(report.totals).toMatchObject([{ copied: MESSAGES + ODD + MENDED, skipped: 1, failed: 0 }]);
    const inbox = report.people[0]?.services[0]?.folders.find(({ path }) => path === 'INBOX');
    expect(inbox?.reasons).toMatchObject([
      { code: 'ItemNotSupported', message: expect.stringContaining('Message contains invalid header'), items: 1 },
    ]);
  });

  it('arrives whole from Cyrus', async () => {
    const [source, target] = [new Mailboxes(cyrus, atCyrus), new Mailboxes(dovecot, atDovecot)];
    await source.fill(['ben'], MESSAGES, { headerless: false, mended: false });
    const before = await source.contents(['ben']);
    const report = await migrated('ben', cyrus.address, dovecot.dovecot);
    expect(report.totals).toMatchObject([{ copied: MESSAGES + ODD, skipped: 0, failed: 0 }]);
    expect(await target.contents(['ben'])).toEqual(before);
    expect(await source.contents(['ben'])).toEqual(before);
  });
});
