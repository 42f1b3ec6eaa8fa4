import { StoreRefusedError, StoreThrottledError, StoreUnavailableError } from '@ferry/stores-spi';
import { newItem, sampleItem } from '@ferry/stores-spi/testing';
import { ImapStore, ReadOnlyStoreError } from './imap-store';
import { MailboxStates } from './mailbox-states';
import { copyAll } from './testing/copy';
import { MailServer } from './testing/mail-server';
import { mailboxContents } from './testing/mailbox-contents';
import { message } from './testing/messages';
import { namedSample } from './testing/named-sample';
import { type Manners, POLITE, RudeServer } from './testing/rude-server';

const { signal } = new AbortController();

describe('A server that misbehaves', () => {
  let rude: RudeServer;
  let store: ImapStore;
  const pauses: number[] = [];

  const meet = async (manners: Manners, greeting?: string | null): Promise<void> => {
    rude = await RudeServer.start(manners, greeting);
    pauses.length = 0;
    const wait = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds);
    store = new ImapStore({ connection: rude.connection, access: 'write', wait });
  };
  const failure = (): Promise<unknown> => store.containers(signal).catch((error: unknown) => error);
  const except = (what: string, then: string): Manners => {
    return (command, socket) => (command.startsWith(what) ? (then as ReturnType<Manners>) : POLITE(command, socket));
  };
  afterEach(async () => {
    await store.close();
    await rude.stop();
  });

  it('and never greets is left after the time limit', async () => {
    await meet(POLITE, null);
    const error = await failure();

    expect(error).toBeInstanceOf(StoreUnavailableError);
    expect(error).toMatchObject({
      message: expect.stringMatching(/did not greet within 0\.2 s\. Check that the port is one for IMAP/),
      lastly: { catalogueCode: 'EXCH-08' },
    });
    expect(rude.connections).toBe(1);
  });

  it('and hangs within a command is left after the time limit', async () => {
    await meet(except('LIST', 'silence'));
    expect(await failure()).toMatchObject({
      code: 'storeUnavailable',
      lastly: null,
      message: expect.stringMatching(/left a command without an answer within 0\.3 s/),
    });
    expect(rude.connections).toBe(1);
  });

  it('and drops every command is tried again with growing pauses, and counts as unavailable then', async () => {
    await meet((command, socket) => (command.startsWith('CAPABILITY') ? POLITE(command, socket) : 'hang up'));
    expect(await failure()).toBeInstanceOf(StoreUnavailableError);
    expect(rude.connections).toBe(4);
    expect(pauses).toEqual([250, 500, 1000]);
  });

  it('and drops the first connection is asked once more', async () => {
    let lists = 0;
    await meet((command, socket) => {
      if (!command.startsWith('LIST')) return POLITE(command, socket);
      lists += 1;
      return lists === 1 ? 'hang up' : '* LIST () "/" INBOX\r\n@ OK done';
    });
    await expect(store.containers(signal)).resolves.toEqual([{ path: 'INBOX', itemCount: null }]);
    expect(rude.connections).toBe(2);
  });

  it.each<[string, string, number, string]>([
    ['BAD Request is throttled. Suggested Backoff Time: 299961 milliseconds', 'LIST', 300, 'person'],
    ['NO [LIMIT] Too many simultaneous connections', 'AUTHENTICATE', 60, 'person'],
    ['NO [UNAVAILABLE] Rate limit exceeded, try again in 5 minutes', 'LIST', 300, 'endpoint'],
  ])(
    'and says "%s" is waited for as it asks, at once and by whoever schedules',
    async (words, command, seconds, scope) => {
      await meet(except(command, `@ ${words}`));
      const error = await failure();
      expect(error).toBeInstanceOf(StoreThrottledError);
      expect(error).toMatchObject({ retryAfterSeconds: seconds, scope });
      expect(pauses).toEqual([]);
    },
  );

  it('and has no port there is called unreachable, with what to do', async () => {
    await meet(POLITE);
    await rude.stop();
    const error = await failure();
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Nothing answers at 127\.0\.0\.1:\d+\. Check the port/),
      lastly: {
        catalogueCode: 'EXCH-08',
        parameters: [expect.stringMatching(/Check the port, and that the server is running$/)],
      },
    });
    await meet(POLITE);
  });

  it('never makes a wait last longer than the slice', async () => {
    await meet(except('LIST', 'silence'));
    const controller = new AbortController();
    const reason = new Error('the slice is over');
    const listing = store.containers(controller.signal);
    setImmediate(() => controller.abort(reason));
    await expect(listing).rejects.toBe(reason);
  });
});

describe('A target that refuses', () => {
  let server: MailServer;
  const large = sampleItem('message', 'INBOX', 1, 20_000);
  const small = [2, 3, 4].map((number) => sampleItem('message', 'INBOX', number));
  const items = [small[0]!, large, small[1]!, small[2]!].map((sample) => newItem(namedSample(sample)));

  afterEach(() => server.stop());

  it('a message that is too large gets it skipped, and takes the others of the same command', async () => {
    server = await MailServer.start({ quota: '50M', settings: 'plugin {\n quota_max_mail_size = 100k\n }\n' });
    const store = server.store('anna');
    const outcomes = await store.write('INBOX', items, signal);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['written', 'skipped', 'written', 'written']);
    expect(outcomes[1]).toMatchObject({
      code: 'ItemTooLarge',
      message: expect.stringContaining(String(large.header.size)),
    });
    await store.close();
  });

  it('because it is full is known before, says so for good, and keeps what fitted', async () => {
    server = await MailServer.start({ quota: '300k' });
    const store = server.store('anna');
    const error = await store.write('INBOX', items, signal).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreRefusedError);
    expect(error).toMatchObject({ catalogueCode: 'QuotaExceeded', parameters: ['anna'] });
    expect((error as Error).message).toMatch(
      /anna is full: \d+ bytes are free, and the next message has \d+\. Raise its quota/,
    );
    await store.close();
    const again = server.store('anna');
    const found = await again.find(
      'INBOX',
      items.map(({ header }) => header.key),
      signal,
    );
    expect(found.size).toBe(1);
    await again.close();
  });
});

describe('A target that changes meanwhile', () => {
  it('loses a folder while it is written: it is made anew', async () => {
    const server = await MailServer.start();
    const [client, store] = [await server.client('anna'), server.store('anna')];
    const [first, second] = [1, 2].map((number) => newItem(namedSample(sampleItem('message', 'Work', number))));
    await store.createContainer('Work', signal);
    await store.write('Work', [first!], signal);
    await client.mailboxDelete('Work');
    await store.close();
    const next = server.store('anna');
    await expect(next.find('Work', [first!.header.key], signal)).resolves.toEqual(new Set());
    await client.mailboxDelete('Work');
    await next.close();
    const last = server.store('anna');
    await expect(last.write('Work', [second!], signal)).resolves.toMatchObject([{ kind: 'written' }]);
    await Promise.all([last.close(), client.logout()]);
    await server.stop();
  });
});

describe('One person with several connections', () => {
  it('works on several folders at once, on no more connections than allowed', async () => {
    const server = await MailServer.start();
    const client = await server.client('anna');
    for (const folder of ['A', 'B', 'C']) {
      await client.mailboxCreate(folder);
      for (let number = 0; number < 30; number += 1)
        await client.append(folder, message({ messageId: `<${number}@x>` }));
    }
    await client.logout();
    const store = server.store('anna', { access: 'read', connections: 2 });
    await store.containers(signal);
    const pages = ['A', 'B', 'C', 'A', 'B'].map((folder) => store.items(folder, null, 30, signal));
    for (const { items } of await Promise.all(pages)) expect(items).toHaveLength(30);
    const lines = server.dovecot.doveadm('who', '-1').split('\n');
    expect(lines.filter((line) => line.startsWith('anna'))).toHaveLength(2);

    const controller = new AbortController();
    const reason = new Error('nobody waits any more');
    const reading = [1, 2].map(() => store.items('C', null, 30, signal));
    const waiting = store.items('A', null, 30, controller.signal);
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
    await Promise.all(reading);
    await store.close();
    await server.stop();
  });
});

describe('A source that changes meanwhile', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(() => server.stop());

  it('is never written to', async () => {
    const store = server.store(server.freshUser(), { access: 'read' });
    await expect(store.createContainer('Anything', signal)).rejects.toBeInstanceOf(ReadOnlyStoreError);
    await expect(store.write('INBOX', [], signal)).rejects.toBeInstanceOf(ReadOnlyStoreError);
    await store.close();
  });

  it('loses a message between listing and reading: it is left out', async () => {
    const user = server.freshUser();
    const client = await server.client(user);
    for (const id of ['a', 'b', 'c']) await client.append('INBOX', message({ messageId: `<${id}@ferry.example>` }));
    const states = new MailboxStates();
    const listing = server.store(user, { access: 'read', states });
    const { items } = await listing.items('INBOX', null, 10, signal);
    await listing.close();
    await client.mailboxOpen('INBOX');
    await client.messageDelete('2');
    const source = server.store(user, { access: 'read', states });
    await expect(source.read(items[1]!, signal)).rejects.toMatchObject({ code: 'itemVanished' });
    await expect(source.read(items[2]!, signal)).resolves.toMatchObject({ size: items[2]!.size });
    await Promise.all([source.close(), client.logout()]);
  });

  it('has a folder made anew: a cursor begins again, and nothing is doubled or lost', async () => {
    const [user, receiver] = [server.freshUser(), server.freshUser()];
    const client = await server.client(user);
    const fill = async (): Promise<void> => {
      await client.mailboxCreate('Work');
      for (let number = 0; number < 9; number += 1) {
        await client.append('Work', message({ messageId: `<${number}@ferry.example>` }));
      }
    };
    await fill();
    const source = server.store(user, { access: 'read' });
    const first = await source.items('Work', null, 4, signal);
    await client.mailboxDelete('Work');
    await fill();
    const restarted = server.store(user, { access: 'read' });
    const after = await restarted.items('Work', first.next, 100, signal);
    expect(after.items.map(({ key }) => key)).toEqual(expect.arrayContaining(first.items.map(({ key }) => key)));
    const target = server.store(receiver, { folders: { like: restarted } });
    await expect(copyAll(restarted, target)).resolves.toMatchObject({ copied: 9 });
    await Promise.all([source.close(), restarted.close(), target.close(), client.logout()]);
  });

  it('loses a folder between listing and reading: it is empty then, and its messages are gone', async () => {
    const user = server.freshUser();
    const client = await server.client(user);
    await client.mailboxCreate('Work');
    await client.append('Work', message({ messageId: '<1@ferry.example>' }));
    const states = new MailboxStates();
    const before = server.store(user, { access: 'read', states });
    const { items } = await before.items('Work', null, 10, signal);
    await before.close();
    const source = server.store(user, { access: 'read', states });
    await source.containers(signal);
    await client.mailboxDelete('Work');
    await expect(source.items('Work', null, 10, signal)).resolves.toEqual({ items: [], next: null });
    await expect(source.read(items[0]!, signal)).rejects.toMatchObject({ code: 'itemVanished' });
    await Promise.all([source.close(), client.logout()]);
  });

  it('goes away and comes back: listing and reading go on by themselves', async () => {
    const [user, receiver] = [server.freshUser(), server.freshUser()];
    const client = await server.client(user);
    for (let number = 0; number < 20; number += 1) {
      await client.append('INBOX', message({ messageId: `<${number}@ferry.example>` }));
    }
    client.close();
    const restart = async (): Promise<void> => {
      await server.dovecot.halt();
      await server.dovecot.start();
    };
    const source = server.store(user, { access: 'read' });
    const target = server.store(receiver, { folders: { like: source } });
    await source.items('INBOX', null, 5, signal);
    await restart();
    await expect(copyAll(source, target, 7)).resolves.toMatchObject({ copied: 20 });
    await restart();
    await expect(copyAll(source, target, 7)).resolves.toMatchObject({ alreadyThere: 20 });
    const [from, to] = [await server.client(user), await server.client(receiver)];
    expect(await mailboxContents(to)).toEqual(await mailboxContents(from));
    await Promise.all([source.close(), target.close(), from.logout(), to.logout()]);
  });
});
