import { API_ROUTES, ErrorEntry, JobReport, JobStatus, PersonProgressCollection, Workload } from '@ferry/contracts';
import { MailServer } from '@ferry/stores-imap/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { freePort } from '../../../../tools/test/free-port.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { Mailboxes } from '../processes/support/mailboxes';
import { asContract } from '../support/contract-answer';
import { errorsOf, untilEnded } from '../support/driven-jobs';
import { TestApi } from '../support/test-api';
import { fabrikamPerson } from '../support/test-service';
import { FailingMailServer } from './support/failing-mail-server';

/** More than two batches, so that a job stops in the middle. */
const MESSAGES = 240;
/** Behind the lists of folders and the first batch of mail, and before the last one. */
const IN_THE_MIDDLE = 120_000;
/** Ten odd ones are in every mailbox. */
const ALL_MESSAGES = MESSAGES + 10;
/** More than the quota has room for; the other mailboxes fit. */
const LARGE_MAILBOX = 4 * MESSAGES;
const SMALL_QUOTA = '450k';
const LARGE_QUOTA = '50M';

/** What is wrong with the mailbox of one person, and how it is mended. */
interface Trouble {
  readonly what: string;
  readonly person: number;
  readonly code: string;
  /** Whether some of the mail has arrived before. */
  readonly inTheMiddle: boolean;
  /** What the person is told beside the sentence of the catalogue: the cause and the remedy. */
  readonly told: RegExp;
  /** How the endpoint reaches the server while it is wrong; without, as it should. */
  readonly wrong?: () => object;
  readonly mend: () => Promise<void>;
}

describe('A job whose mail server is in trouble', () => {
  let api: TestApi;
  let from: MailServer;
  let to: MailServer;
  let source: Mailboxes;
  let target: Mailboxes;
  let hanging: FailingMailServer;
  let dropping: FailingMailServer;
  let nowhere: number;
  const jobs = new Map<Trouble, string>();

  const userOf = ({ person }: Trouble): string => `person${person}`;
  const endpointOf = ({ person }: Trouble): string => `endpoint-${person}`;
  const accepted = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api.send(method, `/${path}`, { body: JSON.stringify(body), headers });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
  };
  const over = (server: MailServer, more: object = {}): object => {
    const { host, port } = server.dovecot;
    return { Exchange: { protocol: 'imap', host, port, security: 'none', auth: { kind: 'password' }, ...more } };
  };
  const reachedBy = (trouble: Trouble, more: object): Promise<void> =>
    accepted('PATCH', API_ROUTES.tenantEndpoint(FABRIKAM_ID, endpointOf(trouble)), { services: over(from, more) });
  const known = (trouble: Trouble, sourcePassword: string): Promise<void> =>
    accepted('POST', API_ROUTES.peopleImport(FABRIKAM_ID), [
      {
        id: fabrikamPerson(trouble.person),
        ...{ sourceLogin: userOf(trouble), sourcePassword },
        ...{ targetLogin: userOf(trouble), targetPassword: PASSWORD },
      },
    ]);

  const wrongPassword: Trouble = {
    what: 'a wrong password',
    person: 2,
    code: 'AccessDenied',
    inTheMiddle: false,
    told: /refused to sign in person2: .*Check the login and the password of this person/,
    mend: () => known(wrongPassword, PASSWORD),
  };
  const wrongPort: Trouble = {
    what: 'a wrong port',
    person: 3,
    code: 'EXCH-08',
    inTheMiddle: false,
    told: /Nothing answers at 127\.0\.0\.1:\d+\. Check the port, and that the server is running/,
    wrong: () => ({ port: nowhere }),
    mend: () => reachedBy(wrongPort, {}),
  };
  const refusedCertificate: Trouble = {
    what: 'a certificate that is refused',
    person: 4,
    code: 'EXCH-08',
    inTheMiddle: false,
    told: /certificate is not signed by an authority that is trusted here.*certificateAuthority/,
    wrong: () => ({ host: 'localhost', port: from.dovecot.tlsPort, security: 'tls' }),
    mend: () =>
      reachedBy(refusedCertificate, {
        ...{ host: '127.0.0.1', port: from.dovecot.tlsPort, security: 'tls' },
        ...{ certificateAuthority: from.dovecot.ca, certificateName: 'localhost' },
      }),
  };
  const fullTarget: Trouble = {
    what: 'a target that is full',
    person: 5,
    code: 'QuotaExceeded',
    inTheMiddle: true,
    told: /person5 is full: \d+ bytes are free.* Raise its quota/,
    mend: async () => {
      const file = join(to.dovecot.folder, 'dovecot.conf');
      writeFileSync(file, readFileSync(file, 'utf8').replace(`storage=${SMALL_QUOTA}`, `storage=${LARGE_QUOTA}`));
      await to.dovecot.halt();
      await to.dovecot.start();
    },
  };
  const hangingServer: Trouble = {
    what: 'a server that hangs',
    person: 6,
    code: 'ConnectionLost',
    inTheMiddle: true,
    told: /left a command without an answer within 1 s\. Look at the load of the server/,
    wrong: () => ({ port: hanging.port }),
    mend: async () => hanging.mend(),
  };
  const droppingServer: Trouble = {
    what: 'a server that drops each command',
    person: 7,
    code: 'ConnectionLost',
    inTheMiddle: true,
    told: /The connection to 127\.0\.0\.1:\d+ was lost .* Look at the server's log/,
    wrong: () => ({ port: dropping.port }),
    mend: async () => dropping.mend(),
  };
  const troubles = [wrongPassword, wrongPort, refusedCertificate, fullTarget, hangingServer, droppingServer];

  const jobOf = (trouble: Trouble): string => jobs.get(trouble) ?? '';
  const copiedOf = async (trouble: Trouble): Promise<number> => {
    const report = asContract(JobReport, (await api.get(`/${API_ROUTES.jobReport(jobOf(trouble))}`)).json());
    return report.totals.reduce((sum, { copied, alreadyThere }) => sum + copied + alreadyThere, 0);
  };

  // All at once, so that the time that a server takes to be given up passes once: one's trouble is nobody else's.
  beforeAll(async () => {
    [from, to] = [await MailServer.start(), await MailServer.start({ quota: SMALL_QUOTA })];
    [source, target] = [new Mailboxes(from, (path) => path), new Mailboxes(to, (path) => path)];
    hanging = await FailingMailServer.before(from.dovecot, 'hangs', IN_THE_MIDDLE);
    dropping = await FailingMailServer.before(from.dovecot, 'drops each command', IN_THE_MIDDLE);
    nowhere = await freePort();
    api = await TestApi.start({ FERRY_MAIL_TIMEOUT_SECONDS: '1', FERRY_PAST_DATE: 'due-now' });
    await accepted('PATCH', API_ROUTES.tenant(FABRIKAM_ID), { services: over(to) });
    await source.fill(troubles.filter((trouble) => trouble !== fullTarget).map(userOf), MESSAGES);
    await source.fill([userOf(fullTarget)], LARGE_MAILBOX);
    for (const trouble of troubles) {
      await accepted('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), {
        ...{ name: endpointOf(trouble), sourceTenantId: CONTOSO_ID },
        services: over(from, trouble.wrong?.()),
      });
      await known(trouble, trouble === wrongPassword ? 'not hers' : PASSWORD);
      const { id } = await api.create([trouble.person], {
        ...{ jobType: 'migrate', workloads: [Workload.Exchange], completeAfterDateTime: api.inMinutes(-60) },
        exchangeSettings: { sourceEndpoint: endpointOf(trouble), targetDeliveryDomain: 'fabrikam.example' },
      });
      jobs.set(trouble, id);
    }
    await Promise.all(troubles.map((trouble) => untilEnded(api, jobOf(trouble))));
  }, 180_000);
  afterAll(async () => {
    await api.destroy();
    await Promise.all([hanging.stop(), dropping.stop()]);
    await Promise.all([from.stop(), to.stop()]);
  });

  it.each(troubles.map((trouble) => [trouble.what, trouble] as const))(
    '(%s) ends with what it is and what to do, and goes on where it was once that is done',
    async (_what, trouble) => {
      const id = jobOf(trouble);
      expect((await api.job(id)).status).not.toBe(JobStatus.Completed);
      const [error, ...others] = await errorsOf(api, id);
      expect([error?.code, others]).toEqual([trouble.code, []]);
      const people = asContract(PersonProgressCollection, (await api.get(`/${API_ROUTES.jobPeople(id)}`)).json());
      expect(people.value[0]?.services[0]?.message).toMatch(trouble.told);
      const entry = asContract(ErrorEntry, (await api.get(`/${API_ROUTES.error(trouble.code)}`)).json());
      expect(entry.remedy).not.toBe('');

      const before = await copiedOf(trouble);
      await trouble.mend();
      await api.act(id, 'migrate');
      await untilEnded(api, id);
      expect((await api.job(id)).status).toBe(JobStatus.Completed);
      expect(await target.contents([userOf(trouble)])).toEqual(await source.contents([userOf(trouble)]));
      expect(await copiedOf(trouble)).toBe(trouble === fullTarget ? LARGE_MAILBOX + 10 : ALL_MESSAGES);
      expect(before > 0).toBe(trouble.inTheMiddle);
    },
  );
});
