import { retryAfterOf } from './service-error';

describe('retryAfterOf', () => {
  it.each([
    ['90', 90],
    [null, null],
    ['0', null],
    ['Fri, 27 Nov 2026 10:42:00 GMT', null],
  ])('reads %s as %s seconds', (header, seconds) => expect(retryAfterOf(header)).toBe(seconds));
});
