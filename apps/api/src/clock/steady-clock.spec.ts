import { STEADY_CLOCK } from './steady-clock';

describe('STEADY_CLOCK', () => {
  afterEach(() => jest.restoreAllMocks());

  it('goes on by itself when the clock of the machine is set back by a day', () => {
    const before = STEADY_CLOCK.now();
    const machine = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => machine - 86_400_000);
    const after = STEADY_CLOCK.now();
    expect(after).toBeGreaterThanOrEqual(before);
    expect(after - before).toBeLessThan(60_000);
  });
});
