import type { ItemKind, ItemStore } from '@ferry/stores-spi';
import { ITEM_KIND_OF_WORKLOAD } from '@ferry/stores-spi';
import type { StorePair, Stores } from './service';

/** A store that has nothing and answers at once, so that only the engine is left to be measured. */
class EmptyStore implements ItemStore {
  constructor(readonly kind: ItemKind) {}

  async containers() {
    return [];
  }

  async items() {
    return { items: [], next: null };
  }

  async read(): Promise<never> {
    throw new Error('An empty store has nothing to read.');
  }

  async find() {
    return new Set<string>();
  }

  async createContainer(): Promise<void> {}

  async write() {
    return [];
  }

  async close(): Promise<void> {}
}

/** Opens empty stores for everybody. */
export class EmptyStores implements Pick<Stores, 'open' | 'source' | 'target'> {
  async open(_job: unknown, { service }: Parameters<Stores['open']>[1]): Promise<StorePair> {
    const kind = ITEM_KIND_OF_WORKLOAD[service];
    return { source: new EmptyStore(kind), target: new EmptyStore(kind), followsDeletions: false };
  }

  async source(_job: unknown, { service }: Parameters<Stores['source']>[1]): Promise<ItemStore> {
    return new EmptyStore(ITEM_KIND_OF_WORKLOAD[service]);
  }

  async target(_tenantId: string, { service }: Parameters<Stores['target']>[1]): Promise<ItemStore> {
    return new EmptyStore(ITEM_KIND_OF_WORKLOAD[service]);
  }
}
