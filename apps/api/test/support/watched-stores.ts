import { ITEM_KIND_OF_WORKLOAD, type ItemStore } from '@ferry/stores-spi';
import { fill, InMemoryItemStore } from '@ferry/testing';
import type { ConnectedPair, StorePair, Stores } from '../../src/engine/stores';
import type { JobRecord, RunRecord } from '../../src/jobs/job.record';

/** What the outside saw of one endpoint. */
export interface SeenEndpoint {
  /** Runs that are connected now. */
  open: number;
  /** The most that ever were at the same time. */
  mostOpen: number;
  /** How often somebody connected. */
  opened: number;
}

/**
 * Stores in memory, the same for every service that is given them, that count who is connected to each endpoint. What
 * `connect` throws, or waits for, happens to whoever connects.
 */
export class WatchedStores implements Pick<Stores, keyof Stores> {
  connect: (endpoint: string) => Promise<void> = () => Promise.resolve();
  private readonly kept = new Map<string, InMemoryItemStore>();
  private readonly endpoints = new Map<string, SeenEndpoint>();

  /** `staysOpen`: whether they can be gone on with by another slice. */
  constructor(
    private readonly itemsOfSource: number,
    private readonly staysOpen = false,
  ) {}

  seen(endpoint: string): SeenEndpoint {
    const seen = this.endpoints.get(endpoint) ?? { open: 0, mostOpen: 0, opened: 0 };
    this.endpoints.set(endpoint, seen);
    return seen;
  }

  async open(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>, kept?: ConnectedPair): Promise<StorePair> {
    if (kept) return { ...kept, connected: kept };
    const endpoint = String(job.sourceEndpoint);
    const seen = this.seen(endpoint);
    seen.opened += 1;
    seen.open += 1;
    seen.mostOpen = Math.max(seen.mostOpen, seen.open);
    try {
      await this.connect(endpoint);
    } catch (error) {
      seen.open -= 1;
      throw error;
    }
    const source = await this.source(job, run);
    const close = async (): Promise<void> => void (seen.open -= 1);
    const pair = {
      source: closing(source, close),
      target: await this.target(job.tenantId, run),
      followsDeletions: false,
    };
    return this.staysOpen ? { ...pair, connected: { ...pair, version: '' } } : pair;
  }

  async source(_job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    return this.keep('source', run, (store) => fill(store, 'Inbox', this.itemsOfSource));
  }

  async target(_tenantId: string, run: Pick<RunRecord, 'personId' | 'service'>): Promise<ItemStore> {
    return this.keep('target', run, () => undefined);
  }

  private keep(
    side: string,
    { personId, service }: Pick<RunRecord, 'personId' | 'service'>,
    furnish: (store: InMemoryItemStore) => void,
  ): InMemoryItemStore {
    const key = `${side}/${personId}/${service}`;
    const known = this.kept.get(key);
    if (known) return known;
    const store = new InMemoryItemStore(ITEM_KIND_OF_WORKLOAD[service]);
    furnish(store);
    this.kept.set(key, store);
    return store;
  }
}

function closing(store: ItemStore, close: () => Promise<void>): ItemStore {
  return new Proxy(store, {
    get(target, name) {
      if (name === 'close') return close;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
