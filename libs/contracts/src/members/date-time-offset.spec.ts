import { parseDateTimeOffset } from './date-time-offset';

describe('parseDateTimeOffset', () => {
  it.each([
    ['2027-03-01T18:00:00Z', '2027-03-01T18:00:00.000Z'],
    ['2027-03-01T18:00Z', '2027-03-01T18:00:00.000Z'],
    ['2027-03-01T18:00:00.1234567Z', '2027-03-01T18:00:00.123Z'],
    ['2027-03-01T18:00:00+02:00', '2027-03-01T16:00:00.000Z'],
    ['2027-03-01t18:00:00z', '2027-03-01T18:00:00.000Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
  ])('reads %s', (text, expected) => {
    expect(parseDateTimeOffset(text)?.toISOString()).toBe(expected);
  });

  it.each([
    '2027-03-01T18:00:00',
    '2027-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-03-01',
    'tomorrow',
    '',
    5,
    null,
  ])('refuses %j', (value) => {
    expect(parseDateTimeOffset(value)).toBeUndefined();
  });
});
