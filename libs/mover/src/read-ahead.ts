import { ItemVanishedError, type ItemContent, type ItemHeader, type ItemStore, type NewItem } from '@ferry/stores-spi';

/** How many items are read at once one by one: enough to hide the way there and back, few enough for any store. */
const CONCURRENT_READS = 8;

/** What was read before the end or the first failure. */
export interface ReadItems {
  /** In the order of the headers, without those that have vanished from the source. */
  readonly items: readonly NewItem[];
  /** The first error other than `ItemVanishedError`; null when there was none. */
  readonly failure: { readonly reason: unknown } | null;
}

/** Reads the content of items of one container into memory: together where the source can, otherwise several at once. */
export async function readAhead(
  source: ItemStore,
  container: string,
  headers: readonly ItemHeader[],
  signal: AbortSignal,
): Promise<ReadItems> {
  if (!source.readTogether) return readOneByOne(source, headers, signal);
  try {
    signal.throwIfAborted();
    const contents = headers.length === 0 ? [] : await source.readTogether(container, headers, signal);
    const items: NewItem[] = [];
    for (const [index, header] of headers.entries()) {
      const content = contents[index];
      if (content) items.push({ header, content });
    }
    return { items, failure: null };
  } catch (reason) {
    return { items: [], failure: { reason } };
  }
}

/**
 * After a failure no further item is begun, and those under way are waited for: nothing goes on behind the caller, and what
 * has arrived is not lost.
 */
async function readOneByOne(
  source: ItemStore,
  headers: readonly ItemHeader[],
  signal: AbortSignal,
): Promise<ReadItems> {
  const read = new Array<NewItem | null>(headers.length).fill(null);
  const queue = headers.entries();
  const failures: { reason: unknown }[] = [];

  const reader = async (): Promise<void> => {
    for (const [index, header] of queue) {
      try {
        signal.throwIfAborted();
        read[index] = { header, content: await buffered(await source.read(header, signal)) };
      } catch (reason) {
        if (!(reason instanceof ItemVanishedError)) failures.push({ reason });
      }
      if (failures.length > 0) return;
    }
  };

  await Promise.all(Array.from({ length: Math.min(CONCURRENT_READS, headers.length) }, reader));
  return { items: read.filter((item) => item !== null), failure: failures[0] ?? null };
}

/** An item whose content is opened only when the target asks for it, and passes through without being kept. */
export function streamed(source: ItemStore, header: ItemHeader, signal: AbortSignal): NewItem {
  return {
    header,
    content: {
      size: header.size,
      async *chunks() {
        const content = await source.read(header, signal);
        yield* content.chunks();
      },
    },
  };
}

async function buffered(content: ItemContent): Promise<ItemContent> {
  if (content.bytes) return content;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content.chunks()) {
    chunks.push(chunk);
    size += chunk.byteLength;
  }
  return {
    size,
    async *chunks() {
      yield* chunks;
    },
  };
}
