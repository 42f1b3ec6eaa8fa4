import { parseOrderBy } from './orderby';
import { printPropertyPath } from './property-path';
import { refusalOf } from './testing/refusal';

describe('parseOrderBy', () => {
  it.each([
    ['displayName', ['0 displayName asc']],
    ['createdDateTime desc', ['0 createdDateTime desc']],
    [' a ASC , b/c Desc,d', ['1 a asc', '9 b/c desc', '18 d asc']],
    ['desc desc,asc', ['0 desc desc', '10 asc asc']],
  ])('reads %j', (text, expected) => {
    const keys = parseOrderBy(text).map((key) => `${key.position} ${printPropertyPath(key.property)} ${key.direction}`);
    expect(keys).toEqual(expected);
  });

  it.each([
    ['', 'emptyOption', 0],
    ['a,', 'unexpectedToken', 2],
    [',a', 'unexpectedToken', 0],
    ['a descending', 'unexpectedToken', 2],
    ['a desc asc', 'unexpectedToken', 7],
    ["'a'", 'unexpectedToken', 0],
    ['a,b desc,a desc', 'duplicatedName', 9],
    ['b,length(a)', 'unsupportedFunction', 2],
    ['a;b', 'invalidCharacter', 1],
    ['a'.repeat(10_001), 'tooLong', 10_000],
  ])('refuses %j with %s at %i', (text, code, position) => {
    expect(refusalOf(() => parseOrderBy(text))).toMatchObject({ code, option: '$orderby', position });
  });
});
