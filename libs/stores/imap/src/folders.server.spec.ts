import type { ImapStore } from './imap-store';
import type { MailClient } from './mail-client';
import { copyAll } from './testing/copy';
import { MailServer } from './testing/mail-server';
import { mailboxContents } from './testing/mailbox-contents';
import { message } from './testing/messages';

const special = (name: string, specialUse: string) =>
  `mailbox "${name}" {\n special_use = ${specialUse}\n auto = create\n }\n`;

/** One server as many are set up in Germany, one in the manner of Courier and Cyrus. */
describe('Folders of two servers that differ', () => {
  let german: MailServer;
  let dotted: MailServer;
  const { signal } = new AbortController();

  beforeAll(async () => {
    german = await MailServer.start({
      namespace: special('Gesendete Objekte', '\\Sent') + special('Papierkorb', '\\Trash') + special('Alle', '\\All'),
    });
    dotted = await MailServer.start({
      separator: '.',
      prefix: 'INBOX.',
      namespace: special('Sent', '\\Sent') + special('Trash', '\\Trash'),
      settings: 'mail_plugins = listescape\n',
    });
  });
  afterAll(() => Promise.all([german.stop(), dotted.stop()]));

  const opened: { store: ImapStore[]; client: MailClient[] } = { store: [], client: [] };
  const store = (server: MailServer, user: string, options: Parameters<MailServer['store']>[1] = {}): ImapStore => {
    opened.store.push(server.store(user, options));
    return opened.store.at(-1)!;
  };
  const client = async (server: MailServer, user: string): Promise<MailClient> => {
    opened.client.push(await server.client(user));
    return opened.client.at(-1)!;
  };
  afterEach(async () => {
    await Promise.all(opened.store.splice(0).map((one) => one.close()));
    await Promise.all(opened.client.splice(0).map((one) => one.logout()));
  });
  const paths = async (one: ImapStore): Promise<string[]> => (await one.containers(signal)).map(({ path }) => path);

  it('match by what they are for; an ordinary folder of that name goes beside it', async () => {
    const user = german.freshUser();
    const from = await client(german, user);
    await from.mailboxCreate('Sent');
    await from.mailboxCreate('Gesendete Objekte/2023');
    for (const folder of ['Gesendete Objekte', 'Gesendete Objekte/2023', 'Sent', 'Papierkorb']) {
      await from.append(folder, message({ messageId: `<${folder.length}@ferry.example>` }));
    }
    const source = store(german, user, { access: 'read' });
    const target = store(dotted, user, { folders: { like: source } });
    await copyAll(source, target);
    const there = await mailboxContents(await client(dotted, user));
    const counts = Object.fromEntries(Object.entries(there).map(([path, messages]) => [path, messages.length]));
    expect(counts).toEqual({
      INBOX: 0,
      'INBOX.Alle': 0,
      'INBOX.Sent': 1,
      'INBOX.Sent.2023': 1,
      'INBOX.Sent (2)': 1,
      'INBOX.Trash': 1,
    });
    expect(new Set(await paths(target))).toEqual(new Set(await paths(source)));
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 0, alreadyThere: 4 });
  });

  it('obey explicit pairs', async () => {
    const user = german.freshUser();
    const from = await client(german, user);
    await from.append('Papierkorb', message({ messageId: '<1@ferry.example>' }));
    const source = store(german, user, { access: 'read' });
    const pairs = [{ source: 'Papierkorb', target: 'Old/Bin' }];
    await copyAll(source, store(dotted, user, { folders: { like: source, pairs } }));
    const there = await mailboxContents(await client(dotted, user));
    expect(there['INBOX.Old.Bin']).toHaveLength(1);
    expect(there['INBOX.Trash']).toEqual([]);
  });

  it('survive a delimiter of the other side within a name, there and back', async () => {
    const [first, second, third] = [dotted.freshUser(), german.freshUser(), dotted.freshUser()];
    const from = await client(dotted, first);
    await from.mailboxCreate('INBOX.Q1/Q2.Söhne');
    await from.append('INBOX.Q1/Q2.Söhne', message({ messageId: '<1@ferry.example>' }));
    const source = store(dotted, first, { access: 'read' });
    const middle = store(german, second, { folders: { like: source } });
    await copyAll(source, middle);
    expect(Object.keys(await mailboxContents(await client(german, second)))).toContain('Q1=2FQ2/Söhne');
    const back = store(dotted, third, { folders: { like: middle } });
    await copyAll(store(german, second, { access: 'read' }), back);
    expect(await mailboxContents(await client(dotted, third))).toMatchObject({
      'INBOX.Q1/Q2.Söhne': [expect.any(String)],
    });

    const there = await client(german, second);
    await there.mailboxCreate('Mr. Smith');
    await copyAll(store(german, second, { access: 'read' }), store(dotted, third, { folders: { like: middle } }));
    expect(await paths(store(dotted, third))).toContain('Mr. Smith');
  });

  it('are subscribed as at the source, and only where it has them', async () => {
    const user = german.freshUser();
    const from = await client(german, user);
    await from.mailboxCreate('Wanted');
    await from.mailboxCreate('Unwanted');
    await from.mailboxUnsubscribe('Unwanted');
    const source = store(german, user, { access: 'read' });
    await copyAll(source, store(dotted, user, { folders: { like: source } }));
    const listed = await (await client(dotted, user)).list();
    const subscribed = listed.filter((one) => one.subscribed).map(({ path }) => path);
    expect(subscribed).toContain('INBOX.Wanted');
    expect(subscribed).not.toContain('INBOX.Unwanted');
  });

  it('leave out parents that hold no mail, and what is not wanted', async () => {
    const user = german.freshUser();
    const from = await client(german, user);
    await from.mailboxCreate('Parent/Child');
    const source = store(german, user, { access: 'read', folders: { leaveOut: ['\\Trash', 'Gesendete Objekte'] } });
    expect(await paths(source)).toEqual(['INBOX', 'Parent/Child', 'Alle']);
  });

  it('show a message of \\All once when another folder has it, and what only \\All has', async () => {
    const user = german.freshUser();
    const from = await client(german, user);
    const shared = message({ messageId: '<shared@ferry.example>' });
    await from.append('INBOX', shared);
    await from.append('Alle', shared);
    await from.append('Alle', message({ messageId: '<archived@ferry.example>' }));
    const source = store(german, user, { access: 'read' });
    const target = store(dotted, user, { folders: { like: source } });
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 2 });
    const there = await mailboxContents(await client(dotted, user));
    expect(there['INBOX']).toHaveLength(1);
    expect(there['INBOX.Alle']).toHaveLength(1);
  });
});
