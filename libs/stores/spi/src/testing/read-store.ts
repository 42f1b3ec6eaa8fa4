import type { ItemContent, ItemHeader } from '../item';
import type { ItemStore } from '../item-store';

/** Every header of a container, page by page. */
export async function listAll(
  store: ItemStore,
  container: string,
  pageSize: number,
  signal: AbortSignal,
): Promise<ItemHeader[]> {
  const items: ItemHeader[] = [];
  let cursor: string | null = null;
  do {
    const page = await store.items(container, cursor, pageSize, signal);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

/** The whole content in one piece. */
export async function bytesOf(content: ItemContent): Promise<Uint8Array> {
  const bytes: number[] = [];
  for await (const chunk of content.chunks()) for (const byte of chunk) bytes.push(byte);
  return Uint8Array.from(bytes);
}

/** Whether two pieces of content are identical to the byte. */
export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index]);
}
