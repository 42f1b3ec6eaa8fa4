import { StoreUnavailableError } from '@ferry/stores-spi';
import { fill } from '@ferry/testing';
import { Run } from './testing/run';

describe('A target that takes two batches at once', () => {
  let run: Run;
  /** Keys of the batches that have come, and functions that let the target answer, in the order in which they came. */
  let begun: string[];
  let answer: (() => void)[];

  beforeEach(() => {
    run = new Run();
    run.source.readsAhead = true;
    run.target.overlapsWrites = true;
    fill(run.source, 'Inbox', 40);
    [begun, answer] = [[], []];
    const write = run.target.write.bind(run.target);
    run.target.write = async (container, items, signal) => {
      begun.push(items[0]?.header.key ?? '');
      await new Promise<void>((resolve) => answer.push(resolve));
      return write(container, items, signal);
    };
  });

  const turns = async (): Promise<void> => {
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
  };

  it('gets the next one before it has answered, never a third, and is recorded in order', async () => {
    const slice = run.slice();
    await turns();
    expect(begun).toHaveLength(2);
    answer[1]?.();
    await turns();
    expect([begun.length, run.ledger.counts().copied]).toEqual([2, 0]);
    answer[0]?.();
    await turns();
    expect([begun.length, run.ledger.counts().copied]).toEqual([4, 20]);
    for (let next = 2; next < 4; next += 1) {
      answer[next]?.();
      await turns();
    }
    expect(await slice).toMatchObject({ kind: 'finished' });
    expect(new Set(begun).size).toBe(4);
    expect([run.ledger.counts().copied, run.target.overwritten]).toEqual([40, 0]);
  });

  it('may fail at the first and take the second, which is remembered without passing over the first', async () => {
    const lost = new StoreUnavailableError('gone');
    run.target.intercept = ({ method, keys, moment }) => {
      if (method === 'write' && moment === 'before' && keys.includes('Inbox#1')) throw lost;
    };
    const slice = run.slice();
    const failing = expect(slice).rejects.toBe(lost);
    await turns();
    for (const go of answer) go();
    await failing;
    expect([run.ledger.counts().copied, run.ledger.checkpoint?.cursor ?? null]).toEqual([10, null]);
    run.target.intercept = () => undefined;
    const again = run.toTheEnd();
    for (let next = 2; next < 6; next += 1) {
      await turns();
      answer[next]?.();
    }
    await again;
    expect([run.keysAtTarget(), run.target.overwritten]).toEqual([run.keysAtSource(), 0]);
  });

  it('keeps what both were when the source fails meanwhile', async () => {
    const lost = new StoreUnavailableError('gone');
    run.source.intercept = ({ method, keys }) => {
      if (method === 'read' && keys[0] === 'Inbox#25') throw lost;
    };
    const failing = expect(run.slice()).rejects.toBe(lost);
    for (let next = 0; next < 4; next += 1) {
      await turns();
      answer[next]?.();
    }
    await failing;
    expect(run.ledger.counts().copied).toBeGreaterThanOrEqual(20);
  });
});
