import { needsDecision } from './skipped-items';

describe('needsDecision', () => {
  it.each([
    { skipped: 0, accepted: 0, allowed: 0, needed: false },
    { skipped: 1, accepted: 0, allowed: 0, needed: true },
    { skipped: 10, accepted: 0, allowed: 10, needed: false },
    { skipped: 13, accepted: 0, allowed: 10, needed: true },
    { skipped: 13, accepted: 13, allowed: 10, needed: false },
    { skipped: 14, accepted: 13, allowed: 10, needed: true },
    { skipped: 14, accepted: 13, allowed: 20, needed: false },
  ])('is $needed for $skipped skipped, $accepted accepted, $allowed allowed', ({ needed, ...items }) => {
    expect(needsDecision(items)).toBe(needed);
  });
});
