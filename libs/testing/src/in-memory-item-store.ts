import {
  ItemVanishedError,
  type Container,
  type ItemContent,
  type ItemHeader,
  type ItemKind,
  type ItemPage,
  type ItemStore,
  type NewItem,
  type WriteOutcome,
} from '@ferry/stores-spi';

/** A call of a store as an `intercept` sees it: before anything happened, after each written item, or at the end. */
export interface StoreCall {
  readonly method: 'containers' | 'items' | 'read' | 'find' | 'createContainer' | 'write';
  readonly moment: 'before' | 'during' | 'after';
  /** Keys of the items that the call is about, if any. */
  readonly keys: readonly string[];
}

interface Stored {
  readonly position: number;
  readonly header: ItemHeader;
  readonly content: Uint8Array;
  /** How many changes there had been in the store when it was put there. */
  readonly change: number;
}

/**
 * A store in memory that behaves as the port asks, and fails where a spec wants it to: `intercept` may throw at any
 * moment of a call, `outcomeOf` refuses items, and keys in `vanished` are listed but cannot be read.
 */
export class InMemoryItemStore implements ItemStore {
  readonly kind: ItemKind;
  readonly vanished = new Set<string>();
  /** Whether it asks to be read while the target writes, as servers far away do. */
  readsAhead = false;
  /** Whether it may be given two batches at once. */
  overlapsWrites = false;
  /** Absent, unless a spec wants items to be read together. */
  readTogether?: NonNullable<ItemStore['readTogether']>;
  /** Whether containers announce how many items they have. */
  announces = true;
  /** Whether containers have a version, and list only what has changed since one. */
  tellsVersions = false;
  /** Called at every moment of every call; what it throws is what the call throws. */
  intercept: (call: StoreCall) => void = () => undefined;
  /** What becomes of an item that is written; null to accept it. */
  outcomeOf: (header: ItemHeader) => WriteOutcome | null = () => null;
  /** How often an item was written that was there already: a mover that looks first keeps it at 0. */
  overwritten = 0;
  private readonly contents = new Map<string, Map<string, Stored>>();
  private positions = 0;
  private changes = 0;

  constructor(kind: ItemKind = 'message') {
    this.kind = kind;
  }

  /** Puts an item into a container, which is created when it does not exist. */
  put(container: string, header: ItemHeader, content: Uint8Array): void {
    const items = this.contents.get(container) ?? new Map<string, Stored>();
    this.contents.set(container, items);
    const position = items.get(header.key)?.position ?? (this.positions += 1);
    this.changes += 1;
    const stored = { ...header, container, size: content.byteLength };
    items.set(header.key, { position, header: stored, content, change: this.changes });
  }

  /** Takes an item away. */
  remove(container: string, key: string): void {
    this.contents.get(container)?.delete(key);
  }

  /** Every item, in the order of the containers. */
  all(): ItemHeader[] {
    return this.paths().flatMap((path) => [...(this.contents.get(path)?.values() ?? [])].map(({ header }) => header));
  }

  async containers(signal: AbortSignal): Promise<readonly Container[]> {
    return this.call('containers', [], signal, () =>
      this.paths().map((path) => ({
        path,
        itemCount: this.announces ? (this.contents.get(path)?.size ?? 0) : null,
        ...(this.tellsVersions ? { version: this.versionOf(path) } : {}),
      })),
    );
  }

  async items(
    container: string,
    after: string | null,
    limit: number,
    signal: AbortSignal,
    since?: string,
  ): Promise<ItemPage> {
    return this.call('items', [], signal, () => {
      const [last, known] = (after ?? `0/${since ?? 0}`).split('/').map(Number);
      const behind = [...(this.contents.get(container)?.values() ?? [])].filter(
        ({ position, change }) => position > (last ?? 0) && change > (known ?? 0),
      );
      const page = behind.slice(0, limit);
      const next = behind.length > limit ? `${page.at(-1)?.position ?? 0}/${known ?? 0}` : null;
      return { items: page.map(({ header }) => header), next };
    });
  }

  async read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    return this.call('read', [item.key], signal, () => {
      const stored = this.contents.get(item.container)?.get(item.key);
      if (!stored || this.vanished.has(item.key)) throw new ItemVanishedError('The item is gone.');
      return {
        size: stored.content.byteLength,
        async *chunks() {
          yield stored.content;
        },
      };
    });
  }

  async find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.call('find', keys, signal, () => {
      const items = this.contents.get(container);
      return new Set(keys.filter((key) => items?.has(key)));
    });
  }

  async createContainer(path: string, signal: AbortSignal): Promise<void> {
    return this.call('createContainer', [], signal, () => {
      if (!this.contents.has(path)) this.contents.set(path, new Map());
    });
  }

  async write(container: string, items: readonly NewItem[], signal: AbortSignal): Promise<readonly WriteOutcome[]> {
    const keys = items.map(({ header }) => header.key);
    this.enter('write', keys, signal);
    const outcomes: WriteOutcome[] = [];
    for (const { header, content } of items) {
      outcomes.push(this.outcomeOf(header) ?? (await this.accept(container, header, content)));
      this.intercept({ method: 'write', moment: 'during', keys: [header.key] });
    }
    this.intercept({ method: 'write', moment: 'after', keys });
    return outcomes;
  }

  async close(): Promise<void> {
    return Promise.resolve();
  }

  private async accept(container: string, header: ItemHeader, content: ItemContent): Promise<WriteOutcome> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of content.chunks()) chunks.push(chunk);
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0));
    let offset = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, offset);
      offset += chunk.byteLength;
    }
    if (this.contents.get(container)?.has(header.key)) this.overwritten += 1;
    this.put(container, header, bytes);
    return { key: header.key, kind: 'written', bytes: bytes.byteLength };
  }

  private call<T>(method: StoreCall['method'], keys: readonly string[], signal: AbortSignal, work: () => T): T {
    this.enter(method, keys, signal);
    const answer = work();
    this.intercept({ method, moment: 'after', keys });
    return answer;
  }

  private enter(method: StoreCall['method'], keys: readonly string[], signal: AbortSignal): void {
    signal.throwIfAborted();
    this.intercept({ method, moment: 'before', keys });
  }

  private versionOf(container: string): string {
    return String(Math.max(0, ...[...(this.contents.get(container)?.values() ?? [])].map(({ change }) => change)));
  }

  private paths(): string[] {
    return [...this.contents.keys()].sort();
  }
}
