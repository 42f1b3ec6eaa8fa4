import { StoreRefusedError } from '@ferry/stores-spi';
import { MASTER } from '../../../../tools/test/dovecot.mjs';
import { connect } from './connect';
import { testConnection } from './connection-test';
import type { ImapAuth, ImapConnection } from './settings';
import { MailServer } from './testing/mail-server';
import { RudeServer } from './testing/rude-server';

describe('Connecting to a mail server', () => {
  let server: MailServer;
  const { signal } = new AbortController();

  beforeAll(async () => {
    server = await MailServer.start({ quota: '10M' });
  });
  afterAll(() => server.stop());

  const overTls = (overrides: Partial<ImapConnection> = {}): ImapConnection => ({
    ...server.connection('anna'),
    host: 'localhost',
    port: server.dovecot.tlsPort,
    security: 'tls',
    tls: { ca: server.dovecot.ca },
    resolve: async () => '127.0.0.1',
    ...overrides,
  });
  const signsIn = async (connection: ImapConnection): Promise<string> => {
    const client = await connect(connection);
    const { path } = await client.mailboxOpen('INBOX');
    await client.logout();
    return path;
  };

  it('works over TLS and STARTTLS with an authority of our own', async () => {
    await expect(signsIn(overTls())).resolves.toBe('INBOX');
    await expect(signsIn(overTls({ port: server.dovecot.port, security: 'starttls' }))).resolves.toBe('INBOX');
  });

  it.each<[string, ImapAuth]>([
    ['a master user in the login name', { form: 'loginName' } as ImapAuth],
    ['a master user with an authorization identity', { form: 'authorizationIdentity' } as ImapAuth],
  ])('signs in by %s', async (_name, form) => {
    const auth = {
      ...form,
      kind: 'masterUser',
      user: 'berta',
      master: MASTER.user,
      password: MASTER.password,
    } as ImapAuth;
    await expect(signsIn(overTls({ auth }))).resolves.toBe('INBOX');
  });

  it('refuses a wrong password for good, with who and what to do, and without the password', async () => {
    const auth: ImapAuth = { kind: 'password', user: 'anna', password: 'not-this-one' };
    const error = await connect(overTls({ auth })).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreRefusedError);
    expect(error).toMatchObject({
      catalogueCode: 'AccessDenied',
      message: expect.stringMatching(
        /refused to sign in anna: Authentication failed\. Check the login and the password/,
      ),
    });
    expect(JSON.stringify(error) + (error as Error).message).not.toContain('not-this-one');
  });

  it.each([
    ['a certificate of an unknown authority', { tls: {} }, /not signed by an authority that is trusted/],
    ['a certificate for another name', { host: 'mail.ferry.example' }, /another name than mail\.ferry\.example/],
    ['a port without TLS', { port: 0 }, /does not speak TLS/],
  ])('refuses %s for good', async (_name, overrides, words) => {
    const connection = overTls(overrides);
    const port = connection.port === 0 ? server.dovecot.port : connection.port;
    await expect(connect({ ...connection, port })).rejects.toMatchObject({
      catalogueCode: 'EXCH-08',
      message: expect.stringMatching(words),
    });
  });

  it('takes a pinned name of the certificate instead of the host', async () => {
    const tls = { ca: server.dovecot.ca, servername: 'localhost' };
    await expect(signsIn(overTls({ host: 'mail.ferry.example', tls }))).resolves.toBe('INBOX');
  });

  it('connects to no other address than the one that was looked at', async () => {
    const forbidden = new StoreRefusedError('The address may not be used.', 'EXCH-07');
    const resolve = (): Promise<string> => Promise.reject(forbidden);
    await expect(connect(overTls({ resolve }))).rejects.toBe(forbidden);
  });

  describe('by a token', () => {
    const bearer = (answers: string[], asked: boolean[]): ImapAuth => ({
      kind: 'bearer',
      user: 'anna',
      token: async (renew) => {
        asked.push(renew);
        return answers.shift() ?? 'none';
      },
    });

    it.each(['XOAUTH2', 'OAUTHBEARER'])('renews one that the server refuses, once (%s)', async (mechanism) => {
      const isGood = (command: string): boolean =>
        Buffer.from(command.split(' ')[2] ?? '', 'base64')
          .toString()
          .includes('auth=Bearer new-token');
      const rude = await RudeServer.start((command) => {
        if (command.startsWith('CAPABILITY')) return `* CAPABILITY IMAP4rev1 SASL-IR AUTH=${mechanism}\r\n@ OK done`;
        if (!command.startsWith(`AUTHENTICATE ${mechanism}`)) return '@ OK done';
        return isGood(command) ? '@ OK signed in' : '@ NO [AUTHENTICATIONFAILED] token has expired';
      });
      const asked: boolean[] = [];
      const client = await connect({ ...rude.connection, auth: bearer(['old-token', 'new-token'], asked) });
      client.close();
      expect(asked).toEqual([false, true]);
      await expect(connect({ ...rude.connection, auth: bearer(['old-token', 'old-token'], []) })).rejects.toMatchObject(
        {
          catalogueCode: 'AccessDenied',
          message: expect.stringContaining('Check the client of the endpoint, its scope'),
        },
      );
      await rude.stop();
    });
  });

  describe('step by step', () => {
    const outline = (steps: Awaited<ReturnType<typeof testConnection>>): string[] =>
      steps.map(({ step, ok }) => `${step} ${ok ? 'ok' : 'failed'}`);

    it('says what was seen at each step', async () => {
      const steps = await testConnection(overTls(), signal);
      expect(outline(steps)).toEqual(['connect ok', 'tls ok', 'greeting ok', 'signIn ok', 'folders ok', 'quota ok']);
      expect(steps.map(({ detail }) => detail)).toEqual([
        'connected to 127.0.0.1',
        expect.stringMatching(/^TLSv1\.3, certificate for localhost until 20\d\d-\d\d-\d\d$/),
        expect.stringMatching(/^OK /),
        'signed in as anna',
        '1 folders with 0 messages',
        '0 of 10485760 bytes are used',
      ]);
      const starttls = overTls({ port: server.dovecot.port, security: 'starttls' });
      expect(outline(await testConnection(starttls, signal)).slice(0, 3)).toEqual([
        'connect ok',
        'greeting ok',
        'tls ok',
      ]);
    });

    it.each<[string, Partial<ImapConnection>, string[], RegExp, RegExp]>([
      ['a wrong port', { port: 1 }, ['connect failed'], /Nothing answers at localhost:1/, /Check the port/],
      ['an unknown authority', { tls: {} }, ['connect ok', 'tls failed'], /not signed by an authority/, /certificate/],
      [
        'a wrong password',
        { auth: { kind: 'password', user: 'anna', password: 'no' } },
        ['connect ok', 'tls ok', 'greeting ok', 'signIn failed'],
        /refused to sign in anna/,
        /Check the login/,
      ],
    ])('ends at %s with what to do about it', async (_name, overrides, expected, detail, remedy) => {
      const steps = await testConnection(overTls(overrides), signal);
      expect(outline(steps)).toEqual(expected);
      expect(steps.at(-1)).toMatchObject({
        detail: expect.stringMatching(detail),
        remedy: expect.stringMatching(remedy),
      });
    });

    it.each([
      ['220 smtp.ferry.example ESMTP', /speaks SMTP/],
      ['+OK POP3 ready', /speaks POP3/],
      [null, /did not greet within 0\.2 s/],
    ])('calls another server by its name (%s)', async (greeting, words) => {
      const rude = await RudeServer.start(() => '@ OK done', greeting);
      const steps = await testConnection(rude.connection, signal);
      expect(outline(steps)).toEqual(['connect ok', 'greeting failed']);
      expect(steps.at(-1)?.detail).toMatch(words);
      expect(steps.at(-1)?.remedy).toMatch(/port/);
      await rude.stop();
    });

    it('ends with the reason of an aborted signal', async () => {
      const reason = new Error('nobody waits for it any more');
      await expect(testConnection(overTls(), AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
});
