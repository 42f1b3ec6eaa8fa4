import { reviveDates } from './revive-dates';

describe('reviveDates', () => {
  it('makes points in time of members that are called so, however deep they lie', () => {
    const parsed = { people: [{ lastUpdatedDateTime: '2026-11-23T09:41:00Z', services: [{ dateTime: null }] }] };
    reviveDates(parsed);
    expect(parsed.people[0]).toEqual({
      lastUpdatedDateTime: new Date('2026-11-23T09:41:00Z'),
      services: [{ dateTime: null }],
    });
  });

  it.each([
    [['2026-11-23T09:41:00Z', null, 3]],
    [{ message: '2026-11-23T09:41:00Z', dateTimes: 'none' }],
    ['2026-11-23T09:41:00Z'],
    [null],
  ])('leaves %j as it is', (parsed) => {
    const before = JSON.stringify(parsed);
    reviveDates(parsed);
    expect(JSON.stringify(parsed)).toBe(before);
  });
});
