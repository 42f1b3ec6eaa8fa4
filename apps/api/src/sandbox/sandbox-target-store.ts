import { createHash } from 'node:crypto';
import { catalogueError, type FilledError } from '@ferry/domain';
import { ITEM_KIND_OF_WORKLOAD, ItemVanishedError } from '@ferry/stores-spi';
import type {
  Container,
  ItemContent,
  ItemHeader,
  ItemKind,
  ItemPage,
  ItemStore,
  NewItem,
  WriteOutcome,
} from '@ferry/stores-spi';
import type { NewSandboxItem, SandboxItemsRepository, SandboxOwner } from './sandbox-items.repository';

/** The largest item that a target tenant takes, in bytes: 35 MB, as a mailbox does by default. */
export const LARGEST_ITEM_BYTES = 35 * 1024 * 1024;

/** What a person of a target tenant has in a workload: rows of the database. Larger items are skipped unread. */
export class SandboxTargetStore implements ItemStore {
  readonly kind: ItemKind;

  constructor(
    private readonly owner: SandboxOwner,
    private readonly repository: SandboxItemsRepository,
  ) {
    this.kind = ITEM_KIND_OF_WORKLOAD[owner.service];
  }

  async containers(signal: AbortSignal): Promise<readonly Container[]> {
    signal.throwIfAborted();
    return this.repository.containers(this.owner);
  }

  async items(container: string, after: string | null, limit: number, signal: AbortSignal): Promise<ItemPage> {
    signal.throwIfAborted();
    const items = await this.repository.listContainer(this.owner, container, after, limit);
    return { items: items.map(headerOf), next: items.length < limit ? null : (items.at(-1)?.key ?? null) };
  }

  async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    signal.throwIfAborted();
    const content = await this.repository.content(this.owner, item.container, item.key);
    if (content === null) throw new ItemVanishedError('The item is not in the sandbox.');
    return {
      size: content.byteLength,
      async *chunks() {
        yield content;
      },
    };
  }

  async find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    signal.throwIfAborted();
    if (keys.length === 0) return new Set();
    return new Set(await this.repository.existingKeys(this.owner, container, keys));
  }

  async createContainer(path: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    await this.repository.addContainer(this.owner, path);
  }

  async write(container: string, items: readonly NewItem[], signal: AbortSignal): Promise<readonly WriteOutcome[]> {
    const outcomes: WriteOutcome[] = [];
    const rows: NewSandboxItem[] = [];
    for (const { header, content } of items) {
      signal.throwIfAborted();
      const { key } = header;
      if (header.size > LARGEST_ITEM_BYTES) {
        outcomes.push({ key, kind: 'skipped', ...tooLarge(header.size) });
        continue;
      }
      const bytes = await bytesOf(content);
      const digest = createHash('sha256').update(bytes).digest('hex');
      rows.push({ ...headerOf(header), container, size: bytes.byteLength, digest, content: bytes });
      outcomes.push({ key, kind: 'written', bytes: bytes.byteLength });
    }
    signal.throwIfAborted();
    await this.repository.add(this.owner, rows);
    return outcomes;
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }
}

function headerOf({ key, container, name, size, dateTime, properties }: ItemHeader): ItemHeader {
  return { key, container, name, size, dateTime, properties };
}

async function bytesOf(content: ItemContent): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of content.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function tooLarge(size: number): FilledError {
  return catalogueError('ItemTooLarge', [String(size), `${LARGEST_ITEM_BYTES / 1024 / 1024} MB`]);
}
