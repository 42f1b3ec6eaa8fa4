import type { ItemHeader } from '@ferry/stores-spi';
import type { ImapStore } from './imap-store';
import type { MailClient } from './mail-client';
import { MailServer } from './testing/mail-server';
import { message } from './testing/messages';

const { signal } = new AbortController();

/** The same for a server that has no CONDSTORE, and for one that has. */
const WITHOUT = 'imap_capability = IMAP4rev1 LITERAL+ UIDPLUS ESEARCH LIST-EXTENDED LIST-STATUS NAMESPACE';

describe('What has changed in a folder', () => {
  let servers: Record<'with' | 'without', MailServer>;
  let person: MailClient;
  let store: ImapStore;

  beforeAll(async () => {
    const [own, plain] = await Promise.all([
      MailServer.start(),
      MailServer.start({ settings: `protocol imap {\n  ${WITHOUT}\n}` }),
    ]);
    servers = { with: own, without: plain };
  });
  afterAll(() => Promise.all(Object.values(servers).map((server) => server.stop())));
  afterEach(() => Promise.all([person.logout(), store.close()]));

  async function begin(server: MailServer, messages = 30): Promise<void> {
    const user = server.freshUser();
    person = await server.client(user);
    store = server.store(user, { access: 'read' });
    for (let number = 1; number <= messages; number += 1) await put(number);
  }
  const put = (number: number) =>
    person.append('INBOX', message({ messageId: `<${number}@ferry.example>`, subject: `${number}` }));
  const version = async (): Promise<string | undefined> => {
    store.resume();
    return (await store.containers(signal)).find(({ path }) => path === 'INBOX')?.version;
  };
  const since = async (known: string | undefined, limit = 4): Promise<ItemHeader[]> => {
    const found: ItemHeader[] = [];
    let after: string | null = null;
    do {
      const page = await store.items('INBOX', after, limit, signal, after === null ? known : undefined);
      found.push(...page.items);
      after = page.next;
    } while (after !== null);
    return found;
  };
  const names = (items: readonly ItemHeader[]) => items.map(({ name }) => name);

  it('is told by a version: nothing, new mail, changed flags, and only that is listed', async () => {
    await begin(servers.with);
    const first = await version();
    expect(names(await since(undefined))).toHaveLength(30);
    expect(await version()).toBe(first);
    expect(await since(first)).toEqual([]);

    await person.mailboxOpen('INBOX');
    await person.messageFlagsAdd('3:9,20', ['\\Flagged']);
    await put(31);
    const second = await version();
    expect(second).not.toBe(first);
    const changed = await since(first);
    expect(names(changed)).toEqual(['3', '4', '5', '6', '7', '8', '9', '20', '31']);
    expect(changed.map(({ properties }) => properties['flagged'])).toEqual([...Array<boolean>(8).fill(true), false]);
    expect(await since(second)).toEqual([]);
  });

  it('has the same keys for a store that knows nothing yet, also of equal messages', async () => {
    await begin(servers.with, 3);
    for (const number of [1, 1, 1]) await put(number);
    const known = await version();
    const keys = (await since(undefined)).map(({ key }) => key);
    await person.mailboxOpen('INBOX');
    await person.messageFlagsAdd('2,5:6', ['\\Seen']);
    await store.close();
    const { user } = person.options.auth ?? { user: '' };
    store = servers.with.store(user ?? '', { access: 'read' });
    expect((await since(known)).map(({ key }) => key)).toEqual([keys[1], keys[4], keys[5]]);
  });

  it('is everything in a folder that was made anew, or where a version is none', async () => {
    await begin(servers.with, 3);
    const [validity, modseq] = ((await version()) ?? '').split(':');
    expect(await since(`${Number(validity) + 1}:${modseq}`)).toHaveLength(3);
    expect(await since('nonsense')).toHaveLength(3);
    expect(await since(`${validity}:0x`)).toHaveLength(3);
  });

  it('is everything where the server cannot tell', async () => {
    await begin(servers.without, 3);
    expect(person.capabilities.has('CONDSTORE')).toBe(false);
    expect(await version()).toBeUndefined();
    const uidValidity = person.mailbox === false ? (await person.mailboxOpen('INBOX')).uidValidity : 0n;
    expect(await since(`${uidValidity}:1`)).toHaveLength(3);
  });
});
