import type { ItemStore } from '@ferry/stores-spi';
import type { StorePair, Stores } from '../../src/engine/stores';
import type { FaultPoints } from './fault-points';
import { reachedFrom } from './reached-from';

type AnyFunction = (...args: unknown[]) => Promise<unknown>;

/** The same stores, with every call to one of them announced. */
export class WatchedStores implements Pick<Stores, 'open' | 'source' | 'target'> {
  constructor(
    private readonly stores: Stores,
    private readonly points: FaultPoints,
  ) {}

  async open(...args: Parameters<Stores['open']>): Promise<StorePair> {
    const { source, target, followsDeletions } = await this.stores.open(...args);
    return {
      source: watchedStore('source', source, this.points),
      target: watchedStore('target', target, this.points),
      followsDeletions,
    };
  }

  async source(...args: Parameters<Stores['source']>): Promise<ItemStore> {
    return watchedStore('source', await this.stores.source(...args), this.points);
  }

  async target(...args: Parameters<Stores['target']>): Promise<ItemStore> {
    return watchedStore('target', await this.stores.target(...args), this.points);
  }
}

function watchedStore(side: 'source' | 'target', store: ItemStore, points: FaultPoints): ItemStore {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as AnyFunction;
      const watched: AnyFunction = (...args) =>
        points.around(`${side}.${String(name)}`, reachedFrom(watched), () => call(...args));
      return watched;
    },
  });
}
