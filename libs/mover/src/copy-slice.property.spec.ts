import { StoreUnavailableError, type WriteOutcome } from '@ferry/stores-spi';
import { itemHeader } from '@ferry/testing';
import fc from 'fast-check';
import { verify } from './verify';
import { Run } from './testing/run';

class Crash extends Error {}

/** Something that goes wrong: the process dies, or a store loses its connection, at the n-th thing that happens. */
interface Mishap {
  readonly kind: 'crash' | 'storeError';
  readonly at: number;
}

const mishaps = fc.array(
  fc.record<Mishap>({ kind: fc.constantFrom('crash', 'storeError'), at: fc.integer({ min: 1, max: 60 }) }),
  { maxLength: 12 },
);
/** For each container the numbers of its items: the same number twice is one item in two containers. */
const layout = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 14 }), {
  minLength: 1,
  maxLength: 6,
});

function refusals(key: string): WriteOutcome | null {
  if (key.endsWith('7')) return { key, kind: 'skipped', code: 'ItemTooLarge', message: 'too large' };
  if (key.endsWith('3')) return { key, kind: 'failed', code: 'ItemWriteFailed', message: 'no' };
  return null;
}

/** Lets the mishap happen: a crash takes every later call of the same slice with it. */
function arm(run: Run, mishap: Mishap | undefined): void {
  let steps = 0;
  let isDead = false;
  const step = (isStore: boolean): void => {
    steps += 1;
    if (isDead) throw new Crash();
    if (!mishap || steps < mishap.at) return;
    if (mishap.kind === 'crash') {
      isDead = true;
      throw new Crash();
    }
    if (isStore && steps === mishap.at) throw new StoreUnavailableError('connection lost');
  };
  run.source.intercept = () => step(true);
  run.target.intercept = () => step(true);
  run.ledger.intercept = () => step(false);
}

describe('copySlice, whatever goes wrong', () => {
  it('ends with every item of the source at the target once, and with numbers that add up', async () => {
    await fc.assert(
      fc.asyncProperty(
        layout,
        mishaps,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 50, max: 900 }),
        fc.boolean(),
        fc.constantFrom([false, false], [true, false], [true, true]),
        async (
          containers,
          troubles,
          batchSize,
          maxBatchBytes,
          pauses,
          [readsAhead = false, overlapsWrites = false],
        ) => {
          const run = new Run();
          run.source.readsAhead = readsAhead;
          run.target.overlapsWrites = overlapsWrites;
          for (const [index, numbers] of containers.entries()) {
            const container = `Folder ${index}`;
            await run.source.createContainer(container, new AbortController().signal);
            for (const number of numbers) {
              const content = new Uint8Array(40 + number * 3).fill(number);
              run.source.put(container, itemHeader({ key: `item-${number}`, container }), content);
            }
          }
          run.target.outcomeOf = ({ key }) => refusals(key);
          const slice = () => run.slice({ batchSize, maxBatchBytes, shouldPause: () => pauses });

          for (const mishap of troubles) {
            arm(run, mishap);
            await slice().catch((error: unknown) => {
              if (!(error instanceof Crash) && !(error instanceof StoreUnavailableError)) throw error;
            });
          }
          arm(run, undefined);
          await run.toTheEnd({ batchSize, maxBatchBytes, shouldPause: () => pauses });

          const found = run.keysAtSource();
          const refused = found.filter((key) => refusals(key) !== null);
          expect(run.keysAtTarget()).toEqual(found.filter((key) => !refused.includes(key)));
          expect(run.target.overwritten).toBe(0);
          const { copied, alreadyThere, skipped, failed } = run.ledger.counts();
          expect(copied + alreadyThere + skipped + failed).toBe(found.length);
          expect(skipped + failed).toBe(refused.length);

          const { signal } = new AbortController();
          const stores = { source: run.source, target: run.target };
          const verification = await verify({
            ...stores,
            accepted: new Set(refused),
            pageSize: 5,
            samplePerContainer: 2,
            signal,
          });
          expect(verification).toMatchObject({ atSource: found.length, missingCount: 0, sizeMismatchCount: 0 });
        },
      ),
      { numRuns: 300 },
    );
  });
});
