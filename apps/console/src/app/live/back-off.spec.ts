import { backOff } from './back-off';

describe('backOff', () => {
  it('doubles from a second up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 20].map((failures) => backOff(failures, 1))).toEqual([
      1000, 2000, 4000, 8000, 16_000, 30_000, 30_000,
    ]);
  });

  it('varies down to half, so that consoles do not come back all at once', () => {
    expect(backOff(3, 0)).toBe(4000);
  });
});
