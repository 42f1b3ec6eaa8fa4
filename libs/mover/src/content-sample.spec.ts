import { InMemoryItemStore, itemHeader } from '@ferry/testing';
import { ContentSample, isSameContent } from './content-sample';

describe('ContentSample', () => {
  const keys = Array.from({ length: 500 }, (_, index) => `Inbox#${index}`);
  const sampleOf = (offered: readonly string[], size: number) => {
    const sample = new ContentSample(size);
    for (const key of offered) sample.offer(itemHeader({ key }));
    return offered.filter((key) => sample.find(key) !== undefined).sort();
  };

  it('holds as many items as it may, or all that there are', () => {
    expect(sampleOf(keys, 5)).toHaveLength(5);
    expect(sampleOf(keys.slice(0, 3), 5)).toHaveLength(3);
    expect(sampleOf(keys, 0)).toEqual([]);
  });

  it('chooses the same items whatever their order', () => {
    expect(sampleOf([...keys].reverse(), 5)).toEqual(sampleOf(keys, 5));
  });

  it('is spread over the container', () => {
    const places = sampleOf(keys, 5).map((key) => Number(key.slice('Inbox#'.length)));
    expect(Math.max(...places) - Math.min(...places)).toBeGreaterThan(100);
  });
});

describe('isSameContent', () => {
  const { signal } = new AbortController();
  const item = itemHeader({ key: 'a' });
  const holding = (...pieces: readonly number[][]) => {
    const store = new InMemoryItemStore();
    store.put('Inbox', item, Uint8Array.from(pieces.flat()));
    // The same bytes may come in any pieces.
    store.read = async () => ({
      size: pieces.flat().length,
      async *chunks() {
        for (const piece of pieces) yield Uint8Array.from(piece);
      },
    });
    return store;
  };
  const compare = (one: InMemoryItemStore, other: InMemoryItemStore) =>
    isSameContent([one, item], [other, item], signal);

  it('is so whatever pieces the bytes come in', async () => {
    expect(await compare(holding([1, 2], [], [3]), holding([1], [2, 3], []))).toBe(true);
    expect(await compare(holding(), holding([]))).toBe(true);
  });

  it.each([
    ['another byte', [[1, 2, 4]]],
    ['a byte more', [[1, 2, 3, 4]]],
    ['a byte less', [[1], [2]]],
    ['nothing', []],
  ])('is not so with %s', async (_what, pieces) => {
    expect(await compare(holding([1, 2, 3]), holding(...pieces))).toBe(false);
  });

  it('cannot be told when the item is gone by now', async () => {
    const gone = new InMemoryItemStore();
    expect(await compare(holding([1]), gone)).toBeNull();
  });
});
