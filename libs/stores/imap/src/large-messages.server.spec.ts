import { createHash } from 'node:crypto';
import { append } from './append';
import { MailServer } from './testing/mail-server';
import { message } from './testing/messages';
import { copyAll } from './testing/copy';

/** In megabytes: so large that what is there can be told from garbage that has not been collected yet. */
const SIZE = 300;
const MEGABYTE = 1024 * 1024;
const LINES = Buffer.from(`${'x'.repeat(126)}\r\n`.repeat(8192));

/** A message of so many megabytes that is never in memory as a whole. */
function large(megabytes: number) {
  const head = message({ messageId: '<large@ferry.example>' });
  return {
    size: head.byteLength + megabytes * MEGABYTE,
    hasNul: false,
    async *chunks() {
      yield head;
      for (let count = 0; count < megabytes; count += 1) yield LINES;
    },
    close: async () => undefined,
  };
}

describe('Very large messages', () => {
  let server: MailServer;
  beforeAll(async () => {
    server = await MailServer.start();
  });
  afterAll(() => server.stop());

  it('pass through without being in memory as a whole', async () => {
    const [sender, receiver] = [server.freshUser(), server.freshUser()];
    const from = await server.client(sender);
    await append(from, 'INBOX', [{ content: large(SIZE), flags: [], internalDate: new Date(0) }]);
    await from.logout();
    const source = server.store(sender, { access: 'read' });
    const target = server.store(receiver, { folders: { like: source } });

    const used = (): number => process.memoryUsage().arrayBuffers;
    const before = used();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, used())), 5);
    await expect(copyAll(source, target)).resolves.toMatchObject({ copied: 1 });
    clearInterval(watch);
    expect((most - before) / MEGABYTE).toBeLessThan(SIZE / 2);

    const { signal } = new AbortController();
    const [header] = (await target.items('INBOX', null, 10, signal)).items;
    const [sent, arrived] = [createHash('sha256'), createHash('sha256')];
    for await (const piece of large(SIZE).chunks()) sent.update(piece);
    for await (const piece of (await target.read(header!, signal)).chunks()) arrived.update(piece);
    expect(arrived.digest('hex')).toBe(sent.digest('hex'));
    await Promise.all([source.close(), target.close()]);
  });
});
