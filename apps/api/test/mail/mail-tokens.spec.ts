import { API_ROUTES, ConnectionTest, JobStatus, Workload } from '@ferry/contracts';
import { mailboxContents, MailServer, message } from '@ferry/stores-imap/testing';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PASSWORD } from '../../../../tools/test/dovecot.mjs';
import { CONTOSO_ID, FABRIKAM_ID } from '../../src/sandbox/sandbox-directory';
import { asContract } from '../support/contract-answer';
import { untilEnded } from '../support/driven-jobs';
import { TestApi } from '../support/test-api';
import { fabrikamPerson } from '../support/test-service';
import { APPLICATION, TokenIssuer } from './support/token-issuer';

const ENDPOINT = 'by-token';
const PERSON = 1;

describe.each(['xoauth2', 'oauthbearer'])('A mail server that takes tokens of an application (%s)', (mechanism) => {
  let folder: string;
  let issuer: TokenIssuer;
  let server: MailServer;
  let api: TestApi;

  beforeAll(async () => {
    issuer = await TokenIssuer.start();
    issuer.mailbox = 'ann';
    folder = mkdtempSync(join(tmpdir(), 'ferry-oauth-'));
    chmodSync(folder, 0o755);
    const file = join(folder, 'oauth2.conf');
    writeFileSync(
      file,
      `tokeninfo_url = ${issuer.address}/whose?access_token=\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`,
    );
    server = await MailServer.start({
      settings: `
auth_mechanisms = plain login ${mechanism}
passdb {
  driver = oauth2
  mechanisms = ${mechanism}
  args = ${file}
}
`,
    });
    api = await TestApi.start({ FERRY_PAST_DATE: 'due-now' });
    const person = { id: fabrikamPerson(PERSON), sourceLogin: 'ann', targetLogin: 'anna', targetPassword: PASSWORD };
    await sent('POST', API_ROUTES.peopleImport(FABRIKAM_ID), [person]);
    await sent('POST', API_ROUTES.tenantEndpoints(FABRIKAM_ID), { name: ENDPOINT, sourceTenantId: CONTOSO_ID });
  });
  afterAll(async () => {
    await api.destroy();
    await Promise.all([server.stop(), issuer.stop()]);
    rmSync(folder, { recursive: true });
  });

  const sent = async (method: 'POST' | 'PATCH', path: string, body: object) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await api.send(method, `/${path}`, { body: JSON.stringify(body), headers });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    expect(answer.body).not.toContain(APPLICATION.secret);
    return answer;
  };
  const imap = (auth: object) => {
    const { host, port } = server.dovecot;
    return { services: { Exchange: { protocol: 'imap', host, port, security: 'none', auth } } };
  };
  const registered = (more: object = {}) =>
    sent(
      'PATCH',
      API_ROUTES.tenantEndpoint(FABRIKAM_ID, ENDPOINT),
      imap({
        kind: 'oauthClientCredentials',
        tokenEndpoint: `${issuer.address}/token`,
        ...APPLICATION,
        ...more,
      }),
    );
  const tried = async (): Promise<ConnectionTest> => {
    const answer = await sent('POST', API_ROUTES.tenantEndpointTest(FABRIKAM_ID, ENDPOINT), {
      personId: fabrikamPerson(PERSON),
    });
    return asContract(ConnectionTest, answer.json());
  };
  const lastOf = ({ ok, steps }: ConnectionTest) => ({ ok, ...steps.at(-1) });

  it('is tried with a token, to the folders of the person', async () => {
    await registered();
    const test = await tried();
    // Two hosts are looked at: the server's, and the issuer's.
    expect(test.steps.map(({ step, ok }) => `${step} ${ok}`)).toEqual(
      ['credentials', 'host', 'host', 'connect', 'greeting', 'signIn', 'folders', 'quota'].map(
        (step) => `${step} true`,
      ),
    );
    expect(issuer.given).toBe(1);
  });

  it('is given a new token when it refuses the one that is kept', async () => {
    issuer.revokeAll();
    const before = issuer.given;
    expect((await tried()).ok).toBe(true);
    expect(issuer.given).toBe(before + 1);
  });

  it('says what to check when the issuer gives no token, and when the token is for somebody else', async () => {
    await registered({ secret: 'not the secret' });
    expect(lastOf(await tried())).toMatchObject({
      ...{ ok: false, step: 'signIn' },
      detail: expect.stringMatching(/invalid_client; check client id, secret and scope/),
    });
    await registered();
    issuer.mailbox = 'ben';
    issuer.revokeAll();
    expect(lastOf(await tried())).toMatchObject({
      ...{ ok: false, step: 'signIn' },
      remedy: expect.stringContaining('that it may open this mailbox by IMAP'),
    });
    issuer.mailbox = 'ann';
  });

  it('is the source of a migration, whose token is renewed on the way', async () => {
    const source = await server.client('ann');
    await source.append('INBOX', message({ messageId: '<1@mail.example>' }), ['\\Seen'], new Date('2021-01-01'));
    await sent('PATCH', API_ROUTES.tenant(FABRIKAM_ID), imap({ kind: 'password' }));
    await registered();
    const { id } = await api.create([PERSON], {
      ...{ jobType: 'migrate', workloads: [Workload.Exchange], completeAfterDateTime: api.inMinutes(60) },
      exchangeSettings: { sourceEndpoint: ENDPOINT, targetDeliveryDomain: 'fabrikam.example' },
    });
    await api.until(id, JobStatus.InProgress);
    await api.untilSeen(id, async () => {
      const answer = await api.get(`/${API_ROUTES.jobPeople(id)}`);
      return answer.body.includes('"status":"synced"') ? true : null;
    });
    issuer.revokeAll();
    await source.append('INBOX', message({ messageId: '<2@mail.example>' }), [], new Date('2021-01-02'));
    await api.advance(61);
    await untilEnded(api, id);
    expect((await api.job(id)).status).toBe(JobStatus.Completed);
    const target = await server.client('anna');
    expect(await mailboxContents(target)).toEqual(await mailboxContents(source));
    await Promise.all([source.logout(), target.logout()]);
  });
});
