import type { MailClient } from './mail-client';
import { copyAll } from './testing/copy';
import { MailServer } from './testing/mail-server';
import { message } from './testing/messages';

const signal = new AbortController().signal;
const LINE = `${'x'.repeat(76)}\r\n`;
/** More than comes in one piece. */
const LARGE = LINE.repeat(120_000);

describe('A mailbox whose messages are read', () => {
  let server: MailServer;
  let user: string;
  let owner: MailClient;

  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    user = server.freshUser();
    owner = await server.client(user);
    await owner.append('INBOX', message({ messageId: '<small@ferry.example>' }));
    await owner.append('INBOX', message({ messageId: '<large@ferry.example>', body: LARGE }));
  });
  afterEach(() => owner.logout());

  it('as a source keeps even the mark of what has just come', async () => {
    const source = server.store(user, { access: 'read' });
    const target = server.store(server.freshUser());
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 2 });
    await Promise.all([source.close(), target.close()]);
    // Whoever opens a mailbox by SELECT takes \Recent from everybody after them (RFC 3501, section 2.3.2).
    expect(await owner.status('INBOX', { messages: true, recent: true, unseen: true })).toMatchObject({
      messages: 2,
      recent: 2,
      unseen: 2,
    });
  });

  it('at the target, where content is compared, has nothing marked as seen', async () => {
    const store = server.store(user);
    const { items } = await store.items('INBOX', null, 10, signal);
    for (const item of items) {
      let bytes = 0;
      for await (const chunk of (await store.read(item, signal)).chunks()) bytes += chunk.byteLength;
      expect(bytes).toBe(item.size);
    }
    await store.close();
    expect(items).toHaveLength(2);
    expect(await owner.status('INBOX', { unseen: true })).toMatchObject({ unseen: 2 });
  });
});
