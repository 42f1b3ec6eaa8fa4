import type { FilterExpression, Operand } from './ast';
import { parseFilter } from './filter';
import { printPropertyPath } from './property-path';
import { withoutPositions } from './testing/without-positions';

describe('parseFilter', () => {
  it('keeps the place of every node', () => {
    expect(parseFilter("  not (exchangeSettings/sourceEndpoint eq 'a''b') and contains( displayName , 'x' )")).toEqual({
      kind: 'and',
      position: 2,
      operands: [
        {
          kind: 'not',
          position: 2,
          operand: {
            kind: 'comparison',
            operator: 'eq',
            position: 7,
            left: { kind: 'property', segments: ['exchangeSettings', 'sourceEndpoint'], position: 7 },
            right: { kind: 'string', value: "a'b", position: 42 },
          },
        },
        {
          kind: 'function',
          name: 'contains',
          position: 54,
          property: { kind: 'property', segments: ['displayName'], position: 64 },
          argument: { kind: 'string', value: 'x', position: 78 },
        },
      ],
    });
  });

  it.each([
    ['a eq 1 or b eq 2 and c eq 3', 'or(a eq 1, and(b eq 2, c eq 3))'],
    ['a eq 1 and b eq 2 or c eq 3', 'or(and(a eq 1, b eq 2), c eq 3)'],
    ['(a eq 1 or b eq 2) and c eq 3', 'and(or(a eq 1, b eq 2), c eq 3)'],
    ['a eq 1 and b eq 2 and c eq 3', 'and(a eq 1, b eq 2, c eq 3)'],
    ['a eq 1 and (b eq 2 and c eq 3)', 'and(a eq 1, and(b eq 2, c eq 3))'],
    ['not a and b', 'and(not(a), b)'],
    ['not not a or b', 'or(not(not(a)), b)'],
    ['not(a eq 1)', 'not(a eq 1)'],
    ["not a in ('x')", "not(a in 'x')"],
    ["not startswith(a,'x') or b eq 1", "or(not(startswith(a,'x')), b eq 1)"],
    ["startswith(a,'x') eq false", "startswith(a,'x') eq false"],
    ['((a)) eq ((1))', 'a eq 1'],
    ["(a) in ('x')", "a in 'x'"],
    ['1 lt a', '1 lt a'],
    ['a ge b/c', 'a ge b/c'],
    ['true', 'true'],
    ['a eq true and false', 'and(a eq true, false)'],
  ])('reads %s by precedence', (text, expected) => {
    expect(outline(parseFilter(text))).toBe(expected);
  });

  it.each(['eq', 'ne', 'gt', 'ge', 'lt', 'le'])('knows the operator %s', (operator) => {
    expect(parseFilter(`size ${operator} 5`)).toMatchObject({ kind: 'comparison', operator });
  });

  it.each(['startswith', 'endswith', 'contains'])('knows the function %s', (name) => {
    expect(parseFilter(`${name}(displayName,'x')`)).toMatchObject({ kind: 'function', name });
  });

  it('reads operators, functions and constants in any case, as Graph does', () => {
    expect(withoutPositions(parseFilter("NOT startsWith(a,'X') AND b EQ True OR c In (NULL)"))).toEqual(
      withoutPositions(parseFilter("not startswith(a,'X') and b eq true or c in (null)")),
    );
  });

  it('keeps the case of properties and strings', () => {
    expect(parseFilter("displayName eq 'Wave 1'")).toMatchObject({
      left: { segments: ['displayName'] },
      right: { value: 'Wave 1' },
    });
  });

  it('lets properties be called like operators and functions', () => {
    expect(outline(parseFilter("eq eq 1 and in in ('x') and contains ne 2 and not/and gt 3"))).toBe(
      "and(eq eq 1, in in 'x', contains ne 2, not/and gt 3)",
    );
  });

  it('reads a list of values of every kind', () => {
    expect(parseFilter("status in ( 'a', null,3 ,microsoft.graph.s'b')")).toMatchObject({
      kind: 'in',
      property: { segments: ['status'] },
      values: [
        { value: 'a' },
        { kind: 'null' },
        { value: 3 },
        { kind: 'enum', typeName: 'microsoft.graph.s', value: 'b' },
      ],
    });
  });

  it('allows exactly 100 levels of parentheses', () => {
    expect(outline(parseFilter(`${'('.repeat(100)}a${')'.repeat(100)}`))).toBe('a');
  });

  it('reads a disjunction as long as an option may be as one flat node', () => {
    const text = Array.from({ length: 900 }, () => 'a eq 1').join(' or ');
    expect(parseFilter(text)).toMatchObject({ kind: 'or', operands: { length: 900 } });
  });
});

function outline(tree: FilterExpression | Operand): string {
  switch (tree.kind) {
    case 'or':
    case 'and':
      return `${tree.kind}(${tree.operands.map(outline).join(', ')})`;
    case 'not':
      return `not(${outline(tree.operand)})`;
    case 'comparison':
      return `${outline(tree.left)} ${tree.operator} ${outline(tree.right)}`;
    case 'in':
      return `${outline(tree.property)} in ${tree.values.map(outline).join(' ')}`;
    case 'function':
      return `${tree.name}(${outline(tree.property)},${outline(tree.argument)})`;
    case 'property':
      return printPropertyPath(tree);
    case 'string':
      return `'${tree.value}'`;
    case 'null':
      return 'null';
    case 'enum':
    case 'guid':
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
    case 'dateTimeOffset':
      return String(tree.value);
  }
}
