import { setTimeout as delay } from 'node:timers/promises';
import type { ItemHeader, ItemKind, ItemStore, NewItem } from '@ferry/stores-spi';
import { ITEM_KIND_OF_WORKLOAD } from '@ferry/stores-spi';
import type { StoresOfBench } from '../engine/measured-engine';
import type { StorePair, Stores } from '../engine/service';

const ITEMS = 25;
const ITEM_MS = 20;
const CONTAINER = 'Inbox';
const DATE = new Date('2026-01-01T00:00:00Z');

/**
 * A store that has the same few items on either side and takes 20 ms to write one. It remembers nothing, so that any
 * process can go on with what another one began: asked for an item it has none, listed it has all.
 */
class SlowStore implements ItemStore {
  constructor(readonly kind: ItemKind) {}

  async containers() {
    return [{ path: CONTAINER, name: CONTAINER, itemCount: ITEMS }];
  }

  async items() {
    const items = Array.from({ length: ITEMS }, (_, index): ItemHeader => {
      const key = String(index);
      return { key, container: CONTAINER, name: key, size: 1, dateTime: DATE, properties: {} };
    });
    return { items, next: null };
  }

  async read() {
    return {
      size: 1,
      async *chunks() {
        yield new Uint8Array(1);
      },
    };
  }

  async find() {
    return new Set<string>();
  }

  async createContainer(): Promise<void> {}

  async write(_container: string, items: readonly NewItem[], signal: AbortSignal) {
    await delay(items.length * ITEM_MS, undefined, { signal });
    return items.map(({ header }) => ({ key: header.key, kind: 'written' as const, bytes: 1 }));
  }

  async close(): Promise<void> {}
}

/** Opens slow stores for everybody. */
export class SlowStores implements StoresOfBench {
  async open(_job: unknown, { service }: Parameters<Stores['open']>[1]): Promise<StorePair> {
    const kind = ITEM_KIND_OF_WORKLOAD[service];
    return { source: new SlowStore(kind), target: new SlowStore(kind), followsDeletions: false };
  }

  async source(_job: unknown, { service }: Parameters<Stores['source']>[1]): Promise<ItemStore> {
    return new SlowStore(ITEM_KIND_OF_WORKLOAD[service]);
  }

  async target(_tenantId: string, { service }: Parameters<Stores['target']>[1]): Promise<ItemStore> {
    return new SlowStore(ITEM_KIND_OF_WORKLOAD[service]);
  }
}
