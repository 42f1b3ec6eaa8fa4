import { dateTimeIn, dateTimeOf } from './date-time';

describe('times on the wire', () => {
  it.each([
    ['17-Jul-1996 02:44:25 -0700', '1996-07-17T09:44:25.000Z'],
    [' 1-jan-2031 00:00:00 +0530', '2030-12-31T18:30:00.000Z'],
    ['01-Feb-0099 12:00:00 +0000', '0099-02-01T12:00:00.000Z'],
    ['1-Mar-2000 23:59:59 -0130', '2000-03-02T01:29:59.000Z'],
    ['29-FEB-0000 00:00:00 +0000', '0000-02-29T00:00:00.000Z'],
    ['17-Foo-1996 02:44:25 -0700', '1970-01-01T00:00:00.000Z'],
    ['yesterday', '1970-01-01T00:00:00.000Z'],
  ])('%s', (text, time) => {
    expect(dateTimeIn(text).toISOString()).toBe(time);
  });

  it('come back as they were', () => {
    expect(dateTimeOf(new Date('2003-02-01T04:05:06Z'))).toBe(' 1-Feb-2003 04:05:06 +0000');
    expect(dateTimeIn(dateTimeOf(new Date('2003-02-11T04:05:06Z'))).toISOString()).toBe('2003-02-11T04:05:06.000Z');
  });
});
