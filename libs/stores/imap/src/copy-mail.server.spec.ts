import type { MailClient } from './mail-client';
import type { ImapStore } from './imap-store';
import { copyAll } from './testing/copy';
import { MailServer } from './testing/mail-server';
import { mailboxContents } from './testing/mailbox-contents';
import { message } from './testing/messages';

const NESTED = 'Projekte/Zoë & Söhne/2024';

describe('Copying mail from one Dovecot user to another', () => {
  let server: MailServer;
  let from: MailClient;
  let to: MailClient;
  let source: ImapStore;
  let target: ImapStore;

  const put = (folder: string, content: Buffer, flags: string[] = [], date = new Date('2024-02-29T12:00:00Z')) =>
    from.append(folder, content, flags, date);

  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    const [sender, receiver] = [server.freshUser(), server.freshUser()];
    from = await server.client(sender);
    to = await server.client(receiver);
    source = server.store(sender, { access: 'read' });
    target = server.store(receiver, { folders: { like: source } });
  });
  afterEach(async () => {
    await Promise.all([source.close(), target.close(), from.logout(), to.logout()]);
  });

  it('keeps folders, bytes, flags, keywords and internal dates, and changes nothing at the source', async () => {
    for (const folder of [NESTED, 'Archive']) await from.mailboxCreate(folder);
    for (let number = 0; number < 120; number += 1) {
      const content = message({
        messageId: `<${number}@ferry.example>`,
        body: `ÄÖÜ 東京 ${number}\r\n`.repeat(number),
      });
      const flags = [...(number % 2 ? ['\\Seen'] : []), ...(number % 7 ? [] : ['\\Flagged', '$Forwarded'])];
      await put(number % 3 ? NESTED : 'INBOX', content, flags, new Date(Date.UTC(2019, 0, number, 10)));
    }
    const before = await mailboxContents(from);
    await expect(copyAll(source, target)).resolves.toEqual({ copied: 120, alreadyThere: 0, skipped: 0, failed: 0 });
    expect(await mailboxContents(to)).toEqual(before);
    expect(await mailboxContents(from)).toEqual(before);
  });

  it('copies nothing the second time, and then exactly what has arrived', async () => {
    for (let number = 0; number < 30; number += 1)
      await put('INBOX', message({ messageId: `<${number}@ferry.example>` }));
    await copyAll(source, target);
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 0, alreadyThere: 30 });
    await put('INBOX', message({ messageId: '<new@ferry.example>' }));
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 1, alreadyThere: 30 });
    expect(await mailboxContents(to)).toEqual(await mailboxContents(from));
  });

  it('brings flags that have changed at the source to the target, and leaves keywords of the target alone', async () => {
    for (let number = 0; number < 12; number += 1) {
      await put('INBOX', message({ messageId: `<${number}@ferry.example>` }), number < 6 ? ['\\Seen'] : []);
    }
    await copyAll(source, target);
    await from.mailboxOpen('INBOX');
    await from.messageFlagsRemove('1:2', ['\\Seen']);
    await from.messageFlagsAdd('3,8', ['\\Flagged', '$Work']);
    await to.mailboxOpen('INBOX');
    await to.messageFlagsAdd('12', ['$Label1']);
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 0, alreadyThere: 12 });
    await to.mailboxOpen('INBOX');
    await to.messageFlagsRemove('12', ['$Label1']);
    expect(await mailboxContents(to)).toEqual(await mailboxContents(from));
  });

  it('keeps odd mail apart and whole', async () => {
    await from.mailboxCreate('Copies');
    const same = message({ messageId: '<same@ferry.example>' });
    const odd: [string, Buffer][] = [
      ['INBOX', same],
      ['INBOX', same],
      ['INBOX', same],
      ['Copies', same],
      ['INBOX', message({ messageId: '<same@ferry.example>', received: ['by mx.ferry.example; Mon, 1 Jan 2024'] })],
      ['INBOX', message({ subject: 'no id' })],
      ['INBOX', message({ subject: 'no id' })],
      ['INBOX', message({ subject: 'another without id' })],
      ['INBOX', message({ messageId: '<8bit@ferry.example>', body: '\xe4\xf6 raw \u00e4' })],
      [
        'INBOX',
        Buffer.from(message({ messageId: '<latin@ferry.example>' }).toString('latin1') + '\xe4\xff\x80', 'latin1'),
      ],
      ['INBOX', Buffer.from('Message-ID: <bare@ferry.example>\nSubject: bare line feeds\n\nOne\nTwo\r\nThree')],
      ['INBOX', Buffer.from('\r\n')],
      ['INBOX', Buffer.from('no header at all')],
      ['INBOX', message({ messageId: '<nul@ferry.example>', body: 'a\0b' })],
      ['INBOX', message({ messageId: '<large@ferry.example>', body: 'x'.repeat(76).concat('\r\n').repeat(270_000) })],
    ];
    for (const [folder, content] of odd) await put(folder, content);
    await put('INBOX', message({ messageId: '<future@ferry.example>' }), [], new Date('2099-12-31T23:59:59Z'));
    const before = await mailboxContents(from);
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: odd.length + 1, failed: 0, skipped: 0 });
    expect(await mailboxContents(to)).toEqual(before);
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 0, alreadyThere: odd.length + 1 });
  });
});
