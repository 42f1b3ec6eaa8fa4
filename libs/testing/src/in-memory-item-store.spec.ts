import { itemStoreContract } from '@ferry/stores-spi/testing';
import type { ItemKind } from '@ferry/stores-spi';
import { InMemoryItemStore } from './in-memory-item-store';

const KINDS: readonly ItemKind[] = ['message', 'file', 'calendarItem', 'chatMessage'];

for (const kind of KINDS) {
  itemStoreContract({
    name: `InMemoryItemStore of kind ${kind}`,
    async create() {
      const store = new InMemoryItemStore(kind);
      return {
        store,
        async seed(container, items) {
          for (const { header, content } of items) store.put(container, header, content);
        },
        // What is in memory outlives nothing: the same object is all that a restart could find.
        reopen: async () => store,
        destroy: async () => undefined,
      };
    },
  });
}
