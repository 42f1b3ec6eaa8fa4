import { formatExact, formatMoment, formatRelative, formatSpan, formatTimeOfDay } from './dates';
import { formatBytes, formatCount, formatPercent, formatQuantity } from './numbers';

const NOW = new Date('2026-11-23T09:41:07Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

describe('Numbers', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [42_600_000, '42.6 MB'],
    [318_000_000_000, '318 GB'],
  ])('shows %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it('groups thousands', () => expect(formatCount(48_212)).toBe('48,212'));

  it('never rounds up to 100 %', () => {
    expect(formatPercent(0.9999)).toBe('99 %');
    expect(formatPercent(1)).toBe('100 %');
  });

  it('counts one person and many people', () => {
    expect(formatQuantity(1, 'person', 'people')).toBe('1 person');
    expect(formatQuantity(1200, 'person', 'people')).toBe('1,200 people');
  });
});

describe('Dates', () => {
  it.each([
    [12, '12 s'],
    [185, '3 min'],
    [7800, '2 h 10 min'],
    [7200, '2 h'],
    [593_999, '6 d 20 h'],
  ])('shows a span of %d seconds as %s', (seconds, text) => expect(formatSpan(seconds * 1000)).toBe(text));

  it('says how far away a moment is, either way', () => {
    expect(formatRelative(after(-3), NOW)).toBe('3 s ago');
    expect(formatRelative(after(7800), NOW)).toBe('in 2 h 10 min');
    expect(formatRelative(NOW, NOW)).toBe('now');
  });

  it('names moments in UTC, with a year only when it is another one', () => {
    expect(formatMoment(new Date('2026-11-27T18:00:00Z'), NOW)).toBe('Fri 27 Nov 18:00 UTC');
    expect(formatMoment(new Date('2027-01-04T06:00:00Z'), NOW)).toBe('Mon 4 Jan 2027 06:00 UTC');
    expect(formatTimeOfDay(NOW)).toBe('09:41:07');
    expect(formatExact(NOW)).toContain('09:41:07 UTC');
  });
});
