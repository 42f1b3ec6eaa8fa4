import type { ItemHeader } from '@ferry/stores-spi';
import type { InMemoryItemStore } from './in-memory-item-store';

/** The header of a small message; a spec sets only what it talks about. */
export function itemHeader(overrides: Partial<ItemHeader> & Pick<ItemHeader, 'key'>): ItemHeader {
  return {
    container: 'Inbox',
    name: 'Subject',
    size: 100,
    dateTime: new Date('2025-03-01T09:00:00Z'),
    properties: {},
    ...overrides,
  };
}

/** Fills a container with so many items of 100 bytes each; their keys are the container and a number. */
export function fill(store: InMemoryItemStore, container: string, count: number, bytes = 100): void {
  for (let number = 0; number < count; number += 1) {
    const key = `${container}#${number}`;
    store.put(container, itemHeader({ key, container, name: key }), new Uint8Array(bytes).fill(number % 251));
  }
}
