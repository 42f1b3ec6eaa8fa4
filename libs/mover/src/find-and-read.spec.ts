import { StoreUnavailableError } from '@ferry/stores-spi';
import { fill } from '@ferry/testing';
import { Run } from './testing/run';

describe('A source that is read ahead', () => {
  let run: Run;
  /** Contents that nobody has let go yet. */
  let held: number;

  beforeEach(() => {
    run = new Run();
    run.source.readsAhead = true;
    held = 0;
    run.source.readTogether = async (_container, items, signal) =>
      Promise.all(
        items.map(async (item) => {
          held += 1;
          return { ...(await run.source.read(item, signal)), release: () => (held -= 1) };
        }),
      );
  });

  it('is read while the target looks, once nothing of a batch was there', async () => {
    fill(run.source, 'A', 30);
    const { find } = run.target;
    const read = new Set<string>();
    const waiting = new Map<string, () => void>();
    run.source.intercept = ({ method, moment, keys: [key = ''] }) => {
      if (method !== 'read' || moment !== 'before') return;
      read.add(key);
      waiting.get(key)?.();
    };
    let looks = 0;
    run.target.find = async (container, keys, signal) => {
      looks += 1;
      const [first = ''] = keys;
      // The target answers only after the source was asked for what it is about to be given.
      if (looks > 1 && !read.has(first)) await new Promise<void>((resolve) => waiting.set(first, resolve));
      return find.call(run.target, container, keys, signal);
    };
    await run.slice();
    expect([looks, run.ledger.counts().copied, held]).toEqual([3, 30, 0]);
  });

  it('has nothing written twice that is there against expectation, and everything let go', async () => {
    fill(run.source, 'A', 40);
    for (const item of run.source.all().slice(15, 25)) run.target.put('A', item, new Uint8Array(item.size));
    await run.slice();
    expect(run.ledger.counts()).toMatchObject({ copied: 30, alreadyThere: 10 });
    expect(run.keysAtTarget()).toEqual(run.keysAtSource());
    expect([run.target.overwritten, held]).toEqual([0, 0]);
  });

  it('is listed while a container is made, and the failure of that ends the slice', async () => {
    fill(run.source, 'A', 10);
    fill(run.source, 'B', 10);
    const refused = new StoreUnavailableError('no such container');
    let made = 0;
    run.target.intercept = ({ method, moment }) => {
      if (method !== 'createContainer' || moment !== 'before') return;
      made += 1;
      if (made === 2) throw refused;
    };
    await expect(run.slice()).rejects.toBe(refused);
    expect(run.ledger.counts().copied).toBe(10);
    run.target.intercept = () => undefined;
    await run.slice();
    expect(run.keysAtTarget()).toEqual(run.keysAtSource());
    expect(run.target.overwritten).toBe(0);
  });
});
