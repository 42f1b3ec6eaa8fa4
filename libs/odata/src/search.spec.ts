import { parseSearch } from './search';
import { refusalOf } from './testing/refusal';

describe('parseSearch', () => {
  it.each([
    ['wave', ['0 word wave']],
    [' two  words ', ['1 word two', '6 word words']],
    ['"two words" third', ['0 phrase two words', '12 word third']],
    ['"displayName:Ann"', ['0 phrase displayName:Ann']],
    [String.raw`"a \"b\" \\c"`, [String.raw`0 phrase a "b" \c`]],
    ['a AND b', ['0 word a', '6 word b']],
    ['"AND" and "OR"', ['0 phrase AND', '6 word and', '10 phrase OR']],
    ["O'Brien größe", ["0 word O'Brien", '8 word größe']],
    ['a"b"', ['0 word a', '1 phrase b']],
  ])('reads %j', (text, expected) => {
    expect(parseSearch(text).map((term) => `${term.position} ${term.kind} ${term.text}`)).toEqual(expected);
  });

  it.each([
    ['', 'emptyOption', 0, 'no value'],
    ['a "b c', 'unterminatedString', 2, 'no closing quote'],
    [String.raw`"a\"`, 'unterminatedString', 0, 'no closing quote'],
    ['""', 'invalidLiteral', 0, 'empty'],
    ['a " "', 'invalidLiteral', 2, 'empty'],
    ['a OR b', 'unsupportedOperator', 2, "'OR'"],
    ['NOT b', 'unsupportedOperator', 0, "'NOT'"],
    ['a (b c)', 'unsupportedOperator', 2, 'parentheses'],
    ['AND b', 'unexpectedToken', 0, "'AND' stands between two terms"],
    ['a AND', 'unexpectedToken', 2, "'AND' stands between two terms"],
    ['a AND AND b', 'unexpectedToken', 6, "'AND' stands between two terms"],
    ['a\0', 'invalidCharacter', 1, 'U+0000'],
    ['a '.repeat(5001), 'tooLong', 10_000, 'longer'],
  ])('refuses %j with %s at %i', (text, code, position, message) => {
    const refusal = refusalOf(() => parseSearch(text));
    expect(refusal).toMatchObject({ code, option: '$search', position });
    expect(refusal.message).toContain(message);
  });
});
