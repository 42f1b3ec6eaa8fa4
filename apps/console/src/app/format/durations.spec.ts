import { formatDuration } from './durations';

describe('Durations', () => {
  it.each([
    [0, '0 ms'],
    [999, '999 ms'],
    [1_540, '1.5 s'],
    [60_000, '60.0 s'],
  ])('shows %d milliseconds as %s', (milliseconds, text) => expect(formatDuration(milliseconds)).toBe(text));
});
