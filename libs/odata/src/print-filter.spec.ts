import fc from 'fast-check';
import type { FilterExpression, Literal, Operand, PropertyPath } from './ast';
import { parseFilter } from './filter';
import { printFilter } from './print-filter';
import { withoutPositions } from './testing/without-positions';

describe('printFilter', () => {
  it.each([
    ["((a  EQ 'x''y'))", "a eq 'x''y'"],
    ['not (a)', 'not a'],
    ['not(a eq 1)', 'not (a eq 1)'],
    ["not (a in ( 'x' ,'y'))", "not a in ('x','y')"],
    ['(a and b) or c', 'a and b or c'],
    ['a and (b or c)', 'a and (b or c)'],
    ['a and (b and c)', 'a and (b and c)'],
    ["startsWith( a/b , 'x' ) eq true", "startswith(a/b,'x') eq true"],
    ["a eq microsoft.graph.s'b' or a eq null", "a eq microsoft.graph.s'b' or a eq null"],
    ['a lt 2026-05-31t10:00z', 'a lt 2026-05-31T10:00Z'],
  ])('writes %s as %s', (text, expected) => {
    expect(printFilter(parseFilter(text))).toBe(expected);
  });

  it('writes every tree so that parsing gives it back', () => {
    fc.assert(
      fc.property(filters, (tree) => {
        expect(withoutPositions(parseFilter(printFilter(tree)))).toEqual(withoutPositions(tree));
      }),
      { numRuns: 500 },
    );
  });

  it('points with every position at the text it came from', () => {
    fc.assert(
      fc.property(filters, (tree) => {
        const text = printFilter(tree);
        for (const { segments, position } of propertiesOf(parseFilter(text))) {
          expect(text.slice(position)).toMatch(new RegExp(`^${segments.join('/')}(?![A-Za-z0-9_/])`));
        }
      }),
    );
  });
});

const position = 0;
const names = fc
  .oneof(
    fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/),
    fc.constantFrom('eq', 'and', 'or', 'in', 'has', 'add', 'contains', 'startswith', 'desc'),
  )
  .filter((name) => !['not', 'true', 'false', 'null'].includes(name.toLowerCase()));

const properties: fc.Arbitrary<PropertyPath> = fc
  .tuple(names, fc.array(names, { maxLength: 2 }))
  .map(([first, rest]) => ({ kind: 'property', segments: [first, ...rest], position }));

const strings = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom("'", "''", "O'Brien", ')', ' or ', "x' or '1' eq '1"))
  .map((text) => ({ kind: 'string' as const, value: text.replaceAll('\0', ''), position }));

const times = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });

const literals: fc.Arbitrary<Literal> = fc.oneof(
  strings,
  fc
    .record({ typeName: fc.tuple(names, names).map((both) => both.join('.')), value: names })
    .map((parts): Literal => ({ kind: 'enum', ...parts, position })),
  fc.uuid().map((value): Literal => ({ kind: 'guid', value, position })),
  fc.maxSafeInteger().map((value): Literal => ({ kind: 'integer', value: value === 0 ? 0 : value, position })),
  fc
    .stringMatching(/^-?\d{1,20}\.\d{1,20}(e[-+]?\d{1,2})?$/)
    .map((value): Literal => ({ kind: 'decimal', value, position })),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value, position })),
  fc.constant<Literal>({ kind: 'null', position }),
  times.map((time): Literal => ({ kind: 'date', value: time.toISOString().slice(0, 10), position })),
  fc.tuple(times, fc.constantFrom('Z', '+00:00', '-14:00', '+05:45')).map(([time, offset]): Literal => ({
    kind: 'dateTimeOffset',
    value: time.toISOString().replace('Z', offset),
    position,
  })),
);

const calls = fc.record({
  kind: fc.constant('function' as const),
  name: fc.constantFrom('startswith' as const, 'endswith' as const, 'contains' as const),
  property: properties,
  argument: strings,
  position: fc.constant(position),
});

const operands: fc.Arbitrary<Operand> = fc.oneof(properties, literals, calls);

const leaves: fc.Arbitrary<FilterExpression> = fc.oneof(
  properties,
  calls,
  fc.boolean().map((value): FilterExpression => ({ kind: 'boolean', value, position })),
  fc
    .tuple(
      operands,
      fc.constantFrom('eq' as const, 'ne' as const, 'gt' as const, 'ge' as const, 'lt' as const, 'le' as const),
      operands,
    )
    .map(([left, operator, right]): FilterExpression => ({ kind: 'comparison', operator, left, right, position })),
  fc
    .tuple(properties, literals, fc.array(literals, { maxLength: 3 }))
    .map(([property, first, rest]): FilterExpression => ({ kind: 'in', property, values: [first, ...rest], position })),
);

const { filters } = fc.letrec<{ filters: FilterExpression }>((tie) => ({
  filters: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaves,
    tie('filters').map((operand): FilterExpression => ({ kind: 'not', operand, position })),
    fc
      .tuple(
        fc.constantFrom('and' as const, 'or' as const),
        tie('filters'),
        tie('filters'),
        fc.array(tie('filters'), { maxLength: 2 }),
      )
      .map(([kind, left, right, rest]): FilterExpression => ({ kind, operands: [left, right, ...rest], position })),
  ),
}));

function propertiesOf(tree: FilterExpression | Operand): PropertyPath[] {
  switch (tree.kind) {
    case 'or':
    case 'and':
      return tree.operands.flatMap(propertiesOf);
    case 'not':
      return propertiesOf(tree.operand);
    case 'comparison':
      return [tree.left, tree.right].flatMap(propertiesOf);
    case 'in':
    case 'function':
      return [tree.property];
    case 'property':
      return [tree];
    default:
      return [];
  }
}
