import { formatRange } from './ranges';

describe('Ranges of time', () => {
  it.each([
    [5, 40, 'less than a minute'],
    [600, 1_500, 'about 10 to 25 min'],
    [50, 110, 'up to 2 min'],
    [119, 120, 'about 2 min'],
    [7_300, 20_000, 'about 3 to 6 h'],
    [1_000, 8_000, 'up to 3 h'],
    [200_000, 500_000, 'about 3 to 6 days'],
  ])('shows %d to %d seconds as %s', (least, most, text) => expect(formatRange(least, most)).toBe(text));
});
