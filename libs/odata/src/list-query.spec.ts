import { parseListQuery } from './list-query';
import { refusalOf } from './testing/refusal';

describe('parseListQuery', () => {
  it('reads every option of a URL', () => {
    const url =
      '$filter=status%20eq%20%27completed%27&$orderby=displayName&$select=id&$expand=users' +
      '&$search=%22wave%201%22&$top=50&$skip=0&$skiptoken=a%2Bb%3D&$count=false';
    expect(parseListQuery(new URLSearchParams(url))).toEqual({
      filter: {
        kind: 'comparison',
        operator: 'eq',
        left: { kind: 'property', segments: ['status'], position: 0 },
        right: { kind: 'string', value: 'completed', position: 10 },
        position: 0,
      },
      orderby: [
        { property: { kind: 'property', segments: ['displayName'], position: 0 }, direction: 'asc', position: 0 },
      ],
      select: [{ kind: 'property', segments: ['id'], position: 0 }],
      expand: [{ name: 'users', position: 0 }],
      search: [{ kind: 'phrase', text: 'wave 1', position: 0 }],
      top: 50,
      skip: 0,
      skiptoken: 'a+b=',
      count: false,
    });
  });

  it('leaves out what was not asked', () => {
    expect(parseListQuery([])).toEqual({});
  });

  it('reads names in any case', () => {
    expect(
      parseListQuery([
        ['$orderBy', 'id desc'],
        ['$TOP', '5'],
        ['$Count', 'TRUE'],
      ]),
    ).toMatchObject({
      orderby: [{ direction: 'desc' }],
      top: 5,
      count: true,
    });
  });

  it('reads names without a dollar where that is allowed', () => {
    expect(
      parseListQuery(
        [
          ['top', '5'],
          ['$skip', '1'],
        ],
        { dollarOptional: true },
      ),
    ).toEqual({ top: 5, skip: 1 });
  });

  it.each([
    [[['top', '5']], 'unknownOption', 'top', "There is no query option 'top'. Write $top."],
    [[['$foo', '1']], 'unknownOption', '$foo', "There is no query option '$foo'."],
    [[['', '1']], 'unknownOption', '', "There is no query option ''."],
    [[['__proto__', '1']], 'unknownOption', '__proto__', "There is no query option '__proto__'."],
    [[['$constructor', '1']], 'unknownOption', '$constructor', "There is no query option '$constructor'."],
    [[['@p1', '1']], 'unknownOption', '@p1', "There is no query option '@p1'."],
    [[['$format', 'json']], 'unsupportedOption', '$format', 'The query option $format is not supported.'],
    [[['$Apply', 'x']], 'unsupportedOption', '$apply', 'The query option $apply is not supported.'],
    [[['$compute', 'x']], 'unsupportedOption', '$compute', 'The query option $compute is not supported.'],
    [
      [
        ['$top', '1'],
        ['$Top', '1'],
      ],
      'duplicatedOption',
      '$top',
      '$top is given more than once.',
    ],
    [
      [
        ['$count', 'false'],
        ['$count', 'false'],
      ],
      'duplicatedOption',
      '$count',
      '$count is given more than once.',
    ],
    [[['$skiptoken', '']], 'emptyOption', '$skiptoken', '$skiptoken has no value.'],
    [[['$top', '0']], 'literalOutOfRange', '$top', 'Invalid $top at position 0: the smallest value is 1.'],
    [[['$top', '-1']], 'invalidLiteral', '$top', "'-1' is not a whole number"],
    [[['$top', ' 5']], 'invalidLiteral', '$top', "' 5' is not a whole number"],
    [[['$skip', '1.5']], 'invalidLiteral', '$skip', "'1.5' is not a whole number"],
    [[['$skip', '9007199254740992']], 'literalOutOfRange', '$skip', 'too large'],
    [[['$count', 'yes']], 'invalidLiteral', '$count', "'yes' is neither true nor false"],
  ] as [[string, string][], string, string, string][])('refuses %j with %s of %s', (params, code, option, message) => {
    const refusal = refusalOf(() => parseListQuery(params));
    expect(refusal).toMatchObject({ code, option, position: 0 });
    expect(refusal.message).toContain(message);
  });

  it('takes a name with and one without a dollar for the same option', () => {
    const params: [string, string][] = [
      ['$top', '1'],
      ['top', '2'],
    ];
    expect(refusalOf(() => parseListQuery(params, { dollarOptional: true }))).toMatchObject({
      code: 'duplicatedOption',
      option: '$top',
    });
  });

  it('still refuses unknown names where the dollar is optional', () => {
    const options = { dollarOptional: true };
    expect(refusalOf(() => parseListQuery([['page', '2']], options)).code).toBe('unknownOption');
    expect(refusalOf(() => parseListQuery([['format', 'json']], options)).code).toBe('unsupportedOption');
  });

  it.each([
    ['$filter', 'a eq )', 5],
    ['$orderby', 'a b', 2],
    ['$select', 'a b', 2],
    ['$expand', 'a b', 2],
    ['$search', 'a OR b', 2],
  ])('passes on the place of an error in %s', (option, value, position) => {
    expect(refusalOf(() => parseListQuery([[option, value]]))).toMatchObject({ option, position });
  });
});
