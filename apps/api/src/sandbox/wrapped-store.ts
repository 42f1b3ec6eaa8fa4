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

/** A store that passes everything on to another one; a trouble overrides the method that it troubles. */
export abstract class WrappedStore implements ItemStore {
  readonly kind: ItemKind;
  /** There where the other one has it. */
  readonly update?: NonNullable<ItemStore['update']>;
  /** The same. */
  readonly removeItems?: NonNullable<ItemStore['removeItems']>;

  constructor(private readonly inner: ItemStore) {
    this.kind = inner.kind;
    if (inner.update) this.update = inner.update.bind(inner);
    if (inner.removeItems) this.removeItems = inner.removeItems.bind(inner);
  }

  containers(signal: AbortSignal): Promise<readonly Container[]> {
    return this.inner.containers(signal);
  }

  items(container: string, after: string | null, limit: number, signal: AbortSignal): Promise<ItemPage> {
    return this.inner.items(container, after, limit, signal);
  }

  read(item: ItemHeader, signal: AbortSignal): Promise<ItemContent> {
    return this.inner.read(item, signal);
  }

  find(container: string, keys: readonly string[], signal: AbortSignal): Promise<ReadonlySet<string>> {
    return this.inner.find(container, keys, signal);
  }

  createContainer(path: string, signal: AbortSignal): Promise<void> {
    return this.inner.createContainer(path, signal);
  }

  write(container: string, items: readonly NewItem[], signal: AbortSignal): Promise<readonly WriteOutcome[]> {
    return this.inner.write(container, items, signal);
  }

  close(): Promise<void> {
    return this.inner.close();
  }
}
