import { API_ROUTES, JobReport, JobStatus, Workload } from '@ferry/contracts';
import { MailServer, message } from '@ferry/stores-imap/testing';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { asContract } from '../support/contract-answer';
import { untilEnded } from '../support/driven-jobs';
import { TestApi } from '../support/test-api';
import { fabrikamPerson } from '../support/test-service';

const DATE = new Date('2021-01-01T08:00:00Z');

/** Subjects of messages by folder, at the source before the first pass. */
const BEFORE = {
  INBOX: ['moved', 'deleted', 'there before', 'stays', 'twice', 'twice'],
  Archive: ['archived'],
  Emptied: ['thrown away', 'thrown away, too'],
  Renewed: ['old name', 'another old name'],
  Dropped: ['of a folder that goes'],
  Rebuilt: ['known again', 'also known again'],
};

describe('What leaves its place at the source between two passes', () => {
  let from: MailServer;
  let to: MailServer;
  let api: TestApi;

  beforeAll(async () => {
    [from, to] = [await MailServer.start(), await MailServer.start()];
    api = await TestApi.start();
    await accepted('PATCH', API_ROUTES.tenant(FABRIKAM_ID), { services: over(to) });
  });
  afterAll(async () => {
    await api.destroy();
    await Promise.all([from.stop(), to.stop()]);
  });

  const accepted = async (method: 'POST' | 'PATCH', path: string, body: object): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api.send(method, `/${path}`, { body: JSON.stringify(body), headers });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
  };
  const over = ({ dovecot: { host, port } }: MailServer, more: object = {}): object => ({
    Exchange: { protocol: 'imap', host, port, security: 'none', auth: { kind: 'password' }, ...more },
  });
  const mail = (subject: string): Buffer => message({ messageId: `<${subject.replace(/\W/g, '.')}@x>`, subject });
  const deliver = async (server: MailServer, user: string, folder: string, subjects: readonly string[]) => {
    const client = await server.client(user);
    if (folder !== 'INBOX') await client.mailboxCreate(folder);
    for (const subject of subjects) await client.append(folder, mail(subject), [], DATE);
    await client.logout();
  };
  const uidOf = async (client: Awaited<ReturnType<MailServer['client']>>, subject: string): Promise<string> => {
    const found = await client.search({ subject }, { uid: true });
    return String(Array.isArray(found) ? found.at(-1) : '');
  };
  /** Subjects by folder. */
  const subjects = async (server: MailServer, user: string): Promise<Record<string, string[]>> => {
    const client = await server.client(user);
    const seen: Record<string, string[]> = {};
    for (const { path } of await client.list()) {
      const { exists } = await client.mailboxOpen(path, { readOnly: true });
      const rows = exists === 0 ? [] : await client.fetchAll('1:*', { envelope: true });
      seen[path] = rows.map(({ envelope }) => envelope?.subject ?? '').sort();
    }
    await client.logout();
    return seen;
  };
  /** Migrates a mailbox; between the passes things leave their places. What the target holds then, and the report. */
  const migrated = async (number: number, deletions: object) => {
    const user = `person${number}`;
    const endpoint = `endpoint-${number}`;
    const person = { sourceLogin: user, sourcePassword: PASSWORD, targetLogin: user, targetPassword: PASSWORD };
    await accepted('POST', API_ROUTES.peopleImport(FABRIKAM_ID), [{ id: fabrikamPerson(number), ...person }]);
    await accepted('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), {
      ...{ name: endpoint, sourceTenantId: CONTOSO_ID, services: over(from, deletions) },
    });
    for (const [folder, messages] of Object.entries(BEFORE)) await deliver(from, user, folder, messages);
    await deliver(to, user, 'INBOX', ['there before']);
    const { id } = await api.create([number], {
      ...{ jobType: 'migrate', workloads: [Workload.Exchange], completeAfterDateTime: api.inMinutes(60) },
      exchangeSettings: { sourceEndpoint: endpoint, targetDeliveryDomain: 'fabrikam.example' },
    });
    await api.untilSeen(id, async () => {
      const answer = await api.get(`/${API_ROUTES.jobPeople(id)}`);
      return answer.body.includes('"status":"synced"') ? true : null;
    });

    await deliver(to, user, 'INBOX', ['of her own']);
    const client = await from.client(user);
    await client.mailboxOpen('INBOX');
    await client.messageMove(await uidOf(client, 'moved'), 'Archive', { uid: true });
    for (const subject of ['deleted', 'there before', 'twice']) {
      await client.messageDelete(await uidOf(client, subject), { uid: true });
    }
    await client.mailboxOpen('Emptied');
    await client.messageDelete('1:*');
    await client.mailboxClose();
    for (const folder of ['Renewed', 'Dropped', 'Rebuilt']) await client.mailboxDelete(folder);
    await client.logout();
    await deliver(from, user, 'Renewed', ['new name']);
    await deliver(from, user, 'Rebuilt', BEFORE.Rebuilt);

    await api.advance(61);
    await untilEnded(api, id);
    expect((await api.job(id)).status).toBe(JobStatus.Completed);
    const report = asContract(JobReport, (await api.get(`/${API_ROUTES.jobReport(id)}`)).json());
    return { target: await subjects(to, user), folders: report.people[0]?.services[0]?.folders ?? [] };
  };
  /** What stays whatever is asked for. */
  const ALWAYS = {
    Archive: ['archived', 'moved'],
    Emptied: ['thrown away', 'thrown away, too'],
    Renewed: ['another old name', 'new name', 'old name'],
    Dropped: ['of a folder that goes'],
    Rebuilt: ['also known again', 'known again'],
  };

  it('is moved at the target when it was moved, and stays when it was deleted', async () => {
    const { target, folders } = await migrated(1, {});
    expect(target).toEqual({
      ...ALWAYS,
      INBOX: ['deleted', 'of her own', 'stays', 'there before', 'twice', 'twice'],
    });
    expect(folders.map(({ path, removed }) => [path, removed]).filter(([, removed]) => removed !== 0)).toEqual([
      ['INBOX', 1],
    ]);
  });

  it('is deleted at the target where that is asked for, if Ferry copied it and its folder proves that it is the same', async () => {
    const { target, folders } = await migrated(2, { deletions: 'follow' });
    expect(target).toEqual({ ...ALWAYS, INBOX: ['of her own', 'stays', 'there before', 'twice'] });
    expect(folders.find(({ path }) => path === 'INBOX')).toMatchObject({ removed: 3, found: 6 });
  });
});
