import { sampleItem } from '@ferry/stores-spi/testing';
import { InMemoryItemStore } from '@ferry/testing';
import { type Arrival, type ArrivalLedger, followDepartures } from './follow-departures';

const FIRST_PASS = new Date('2030-01-01T00:00:00Z');
const LAST_PASS = new Date('2030-01-02T00:00:00Z');
const { signal } = new AbortController();

/** A store whose keys name the item, and then the container. */
class PlacedStore extends InMemoryItemStore {
  /** Whether it takes away what it is told to. */
  removes = true;
  /** How many more items it announces than it lists. */
  hidden = 0;

  sameItem(key: string): string {
    return key.split('@')[0] ?? key;
  }

  async removeItems(container: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
    if (!this.removes) return new Set();
    for (const key of keys) this.remove(container, key);
    return new Set(keys);
  }

  override async containers(of: AbortSignal) {
    const announced = await super.containers(of);
    return announced.map((each) => ({ ...each, itemCount: (each.itemCount ?? 0) + this.hidden }));
  }

  /** Puts an item into a container. */
  hold(place: string): void {
    const container = place.split('@')[1] ?? '';
    const { header, content } = sampleItem('message', container, 1);
    this.put(container, { ...header, key: place }, content);
  }

  places(): string[] {
    return this.all()
      .map(({ key }) => key)
      .sort();
  }
}

describe('Items that have left their place at the source', () => {
  let source: PlacedStore;
  let target: PlacedStore;
  let arrivals: Arrival[];
  let removed: string[];

  const arrived = (recordedAt: Date, ...places: string[]): void => {
    for (const key of places) {
      target.hold(key);
      arrivals.push({ key, container: key.split('@')[1] ?? '', recordedAt });
    }
  };
  const atSource = (...places: string[]): void => places.forEach((place) => source.hold(place));
  const ledger: ArrivalLedger = {
    containers: async () => [...new Set(arrivals.map(({ container }) => container))],
    written: async (container) => arrivals.filter((item) => item.container === container),
    sinceFirstPass: async () => arrivals.filter(({ recordedAt }) => recordedAt >= LAST_PASS),
    removed: async (keys) => void removed.push(...keys),
  };
  const follow = (followsDeletions = true) =>
    followDepartures({ source, target, ledger, followsDeletions, pageSize: 2, signal });

  beforeEach(() => {
    [source, target] = [new PlacedStore(), new PlacedStore()];
    [arrivals, removed] = [[], []];
  });

  it('are taken from their old place when they have arrived at another one', async () => {
    arrived(FIRST_PASS, 'a@Inbox', 'b@Inbox');
    arrived(LAST_PASS, 'a@Archive');
    atSource('b@Inbox', 'a@Archive');
    expect(await follow(false)).toEqual({ moved: 1, deleted: 0 });
    expect(target.places()).toEqual(['a@Archive', 'b@Inbox']);
    expect(removed).toEqual(['a@Inbox']);
  });

  it('stay where another copy of them lay in the other place from the beginning', async () => {
    arrived(FIRST_PASS, 'a@Inbox', 'a@Archive', 'b@Inbox');
    atSource('b@Inbox', 'a@Archive');
    expect(await follow(false)).toEqual({ moved: 0, deleted: 0 });
    expect(target.places()).toEqual(['a@Archive', 'a@Inbox', 'b@Inbox']);
  });

  it('stay when the target has lost the one at the other place', async () => {
    arrived(FIRST_PASS, 'a@Inbox', 'b@Inbox');
    arrived(LAST_PASS, 'a@Archive');
    target.remove('Archive', 'a@Archive');
    atSource('b@Inbox', 'a@Archive');
    expect(await follow(false)).toEqual({ moved: 0, deleted: 0 });
  });

  it('are deleted only where that is asked for', async () => {
    arrived(FIRST_PASS, 'a@Inbox', 'b@Inbox');
    target.hold('hers@Inbox');
    atSource('b@Inbox');
    expect(await follow(false)).toEqual({ moved: 0, deleted: 0 });
    expect(await follow()).toEqual({ moved: 0, deleted: 1 });
    expect(target.places()).toEqual(['b@Inbox', 'hers@Inbox']);
  });

  it.each<[string, () => void]>([
    [
      'its container announces more than it lists',
      () => {
        source.hidden = 1;
        atSource('b@Inbox');
      },
    ],
    ['its container is not there', () => source.hold('z@Elsewhere')],
    ['nothing of the first pass is known in it any more', () => atSource('other@Inbox')],
    [
      'the target cannot take away exactly that',
      () => {
        atSource('b@Inbox');
        target.removes = false;
      },
    ],
  ])('are not deleted when %s', async (_what, arrange) => {
    arrived(FIRST_PASS, 'a@Inbox', 'b@Inbox');
    arrange();
    expect(await follow()).toEqual({ moved: 0, deleted: 0 });
    expect(target.places()).toEqual(['a@Inbox', 'b@Inbox']);
    expect(removed).toEqual([]);
  });
});
