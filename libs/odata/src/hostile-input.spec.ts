import fc from 'fast-check';
import { ODataQueryError } from './errors';
import { parseListQuery } from './list-query';
import { printFilter } from './print-filter';

const fragments = fc.constantFrom(
  ...['(', ')', ',', '/', '*', "'", "''", '"', '\\', ' ', '\t', '\n', '\0', '.', '-', '+', ':', '$', '@', '=', '%'],
  ...[' eq ', ' in ', ' and ', ' or ', 'not ', 'NOT', 'AND', ' has ', 'contains(', 'any(', ' desc', 'null', 'true'],
  ...[
    'a',
    'a/b',
    'microsoft.graph.x',
    "x.y'z'",
    '1',
    '-1.5e9',
    '2026-05-31',
    'T10:00Z',
    '+02:00',
    '\u{1F600}',
    '\uD83D',
  ],
  ...['22222222-0000-4000-8000-000000000001', '('.repeat(200), 'not '.repeat(200), 'a or '.repeat(500)],
);
const garbage = fc.oneof(
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const names = fc.oneof(
  fc.constantFrom(
    '$filter',
    '$orderby',
    '$select',
    '$expand',
    '$search',
    '$top',
    '$skip',
    '$skiptoken',
    '$count',
    'top',
  ),
  fc.string(),
);

describe('hostile input', () => {
  it('meets an ODataQueryError that points into the value, or an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, garbage), { maxLength: 4 }), fc.boolean(), (params, dollarOptional) => {
        const outcome = attempt(() => parseListQuery(params, { dollarOptional }));
        if (!(outcome instanceof Error)) return;
        expect(outcome).toBeInstanceOf(ODataQueryError);
        const { option, position } = outcome as ODataQueryError;
        const longest = Math.max(...params.map(([, value]) => value.length));
        expect(option).toEqual(expect.any(String));
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(longest);
      }),
      { numRuns: 3000 },
    );
  });

  it('that is accepted as a filter can be printed and read again', () => {
    fc.assert(
      fc.property(garbage, (text) => {
        const outcome = attempt(() => parseListQuery([['$filter', text]]));
        if (outcome instanceof Error || outcome.filter === undefined) return;
        const printed = printFilter(outcome.filter);
        const again = parseListQuery([['$filter', printed]]);
        expect(again.filter && printFilter(again.filter)).toBe(printed);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['$filter', `${'('.repeat(9_999)}a`],
    ['$filter', 'not '.repeat(2_499)],
    ['$filter', `a eq ${"''".repeat(4_990)}'`],
    ['$filter', `a eq '${"''".repeat(4_990)}`],
    ['$filter', `${'a/'.repeat(4_999)}1`],
    ['$filter', `${'a.'.repeat(4_999)}1`],
    ['$filter', `a eq ${'1'.repeat(9_000)}x`],
    ['$search', `"${'\\'.repeat(9_998)}`],
    ['$search', `${' '.repeat(9_990)}(`],
  ])('as long as allowed is refused at once: %s', (option, value) => {
    expect(attempt(() => parseListQuery([[option, value]]))).toBeInstanceOf(ODataQueryError);
  });
});

function attempt<T>(parse: () => T): T | Error {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
