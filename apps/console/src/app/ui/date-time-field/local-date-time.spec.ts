import { fromLocal, toLocal } from './local-date-time';

describe('LocalDateTime', () => {
  it('goes there and back to the minute', () => {
    const moment = new Date('2026-11-27T18:05:00Z');
    expect(fromLocal(toLocal(moment))).toEqual(moment);
  });

  it.each([
    { date: '', time: '18:00' },
    { date: '2026-11-27', time: '' },
    { date: 'x', time: '18:00' },
  ])('is no moment while a part is missing: %j', (parts) => expect(fromLocal(parts)).toBeNull());
});
