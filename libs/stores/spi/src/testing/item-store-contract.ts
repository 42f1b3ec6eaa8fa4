import type { ItemStore } from '../item-store';
import { ItemVanishedError } from '../store-error';
import { bytesOf, isSame, listAll } from './read-store';
import { newItem, sampleItem, type SampleItem } from './sample-items';

/** A store with nothing in it, and what a suite needs around it. */
export interface StoreUnderTest {
  readonly store: ItemStore;
  /** The sample as the store names it, where its keys are made from the content of items; as it is otherwise. */
  named?(sample: SampleItem): SampleItem;
  /** Puts items where the store has to find them; creates the container when it does not exist. */
  seed(container: string, items: readonly SampleItem[]): Promise<void>;
  /** Opens the same content once more, as after a restart. */
  reopen(): Promise<ItemStore>;
  /** Takes away what `create` has set up. */
  destroy(): Promise<void>;
}

/**
 * The suite that every store must pass, whatever its protocol: it is what the mover relies on. `create` is called before
 * each test.
 */
export function itemStoreContract(of: { name: string; create(): Promise<StoreUnderTest> }): void {
  describe(`${of.name} as an ItemStore`, () => {
    const { signal } = new AbortController();
    const folder = 'Projects/Zoë & Söhne';
    let test: StoreUnderTest;
    let store: ItemStore;

    const sampleOf = (container: string, number: number, lines?: number) => {
      const sample = sampleItem(store.kind, container, number, lines);
      return test.named?.(sample) ?? sample;
    };
    const samples = (count: number, container = folder) =>
      Array.from({ length: count }, (_, number) => sampleOf(container, number));
    const keysOf = (items: readonly { key: string }[]) => items.map((item) => item.key).sort();
    const keysOfSamples = (items: readonly SampleItem[]) => keysOf(items.map((item) => item.header));

    beforeEach(async () => {
      test = await of.create();
      store = test.store;
    });
    afterEach(async () => {
      await store.close();
      await test.destroy();
    });

    describe('containers', () => {
      it('lists parents before children, in the same order each time', async () => {
        for (const path of ['Projects', folder, 'Archive']) await store.createContainer(path, signal);
        const paths = (await store.containers(signal)).map((container) => container.path);
        expect(paths).toEqual(expect.arrayContaining(['Projects', folder, 'Archive']));
        expect(paths.indexOf('Projects')).toBeLessThan(paths.indexOf(folder));
        expect((await store.containers(signal)).map((container) => container.path)).toEqual(paths);
      });

      it('announces as many items as there are, or none at all', async () => {
        await test.seed(folder, samples(5));
        const container = (await store.containers(signal)).find(({ path }) => path === folder);
        expect([5, null]).toContain(container?.itemCount);
      });

      it('makes one container when it is created twice', async () => {
        await store.createContainer('Archive', signal);
        await store.createContainer('Archive', signal);
        const paths = (await store.containers(signal)).map(({ path }) => path);
        expect(paths.filter((path) => path === 'Archive')).toHaveLength(1);
        expect(await listAll(store, 'Archive', 10, signal)).toEqual([]);
      });
    });

    describe('listing', () => {
      it.each([1, 7, 1000])('shows each item exactly once in pages of %d', async (pageSize) => {
        const items = samples(23);
        await test.seed(folder, items);
        const listed = await listAll(store, folder, pageSize, signal);
        expect(keysOf(listed)).toEqual(keysOfSamples(items));
      });

      it('never hands out more than the page size', async () => {
        await test.seed(folder, samples(9));
        const page = await store.items(folder, null, 4, signal);
        expect(page.items).toHaveLength(4);
        expect(page.next).not.toBeNull();
      });

      it('goes on behind a cursor after a restart', async () => {
        const items = samples(9);
        await test.seed(folder, items);
        const first = await store.items(folder, null, 4, signal);
        const reopened = await test.reopen();
        const second = await reopened.items(folder, first.next, 1000, signal);
        await reopened.close();
        expect(keysOf([...first.items, ...second.items])).toEqual(keysOfSamples(items));
      });

      it('gives an item the same key and the same header each time', async () => {
        await test.seed(folder, samples(6));
        const once = await listAll(store, folder, 1000, signal);
        const reopened = await test.reopen();
        expect(await listAll(reopened, folder, 1000, signal)).toEqual(once);
        await reopened.close();
      });

      it('tells name, size, date and container of an item', async () => {
        const sample = sampleOf(folder, 1);
        await test.seed(folder, [sample]);
        const { name, size, dateTime } = sample.header;
        expect(await listAll(store, folder, 10, signal)).toMatchObject([{ container: folder, name, size, dateTime }]);
      });

      it('keeps containers apart', async () => {
        await test.seed(folder, samples(3));
        await test.seed('Archive', [sampleOf('Archive', 77)]);
        expect(await listAll(store, folder, 10, signal)).toHaveLength(3);
        expect(await listAll(store, 'Archive', 10, signal)).toHaveLength(1);
      });
    });

    describe('reading', () => {
      it.each([1, 8000])('gives the content to the byte (%d lines)', async (lines) => {
        const sample = sampleOf(folder, 1, lines);
        await test.seed(folder, [sample]);
        const [header] = await listAll(store, folder, 10, signal);
        const content = await store.read(header ?? sample.header, signal);
        expect(content.size).toBe(sample.content.byteLength);
        expect(isSame(await bytesOf(content), sample.content)).toBe(true);
      });

      it('gives the contents of several items in their order, where it reads them together', async () => {
        if (!store.readTogether) return;
        const items = [sampleOf(folder, 1), sampleOf(folder, 2, 8000), sampleOf(folder, 3)];
        await test.seed(folder, items);
        const headers = await listAll(store, folder, 10, signal);
        const wanted = [...headers, sampleOf(folder, 99).header].reverse();
        const contents = await store.readTogether(folder, wanted, signal);
        expect(contents[0]).toBeNull();
        for (const [index, header] of wanted.entries()) {
          const [content, one] = [contents[index], index === 0 ? null : await store.read(header, signal)];
          if (!content || !one) continue;
          expect([content.size, content.bytes?.byteLength]).toEqual([one.size, one.size]);
          expect(isSame(await bytesOf(content), await bytesOf(one))).toBe(true);
          content.release?.();
        }
        expect(contents.filter((content) => content !== null)).toHaveLength(3);
        expect(await listAll(store, folder, 10, signal)).toEqual(headers);
      });

      it('leaves the item as it is', async () => {
        await test.seed(folder, samples(3));
        const before = await listAll(store, folder, 10, signal);
        for (const header of before) await bytesOf(await store.read(header, signal));
        expect(await listAll(store, folder, 10, signal)).toEqual(before);
      });

      it('says that an item has vanished when it is not there', async () => {
        await test.seed(folder, samples(2));
        const gone = sampleOf(folder, 99).header;
        const reading = store.read(gone, signal).then(bytesOf);
        await expect(reading).rejects.toBeInstanceOf(ItemVanishedError);
      });
    });

    describe('finding', () => {
      it('answers the keys that exist, and no others', async () => {
        const items = samples(4);
        await test.seed(folder, items);
        const missing = sampleOf(folder, 99).header.key;
        const found = await store.find(folder, [...keysOfSamples(items.slice(1)), missing], signal);
        expect([...found].sort()).toEqual(keysOfSamples(items.slice(1)));
      });

      it('finds nothing in an empty container', async () => {
        await store.createContainer(folder, signal);
        expect((await store.find(folder, keysOfSamples(samples(2)), signal)).size).toBe(0);
      });
    });

    describe('writing', () => {
      it('keeps what was written, to the byte, and answers an outcome for each item in order', async () => {
        const items = [...samples(4), sampleOf(folder, 50, 3000)];
        await store.createContainer(folder, signal);
        const outcomes = await store.write(folder, items.map(newItem), signal);
        expect(outcomes).toEqual(items.map(({ header }) => ({ key: header.key, kind: 'written', bytes: header.size })));

        const reopened = await test.reopen();
        const listed = await listAll(reopened, folder, 1000, signal);
        expect(keysOf(listed)).toEqual(keysOfSamples(items));
        for (const { header, content } of items) {
          const stored = listed.find((item) => item.key === header.key);
          expect(stored).toMatchObject({ name: header.name, size: header.size, dateTime: header.dateTime });
          expect(stored?.properties).toMatchObject(header.properties);
          expect(isSame(await bytesOf(await reopened.read(header, signal)), content)).toBe(true);
        }
        await reopened.close();
      });

      it('makes one item of an item that is written twice', async () => {
        const items = samples(3);
        await store.createContainer(folder, signal);
        await store.write(folder, items.map(newItem), signal);
        await store.write(folder, items.map(newItem), signal);
        expect(keysOf(await listAll(store, folder, 1000, signal))).toEqual(keysOfSamples(items));
      });

      it('adds what is new when a batch holds items that exist', async () => {
        const items = samples(5);
        await store.createContainer(folder, signal);
        await store.write(folder, items.slice(0, 2).map(newItem), signal);
        const outcomes = await store.write(folder, items.map(newItem), signal);
        expect(outcomes).toHaveLength(5);
        expect(keysOf(await listAll(store, folder, 1000, signal))).toEqual(keysOfSamples(items));
      });

      it('finds what was written', async () => {
        const items = samples(2);
        await store.createContainer(folder, signal);
        await store.write(folder, items.map(newItem), signal);
        expect([...(await store.find(folder, keysOfSamples(items), signal))].sort()).toEqual(keysOfSamples(items));
      });
    });

    describe('aborting', () => {
      const reason = new Error('the slice was taken away');
      const aborted = AbortSignal.abort(reason);

      it('throws the reason of the signal and changes nothing', async () => {
        const [sample = sampleOf(folder, 0)] = samples(1);
        await test.seed(folder, [sample]);
        const other = sampleOf(folder, 1);
        const reading = store.read(sample.header, aborted).then(bytesOf);
        await expect(reading).rejects.toBe(reason);
        await expect(store.containers(aborted)).rejects.toBe(reason);
        await expect(store.items(folder, null, 10, aborted)).rejects.toBe(reason);
        await expect(store.find(folder, [sample.header.key], aborted)).rejects.toBe(reason);
        await expect(store.createContainer('Archive', aborted)).rejects.toBe(reason);
        await expect(store.write(folder, [newItem(other)], aborted)).rejects.toBe(reason);

        expect(keysOf(await listAll(store, folder, 10, signal))).toEqual([sample.header.key]);
        expect((await store.containers(signal)).map(({ path }) => path)).not.toContain('Archive');
      });
    });

    it('closes without complaint, even twice', async () => {
      await expect(store.close()).resolves.toBeUndefined();
      await expect(store.close()).resolves.toBeUndefined();
    });
  });
}
