import { Together } from './together';

describe('Together', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('runs at once, and once more after a pause, however often it was asked meanwhile', () => {
    let runs = 0;
    const together = new Together(1_000, () => (runs += 1));
    for (let times = 0; times < 10; times += 1) together.ask();
    expect(runs).toBe(1);
    jest.advanceTimersByTime(1_000);
    expect(runs).toBe(2);
    jest.advanceTimersByTime(10_000);
    expect(runs).toBe(2);
    together.ask();
    expect(runs).toBe(3);
  });

  it('runs no more once it was stopped', () => {
    let runs = 0;
    const together = new Together(1_000, () => (runs += 1));
    together.ask();
    together.ask();
    together.stop();
    jest.advanceTimersByTime(10_000);
    expect(runs).toBe(1);
  });
});
