import { ItemVanishedError, type ItemContent, type ItemHeader, type ItemStore, type NewItem } from '@ferry/stores-spi';

/** How many items are read from the source at once: enough to hide the way there and back, few enough for any server. */
const CONCURRENT_READS = 8;

/**
 * Reads the content of the items into memory, several at once, and answers them in their order without those that have
 * vanished from the source. When one read fails the others are waited for, so that nothing goes on behind the caller.
 */
export async function readAhead(
  source: ItemStore,
  headers: readonly ItemHeader[],
  signal: AbortSignal,
): Promise<NewItem[]> {
  const read = new Array<NewItem | null>(headers.length).fill(null);
  const queue = headers.entries();
  let broken = false;

  const reader = async (): Promise<void> => {
    for (const [index, header] of queue) {
      if (broken) return;
      try {
        signal.throwIfAborted();
        read[index] = { header, content: await buffered(await source.read(header, signal)) };
      } catch (error) {
        if (error instanceof ItemVanishedError) continue;
        broken = true;
        throw error;
      }
    }
  };

  const readers = Array.from({ length: Math.min(CONCURRENT_READS, headers.length) }, reader);
  const failure = (await Promise.allSettled(readers)).find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return read.filter((item) => item !== null);
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
