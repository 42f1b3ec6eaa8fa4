import { ITEM_KIND_OF_WORKLOAD, ItemVanishedError, StoreRefusedError } from '@ferry/stores-spi';
import type {
  Container,
  ItemContent,
  ItemHeader,
  ItemKind,
  ItemPage,
  ItemStore,
  WriteOutcome,
} from '@ferry/stores-spi';
import type { Workload } from '@ferry/contracts';
import type { ContentItem, PersonContent } from './content/person-content';

/** From how many items on the store forgets those that it has listed. */
const KEPT_ITEMS = 500;

/** What a person of the source tenant has in a workload: generated, and never changed. Cursors are positions. */
export class SandboxSourceStore implements ItemStore {
  readonly kind: ItemKind;
  private readonly positions = new Map<string, ReadonlyMap<string, number>>();
  /** What was listed last: those items are about to be read, and need not be made again. */
  private readonly listed = new Map<string, ContentItem>();

  constructor(
    service: Workload,
    private readonly content: PersonContent,
  ) {
    this.kind = ITEM_KIND_OF_WORKLOAD[service];
  }

  async containers(signal: AbortSignal): Promise<readonly Container[]> {
    signal.throwIfAborted();
    return this.content.containers;
  }

  async items(container: string, after: string | null, limit: number, signal: AbortSignal): Promise<ItemPage> {
    signal.throwIfAborted();
    const start = after === null ? 0 : Number(after);
    const end = Math.min(start + limit, this.countIn(container));
    const items: ItemHeader[] = [];
    if (this.listed.size > KEPT_ITEMS) this.listed.clear();
    for (let index = start; index < end; index += 1) {
      const item = this.content.item(container, index);
      const { key, name, size, dateTime, properties } = item;
      items.push({ key, container, name, size, dateTime, properties });
      this.listed.set(`${container}\n${key}`, item);
    }
    return { items, next: end < this.countIn(container) ? String(end) : null };
  }

  async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    signal.throwIfAborted();
    const { container, key } = item;
    const made = this.listed.get(`${container}\n${key}`) ?? this.make(container, key);
    return {
      size: made.size,
      async *chunks() {
        for (const chunk of made.chunks()) {
          signal.throwIfAborted();
          yield chunk;
        }
      },
    };
  }

  async find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    signal.throwIfAborted();
    const positions = this.positionsIn(container);
    return new Set(keys.filter((key) => positions.has(key)));
  }

  async createContainer(): Promise<void> {
    throw readOnly();
  }

  async write(): Promise<readonly WriteOutcome[]> {
    throw readOnly();
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  private make(container: string, key: string): ContentItem {
    const index = this.positionsIn(container).get(key);
    if (index === undefined) throw new ItemVanishedError('The item is not in the sandbox.');
    return this.content.item(container, index);
  }

  private countIn(container: string): number {
    return this.content.containers.find(({ path }) => path === container)?.itemCount ?? 0;
  }

  private positionsIn(container: string): ReadonlyMap<string, number> {
    let positions = this.positions.get(container);
    if (!positions) {
      const keys = Array.from({ length: this.countIn(container) }, (_, index) => this.content.key(container, index));
      positions = new Map(keys.map((key, index) => [key, index]));
      this.positions.set(container, positions);
    }
    return positions;
  }
}

function readOnly(): StoreRefusedError {
  const message = 'The source tenant of the sandbox is never written to.';
  return new StoreRefusedError(message, 'AccessDenied', ['the source tenant', 'it is never written to']);
}
