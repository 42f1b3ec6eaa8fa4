import fc from 'fast-check';
import { nextRetry, type RetryPolicy } from './retry-policy';

const NOW = new Date('2027-03-01T12:00:00Z');
const POLICY: RetryPolicy = { maxAttempts: 6, baseSeconds: 2, maxSeconds: 20 };

function waitSeconds(failures: number, retryAfterSeconds?: number): number | 'giveUp' {
  const next = nextRetry(failures, NOW, POLICY, retryAfterSeconds);
  return 'giveUp' in next ? 'giveUp' : (next.retryAt.getTime() - NOW.getTime()) / 1000;
}

describe('nextRetry', () => {
  it.each([
    { failures: 1, wait: 2 },
    { failures: 2, wait: 4 },
    { failures: 3, wait: 8 },
    { failures: 4, wait: 16 },
    { failures: 5, wait: 20 },
    { failures: 6, wait: 'giveUp' },
    { failures: 7, wait: 'giveUp' },
  ])('waits $wait s after $failures failures', ({ failures, wait }) => {
    expect(waitSeconds(failures)).toBe(wait);
  });

  it('waits as long as the server asks, even beyond the longest wait', () => {
    expect(waitSeconds(1, 300)).toBe(300);
    expect(waitSeconds(1, 2.128)).toBe(2.128);
  });

  it('does not come back sooner because the server asks for less', () => {
    expect(waitSeconds(3, 1)).toBe(8);
  });

  it('gives up although the server names a time', () => {
    expect(waitSeconds(6, 1)).toBe('giveUp');
  });

  it('never waits less for more failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 100 }), (failures, retryAfter) => {
        expect(waitSeconds(failures + 1, retryAfter)).toBeGreaterThanOrEqual(Number(waitSeconds(failures, retryAfter)));
      }),
    );
  });

  it('keeps its longest wait even where doubling leaves the numbers behind', () => {
    const patient = { maxAttempts: 10_000, baseSeconds: 1, maxSeconds: 60 };
    expect(nextRetry(9_999, NOW, patient)).toEqual({ retryAt: new Date(NOW.getTime() + 60_000) });
  });
});
