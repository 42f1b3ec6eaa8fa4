import fc from 'fast-check';
import { crowdOf, paceOf, remainingOfAll, remainingOfRun, type SeenRun } from './remaining-time';

/** Ten that were seen: from 1 to 10 items a second. */
const SEEN: readonly SeenRun[] = Array.from({ length: 10 }, (_, index) => ({
  items: 100,
  workedMs: 100_000 / (index + 1),
}));

describe('Remaining time', () => {
  it('takes the pace from what was seen: the middle, and what nine of ten have reached', () => {
    expect(paceOf(SEEN)).toEqual({ likely: 5, least: 1 });
  });

  it('says nothing from fewer than five, and does not count those that had nothing to do', () => {
    expect(paceOf(SEEN.slice(0, 4))).toBeNull();
    const idle = { items: 0, workedMs: 5_000 };
    expect(paceOf([...SEEN.slice(0, 4), idle, { items: 9, workedMs: 0 }])).toBeNull();
  });

  it('is a range for one workload, longer when many take turns', () => {
    const pace = paceOf(SEEN);
    expect(remainingOfRun(100, pace, 1)).toEqual({ likelySeconds: 20, mostSeconds: 100 });
    const turns = crowdOf([1, 2, 3, 4].map((number) => ({ left: 1, worked: number === 1 })));
    expect(turns).toBe(4);
    expect(remainingOfRun(100, pace, turns)).toEqual({ likelySeconds: 80, mostSeconds: 400 });
  });

  it('says nothing when nothing is left, when nobody has counted, or when too few were seen', () => {
    expect(remainingOfRun(0, paceOf(SEEN), 1)).toBeNull();
    expect(remainingOfRun(null, paceOf(SEEN), 1)).toBeNull();
    expect(remainingOfRun(100, null, 1)).toBeNull();
    expect(
      remainingOfAll(
        [
          { left: 5, worked: true },
          { left: null, worked: false },
        ],
        paceOf(SEEN),
      ),
    ).toBeNull();
    expect(remainingOfAll([], paceOf(SEEN))).toBeNull();
  });

  it('shares the work among those who work now, and is no shorter than the longest alone', () => {
    const pace = paceOf(SEEN);
    const run = (left: number, worked: boolean) => ({ left, worked });
    expect(remainingOfAll([run(100, true), run(100, true), run(100, false)], pace)?.likelySeconds).toBe(30);
    expect(remainingOfAll([run(500, true), run(10, true)], pace)?.likelySeconds).toBe(100);
  });

  it('never promises less at the slow end than at the likely one', () => {
    const seen = fc.array(
      fc.record({ items: fc.integer({ min: 1, max: 1e6 }), workedMs: fc.integer({ min: 1, max: 1e9 }) }),
      {
        minLength: 5,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(seen, fc.integer({ min: 1, max: 1e6 }), (runs, left) => {
        const range = remainingOfRun(left, paceOf(runs), 1);
        expect(range?.mostSeconds).toBeGreaterThanOrEqual(range?.likelySeconds ?? Number.NaN);
      }),
    );
  });
});
