import { refusalOf } from './testing/refusal';
import { parseUnquotedLiteral } from './unquoted-literal';

const parse = (text: string) => parseUnquotedLiteral('$filter', text, 7);

describe('parseUnquotedLiteral', () => {
  it.each([
    ['0', 'integer', 0],
    ['-0', 'integer', 0],
    ['+42', 'integer', 42],
    ['-9007199254740991', 'integer', -9007199254740991],
    ['1.50', 'decimal', '1.50'],
    ['+1.5', 'decimal', '1.5'],
    ['-2e+10', 'decimal', '-2e+10'],
    ['12345678901234567890.12', 'decimal', '12345678901234567890.12'],
    ['2024-02-29', 'date', '2024-02-29'],
    ['2000-02-29', 'date', '2000-02-29'],
    ['2026-05-31T10:00Z', 'dateTimeOffset', '2026-05-31T10:00Z'],
    ['2026-05-31t10:00:59.123456789012z', 'dateTimeOffset', '2026-05-31T10:00:59.123456789012Z'],
    ['2026-05-31T10:00:00+14:00', 'dateTimeOffset', '2026-05-31T10:00:00+14:00'],
    ['2026-05-31T23:59:59-05:30', 'dateTimeOffset', '2026-05-31T23:59:59-05:30'],
    ['22222222-ABCD-4000-8000-00000000000f', 'guid', '22222222-abcd-4000-8000-00000000000f'],
  ])('reads %s as %s', (text, kind, value) => {
    expect(parse(text)).toEqual({ kind, value, position: 7 });
  });

  it.each([
    ['9007199254740992', 'literalOutOfRange'],
    ['1e309', 'literalOutOfRange'],
    ['2026-02-29', 'literalOutOfRange'],
    ['1900-02-29', 'literalOutOfRange'],
    ['2026-13-01', 'literalOutOfRange'],
    ['2026-00-01', 'literalOutOfRange'],
    ['2026-04-31', 'literalOutOfRange'],
    ['2026-04-00', 'literalOutOfRange'],
    ['0000-01-01', 'literalOutOfRange'],
    ['2026-02-30T10:00Z', 'literalOutOfRange'],
    ['2026-05-31T24:00:00Z', 'literalOutOfRange'],
    ['2026-05-31T10:60:00Z', 'literalOutOfRange'],
    ['2026-05-31T10:00:60Z', 'literalOutOfRange'],
    ['2026-05-31T10:00:00+14:01', 'literalOutOfRange'],
    ['2026-05-31T10:00:00-01:60', 'literalOutOfRange'],
    ['2026-05-31T10:00:00', 'invalidLiteral'],
    ['2026-05-31T10Z', 'invalidLiteral'],
    ['2026-5-31', 'invalidLiteral'],
    ['10:00:00', 'invalidLiteral'],
    ['1e1000', 'invalidLiteral'],
    ['12abc', 'invalidLiteral'],
    ['5L', 'invalidLiteral'],
    ['1.', 'invalidLiteral'],
    ['-', 'invalidLiteral'],
    ['-INF', 'invalidLiteral'],
    ['22222222-abcd-4000-8000-00000000000', 'invalidLiteral'],
  ])('refuses %s with %s', (text, code) => {
    expect(refusalOf(() => parse(text))).toMatchObject({ code, option: '$filter', position: 7 });
  });

  it('tells who forgot to percent-encode the plus of an offset what happened', () => {
    expect(refusalOf(() => parse('2026-05-31T10:00:00')).message).toContain('write + as %2B in a URL');
  });
});
