import { fill, InMemoryItemStore } from '@ferry/testing';
import { countItems, survey } from './count-items';

describe('counting a store', () => {
  const { signal } = new AbortController();
  let store: InMemoryItemStore;

  beforeEach(() => {
    store = new InMemoryItemStore();
    fill(store, 'Inbox', 1234);
    fill(store, 'Archive', 6);
  });

  it('counts by listing', async () => {
    expect(await countItems(store, signal)).toBe(1240);
  });

  it('expects what the containers announce, without listing them', async () => {
    store.intercept = ({ method }) => {
      if (method === 'items') throw new Error('it was listed');
    };
    expect(await survey(store, signal)).toBe(1240);
  });

  it('lists containers that announce nothing', async () => {
    store.announces = false;
    expect(await survey(store, signal)).toBe(1240);
  });
});
