import { Workload } from '@ferry/contracts';
import { ItemVanishedError, StoreRefusedError } from '@ferry/stores-spi';
import { bytesOf, listAll } from '@ferry/stores-spi/testing';
import { contentOf } from './content/sandbox-content';
import { FABRIKAM_ID, sandboxPeople } from './sandbox-directory';
import { SandboxSourceStore } from './sandbox-source-store';

describe('SandboxSourceStore', () => {
  const { signal } = new AbortController();
  const [ann] = sandboxPeople(FABRIKAM_ID);
  if (!ann) throw new Error('the people are seeded');
  const content = contentOf(ann, Workload.Exchange);
  const inbox = content.containers[0]?.itemCount ?? 0;
  const open = () => new SandboxSourceStore(Workload.Exchange, contentOf(ann, Workload.Exchange));

  it('holds the kind of item of its workload', () => {
    expect(open().kind).toBe('message');
  });

  it.each([1, 7, 1000])('shows each item exactly once in pages of %d', async (pageSize) => {
    const items = await listAll(open(), 'Inbox', pageSize, signal);
    expect(items.map(({ key }) => key)).toEqual(
      Array.from({ length: inbox }, (_, index) => content.key('Inbox', index)),
    );
  });

  it('goes on behind a cursor after a restart', async () => {
    const first = await open().items('Inbox', null, 10, signal);
    const second = await open().items('Inbox', first.next, 1000, signal);
    expect(new Set([...first.items, ...second.items].map(({ key }) => key)).size).toBe(inbox);
  });

  it('reads what it has listed, and what it has not listed, to the byte', async () => {
    const listing = open();
    const { items } = await listing.items('Inbox', null, 20, signal);
    for (const header of items) {
      const listed = await bytesOf(await listing.read(header, signal));
      const unlisted = await bytesOf(await open().read(header, signal));
      expect(listed.byteLength).toBe(header.size);
      expect(Buffer.from(listed).equals(Buffer.from(unlisted))).toBe(true);
    }
  });

  it('finds the keys that it has', async () => {
    const key = content.key('Inbox', 4);
    expect(await open().find('Inbox', [key, '<nobody@nowhere.example>'], signal)).toEqual(new Set([key]));
  });

  it('says that an item has vanished when it never was there', async () => {
    const { items } = await open().items('Inbox', null, 1, signal);
    const [header] = items;
    if (!header) throw new Error('the inbox is not empty');
    await expect(open().read({ ...header, key: '<no@where.example>' }, signal)).rejects.toBeInstanceOf(
      ItemVanishedError,
    );
  });

  it('refuses to be written to', async () => {
    await expect(open().write()).rejects.toBeInstanceOf(StoreRefusedError);
    await expect(open().createContainer()).rejects.toBeInstanceOf(StoreRefusedError);
  });

  it('stops when the signal is aborted, also in the middle of a content', async () => {
    const reason = new Error('stopping');
    await expect(open().containers(AbortSignal.abort(reason))).rejects.toBe(reason);
    await expect(open().items('Inbox', null, 10, AbortSignal.abort(reason))).rejects.toBe(reason);

    const controller = new AbortController();
    const { items } = await open().items('Inbox', null, 1, signal);
    const [header] = items;
    if (!header) throw new Error('the inbox is not empty');
    const opened = await open().read(header, controller.signal);
    controller.abort(reason);
    await expect(bytesOf(opened)).rejects.toBe(reason);
  });
});
