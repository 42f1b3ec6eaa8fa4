import { readToken } from './lexer';

function tokens(source: string): string[] {
  const found: string[] = [];
  for (
    let token = readToken('$filter', source, 0);
    token.kind !== 'end';
    token = readToken('$filter', source, token.end)
  ) {
    found.push(`${token.position} ${token.kind === 'literal' ? token.literal.kind : token.kind} ${token.text}`);
  }
  return found;
}

describe('readToken', () => {
  it.each([
    ['a/b_1,c *', ['0 path a/b_1', '5 mark ,', '6 path c', '8 mark *']],
    ["''", ["0 string ''"]],
    ["'it''s'(", ["0 string 'it''s'", '7 mark (']],
    ["a.b'c'", ["0 enum a.b'c'"]],
    ["a.b'-1'", ["0 enum a.b'-1'"]],
    ['abcdef01-1111-4111-8111-111111111111)', ['0 guid abcdef01-1111-4111-8111-111111111111', '36 mark )']],
    ['11111111-1111-4111-8111-111111111111', ['0 guid 11111111-1111-4111-8111-111111111111']],
    ['\t2026-05-31  -5', ['1 date 2026-05-31', '13 integer -5']],
    ['größe _x', ['0 path größe', '6 path _x']],
  ])('splits %j', (source, expected) => {
    expect(tokens(source)).toEqual(expected);
  });

  it('undoubles the quotes of a string and no others', () => {
    expect(readToken('$filter', "'''a'''''", 0)).toMatchObject({ literal: { value: "'a''" } });
  });

  it('ends where the text ends', () => {
    expect(readToken('$filter', 'a  ', 1)).toMatchObject({ kind: 'end', position: 3 });
  });
});
