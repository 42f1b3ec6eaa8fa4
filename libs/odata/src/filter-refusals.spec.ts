import { parseFilter } from './filter';
import { refusalOf } from './testing/refusal';

describe('parseFilter refuses', () => {
  it.each([
    // text, code, position, what the client reads
    ['', 'emptyOption', 0, '$filter has no value.'],
    ['  ', 'emptyOption', 0, '$filter has no value.'],
    ["status 'x'", 'unexpectedToken', 7, "expected an operator such as 'eq', found 'x'"],
    ['status equals 1', 'unexpectedToken', 7, "expected an operator such as 'eq', found 'equals'"],
    ['status eq', 'unexpectedToken', 9, 'found the end'],
    ['status eq 1 and', 'unexpectedToken', 15, 'found the end'],
    ['status eq 1 size eq 2', 'unexpectedToken', 12, "expected 'and', 'or' or the end, found 'size'"],
    ['a eq b eq c', 'unexpectedToken', 7, "expected 'and', 'or' or the end, found 'eq'"],
    ['status eq 1 and or 2', 'unexpectedToken', 19, 'found 2'],
    ['not', 'unexpectedToken', 3, 'found the end'],
    ['(a eq 1', 'unexpectedToken', 7, "expected 'and', 'or' or ')', found the end"],
    ['a eq 1)', 'unexpectedToken', 6, "this ')' closes nothing"],
    ['()', 'unexpectedToken', 1, "found ')'"],
    ['a in ()', 'unexpectedToken', 6, "expected a value, found ')'"],
    ["a in ('x',)", 'unexpectedToken', 10, "expected a value, found ')'"],
    ["a in ('x' 'y')", 'unexpectedToken', 10, "expected ',' or ')', found 'y'"],
    ["a in 'x'", 'unexpectedToken', 5, "expected '(', found 'x'"],
    ['a in (b)', 'unexpectedToken', 6, "expected a value, found 'b'"],
    ["a in (('x'))", 'unexpectedToken', 6, "expected a value, found '('"],
    ["'x' in ('x')", 'notACondition', 0, 'not compared'],
    ["'x'", 'notACondition', 0, 'not compared'],
    ["a eq 1 and 'x'", 'notACondition', 11, 'not compared'],
    ['not null', 'notACondition', 4, 'not compared'],
    ["not a eq 'x'", 'parenthesesNeeded', 0, "'not' binds tighter than a comparison"],
    ['a eq not b', 'parenthesesNeeded', 5, "'not' binds tighter than a comparison"],
    ['(a eq 1) eq true', 'parenthesesNeeded', 1, 'a condition cannot be compared'],
    ['contains(a)', 'unexpectedToken', 10, "expected ',', found ')'"],
    ["contains('x',a)", 'unexpectedToken', 9, "expected a property, found 'x'"],
    ['contains(a,b)', 'unexpectedToken', 11, "expected a string in single quotes, found 'b'"],
    ['contains(a,5)', 'unexpectedToken', 11, "'contains' needs a string"],
    ["contains(a,'x','y')", 'unexpectedToken', 14, "expected ')', found ','"],
    ["contains(tolower(a),'x')", 'unsupportedFunction', 9, "a function inside 'contains' is not supported"],
    ["tolower(a) eq 'x'", 'unsupportedFunction', 0, "the function 'tolower' is not supported"],
    ["b eq 1 and users/any(u:u/id eq 'x')", 'unsupportedFunction', 11, "the function 'any' is not supported"],
    ["a has microsoft.graph.s'x'", 'unsupportedOperator', 2, "the operator 'has' is not supported"],
    ['a eq b add 1', 'unsupportedOperator', 7, "the operator 'add' is not supported"],
    ['a mod 2 eq 1', 'unsupportedOperator', 2, "the operator 'mod' is not supported"],
    ['microsoft.graph.user/id eq 1', 'unsupportedPath', 0, 'type names'],
    ["a eq 'x", 'unterminatedString', 5, 'no closing quote'],
    ["a eq 'x''", 'unterminatedString', 5, 'no closing quote'],
    ["a eq microsoft.graph.s'x", 'unterminatedString', 22, 'no closing quote'],
    ["a eq microsoft.graph.s'x y'", 'invalidLiteral', 22, "'x y' is not a member"],
    ["a eq guid'x'", 'invalidLiteral', 5, "'guid'"],
    ['a eq abcdef01-1111-4111-8111-1111111111112', 'invalidLiteral', 5, 'neither a number, a date nor a GUID'],
    ['a eq 1b', 'invalidLiteral', 5, "'1b'"],
    ['a eq "x"', 'invalidCharacter', 5, 'strings are written in single quotes'],
    ['a = 1', 'invalidCharacter', 2, "equality is written 'eq'"],
    ['a eq @p', 'invalidCharacter', 5, 'parameter aliases'],
    ['a//b eq 1', 'invalidCharacter', 1, 'single slashes'],
    ['users/$count gt 1', 'invalidCharacter', 5, 'single slashes'],
    ['a eq 😀', 'invalidCharacter', 5, "'😀'"],
    ['a eq 1\n', 'invalidCharacter', 6, 'unexpected character'],
    ["a eq 'x\0'", 'invalidCharacter', 7, 'U+0000'],
    [`${'('.repeat(101)}a${')'.repeat(101)}`, 'tooDeep', 100, 'deeper than 100 levels'],
    [`${'not '.repeat(101)}a`, 'tooDeep', 400, 'deeper than 100 levels'],
    [`a eq '${'x'.repeat(10_000)}'`, 'tooLong', 10_000, 'longer than 10000 characters'],
  ])('%j with %s at %i', (text, code, position, message) => {
    const refusal = refusalOf(() => parseFilter(text));
    expect(refusal).toMatchObject({ code, option: '$filter', position });
    expect(refusal.message).toContain(message);
  });

  it('with a message that names option and place and does not grow with the request', () => {
    const refusal = refusalOf(() => parseFilter(`a eq ${'b'.repeat(9000)} c`));
    expect(refusal.name).toBe('ODataQueryError');
    expect(refusal.message).toBe("Invalid $filter at position 9006: expected 'and', 'or' or the end, found 'c'.");
    expect(refusalOf(() => parseFilter(`${'b'.repeat(9000)}(a)`)).message.length).toBeLessThan(120);
  });
});
