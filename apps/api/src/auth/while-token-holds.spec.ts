import { NEVER } from 'rxjs';
import { whileTokenHolds } from './while-token-holds';

describe('whileTokenHolds', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2026-11-23T09:41:00Z') });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** After how many seconds a stream ends whose token expires so many seconds from now. */
  const lifetimeOf = (seconds: number): number => {
    const begin = Date.now();
    let end = NaN;
    const expiresAt = new Date(begin + seconds * 1_000);
    NEVER.pipe(whileTokenHolds({ expiresAt })).subscribe({ complete: () => (end = Date.now()) });
    jest.runOnlyPendingTimers();
    return (end - begin) / 1_000;
  };

  it.each([
    [1, 1],
    [3_600, 3_600],
    [-10, 50],
    [-60, 0],
    [-3_600, 0],
    [365 * 86_400, 2_147_483.647],
  ])('lets a stream whose token expires in %d s live for %d s', (expires, lives) => {
    expect(lifetimeOf(expires)).toBe(lives);
  });
});
