import { StoreUnavailableError } from '@ferry/stores-spi';
import { fill } from '@ferry/testing';
import { Run } from './testing/run';

describe('A source that reads items together', () => {
  let run: Run;
  beforeEach(() => (run = new Run()));

  it('is asked for a container at once, and told what was written', async () => {
    fill(run.source, 'A', 3);
    fill(run.source, 'B', 4);
    run.source.vanished.add('B#2');
    const asked: number[] = [];
    let held = 0;
    run.source.readTogether = async (_container, items, signal) => {
      asked.push(items.length);
      return Promise.all(
        items.map(async (item) => {
          if (run.source.vanished.has(item.key)) return null;
          held += 1;
          return { ...(await run.source.read(item, signal)), release: () => (held -= 1) };
        }),
      );
    };
    await run.slice();
    expect([asked, held]).toEqual([[3, 4], 0]);
    expect(run.ledger.counts().copied).toBe(6);
    expect(run.ledger.rows.has('B#2')).toBe(false);
  });

  it('has nothing written of what it could not read', async () => {
    fill(run.source, 'A', 3);
    const lost = new StoreUnavailableError('gone');
    run.source.readTogether = async () => Promise.reject(lost);
    await expect(run.slice()).rejects.toBe(lost);
    expect(run.keysAtTarget()).toEqual([]);
  });
});
