import { ItemVanishedError, type ItemContent, type ItemHeader, type ItemStore, type NewItem } from '@ferry/stores-spi';

/** How many items are read at once unless the store says: enough to hide the way there and back, few enough for any. */
const CONCURRENT_READS = 8;

/** What was read before the end or the first failure. */
export interface ReadItems {
  /** In the order of the headers, without those that have vanished from the source. */
  readonly items: readonly NewItem[];
  /** The first error other than `ItemVanishedError`; null when there was none. */
  readonly failure: { readonly reason: unknown } | null;
}

/**
 * Reads the content of the items into memory, several at once. After a failure no further item is begun, and those
 * under way are waited for: nothing goes on behind the caller, and what has arrived is not lost.
 */
export async function readAhead(
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

  await Promise.all(
    Array.from({ length: Math.min(source.concurrentReads ?? CONCURRENT_READS, headers.length) }, reader),
  );
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
