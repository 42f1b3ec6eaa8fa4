import { StoreUnavailableError } from '@ferry/stores-spi';
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
    expect(await survey({ source: store, target: new InMemoryItemStore() }, signal)).toBe(1240);
  });

  it('lists containers that announce nothing', async () => {
    store.announces = false;
    expect(await survey({ source: store, target: new InMemoryItemStore() }, signal)).toBe(1240);
  });

  it.each(['source', 'target'])(
    'asks the target meanwhile, and waits for either when the %s fails',
    async (failing) => {
      const target = new InMemoryItemStore();
      const done: string[] = [];
      const lost = new StoreUnavailableError('gone');
      for (const [name, side] of Object.entries({ source: store, target })) {
        side.intercept = ({ moment }) => {
          if (moment === 'after') done.push(name);
          if (moment === 'after' && name === failing) throw lost;
        };
      }
      await expect(survey({ source: store, target }, signal)).rejects.toBe(lost);
      expect(done.sort()).toEqual(['source', 'target']);
    },
  );
});
