import { type ItemHeader, type ItemStore, ItemVanishedError } from '@ferry/stores-spi';

/** FNV-1a and the finish of MurmurHash3, 32 bits: spreads keys that differ in their last sign only, everywhere alike. */
function spread(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index++) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * A few items of a container, chosen by their keys: spread over the whole container, and the same ones each time, so that
 * two verifications can be compared. Holds no more headers than its size.
 */
export class ContentSample {
  private readonly chosen: { readonly place: number; readonly item: ItemHeader }[] = [];

  constructor(private readonly size: number) {}

  /** Takes an item in, if it belongs to the sample among all that were offered so far. */
  offer(item: ItemHeader): void {
    if (this.size === 0) return;
    const place = spread(item.key);
    const last = this.chosen.at(-1);
    if (last && this.chosen.length === this.size && place >= last.place) return;
    const before = this.chosen.findIndex((other) => other.place > place);
    this.chosen.splice(before === -1 ? this.chosen.length : before, 0, { place, item });
    this.chosen.length = Math.min(this.chosen.length, this.size);
  }

  /** The item of the sample with a key; undefined when it is not in it. */
  find(key: string): ItemHeader | undefined {
    return this.chosen.find(({ item }) => item.key === key)?.item;
  }
}

/**
 * Whether an item has the same bytes in two stores; null when one of them does not have it any more. Reads both at the same
 * pace, so a large item is never in memory as a whole. Throws `StoreError` and the reason of the signal.
 */
export async function isSameContent(
  [source, item]: readonly [ItemStore, ItemHeader],
  [target, copy]: readonly [ItemStore, ItemHeader],
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const [one, other] = [await source.read(item, signal), await target.read(copy, signal)];
    return await haveSameBytes(one.chunks(), other.chunks());
  } catch (error) {
    if (error instanceof ItemVanishedError) return null;
    throw error;
  }
}

async function haveSameBytes(one: AsyncIterable<Uint8Array>, other: AsyncIterable<Uint8Array>): Promise<boolean> {
  const [left, right] = [one[Symbol.asyncIterator](), other[Symbol.asyncIterator]()];
  try {
    let [a, b] = [await nextBytes(left), await nextBytes(right)];
    while (a && b) {
      const length = Math.min(a.length, b.length);
      for (let index = 0; index < length; index++) if (a[index] !== b[index]) return false;
      a = a.length > length ? a.subarray(length) : await nextBytes(left);
      b = b.length > length ? b.subarray(length) : await nextBytes(right);
    }
    return a === b;
  } finally {
    // What is left unread is given up, or its connection would wait for somebody to read it.
    await Promise.all([left.return?.(), right.return?.()]);
  }
}

/** The next chunk that holds something; null at the end. */
async function nextBytes(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array | null> {
  for (;;) {
    const next: IteratorResult<Uint8Array, unknown> = await chunks.next();
    if (next.done) return null;
    if (next.value.length > 0) return next.value;
  }
}
