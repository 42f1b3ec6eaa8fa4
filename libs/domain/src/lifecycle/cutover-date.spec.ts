import { CUTOVER_LEAD, cutoverDateFault } from './cutover-date';

const NOW = new Date('2026-11-23T09:41:00Z');
const after = (milliseconds: number) => new Date(NOW.getTime() + milliseconds);

describe('The date of a cutover', () => {
  it('must lie ahead', () => {
    expect(cutoverDateFault(after(-1), NOW)).toBe('passed');
    expect(cutoverDateFault(NOW, NOW)).toBe('passed');
    expect(cutoverDateFault(after(1), NOW)).toBeNull();
  });

  it('must lie as far ahead as its way to the service takes', () => {
    expect(cutoverDateFault(after(CUTOVER_LEAD), NOW, CUTOVER_LEAD)).toBe('tooNear');
    expect(cutoverDateFault(after(CUTOVER_LEAD + 1), NOW, CUTOVER_LEAD)).toBeNull();
  });

  it('must be one that can be written down', () => {
    expect(cutoverDateFault(new Date('+010000-01-01T00:00:00Z'), NOW)).toBe('outOfRange');
  });
});
