import { formatInZone, momentOf, zonedTimeOf } from './zoned-time';

const at = (date: string, time: string, zone: string) => momentOf({ date, time, zone });

describe('A time in a zone', () => {
  it.each([
    ['UTC', '2026-11-27T18:00:00.000Z'],
    ['Europe/Berlin', '2026-11-27T17:00:00.000Z'],
    ['America/New_York', '2026-11-27T23:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-27T12:30:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-27T04:00:00.000Z'],
  ])('means a moment: %s', (zone, moment) => {
    const zoned = { date: '2026-11-27', time: '18:00', zone };
    expect(momentOf(zoned)).toEqual({ moment: new Date(moment), change: null });
    expect(zonedTimeOf(new Date(moment), zone)).toEqual(zoned);
  });

  it('does not exist where clocks are set forward over it', () => {
    expect(at('2027-03-28', '02:30', 'Europe/Berlin')).toEqual({ moment: null, change: 'skipped' });
    expect(at('2027-03-28', '03:00', 'Europe/Berlin').moment).toEqual(new Date('2027-03-28T01:00:00Z'));
  });

  it('comes twice where clocks are set back, and the first is taken', () => {
    expect(at('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({
      moment: new Date('2026-10-25T00:30:00Z'),
      change: 'twice',
    });
  });

  it.each([
    ['', '18:00', 'UTC'],
    ['2026-11-27', '', 'UTC'],
    ['2026-02-31', '18:00', 'UTC'],
    ['2026-11-27', '18:00', 'Nowhere/Land'],
  ])('is no moment while a part is missing or wrong: %s %s %s', (date, time, zone) => {
    expect(at(date, time, zone)).toEqual({ moment: null, change: null });
  });

  it('is told with its offset', () => {
    const moment = new Date('2026-11-27T18:00:00Z');
    expect(formatInZone(moment, 'America/New_York', 'en-GB')).toMatch(/Fri,? 27 Nov 2026,? 13:00 GMT-5/);
  });
});
