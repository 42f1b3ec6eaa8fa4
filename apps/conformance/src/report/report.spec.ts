import type { Check } from '../checks/check';
import { contract, decision } from '../checks/sources';
import type { Outcome } from '../run/outcome';
import { listLines, listMarkdown } from './list-lines';
import { resultJson } from './result-json';
import { resultLines } from './result-lines';
import { markdownTable, table } from './table';

const check = (id: Check['id'], more: Partial<Check> = {}): Check => ({
  id,
  sentence: 'The server answers',
  sources: [contract('1.1 row 1', 'D1')],
  run: async () => undefined,
  ...more,
});
const outcome = (more: Partial<Outcome>): Outcome => ({
  check: check('operations.one'),
  version: null,
  result: 'passed',
  reason: null,
  exchanges: [],
  ...more,
});

const OUTCOMES: readonly Outcome[] = [
  outcome({ version: '' }),
  outcome({ version: 'beta', result: 'failed', reason: 'It is red.', exchanges: ['GET / -> 200'] }),
  outcome({ check: check('batch.two'), result: 'skipped', reason: 'nobody asked' }),
];

describe('A table', () => {
  it('has columns as wide as their widest cell', () => {
    expect(table(['a', 'long'], [['wide', 'b']])).toEqual(['a     long', 'wide  b']);
  });

  it('is laid out in Markdown as Prettier does it, bars escaped', () => {
    expect(markdownTable(['a', 'b'], [['x|y', '1']])).toEqual(['| a    | b   |', '| ---- | --- |', '| x\\|y | 1   |']);
  });
});

describe('A report', () => {
  it('prints sections, failures and the score, alone on the last line', () => {
    expect(resultLines(OUTCOMES)).toEqual([
      'Operations',
      '   check                        source                       result',
      '✔  operations.one (no version)  contract page 1.1 row 1, D1  passed',
      '✖  operations.one (beta)        contract page 1.1 row 1, D1  failed',
      '',
      '$batch',
      '   check      source                       result',
      '-  batch.two  contract page 1.1 row 1, D1  skipped: nobody asked',
      '',
      '✖ operations.one (beta): The server answers',
      '    It is red.',
      '    source: contract page 1.1 row 1, D1',
      '    GET / -> 200',
      '',
      '1 passed, 1 failed',
    ]);
  });

  it('says the same as JSON', () => {
    const report = JSON.parse(resultJson('http://server/', OUTCOMES)) as Record<string, unknown>;
    expect(report).toMatchObject({ server: 'http://server/', passed: 1, failed: 1, skipped: 1 });
    expect(report['checks']).toEqual([
      expect.objectContaining({ id: 'operations.one', section: 'operations', version: '', result: 'passed' }),
      expect.objectContaining({ version: 'beta', reason: 'It is red.', exchanges: ['GET / -> 200'] }),
      expect.objectContaining({ id: 'batch.two', version: null, sources: ['contract page 1.1 row 1, D1'] }),
    ]);
  });
});

describe('A list of checks', () => {
  const checks = [check('operations.one', { sources: [contract('2.1'), decision('OPEN-1')] })];

  it('has sentences and sources by section', () => {
    expect(listLines(checks).join('\n')).toMatch(
      /^Operations\n.+\noperations\.one .+ {2}contract page 2\.1; design: OPEN-1/,
    );
  });

  it('has in Markdown the decisions that it rests on, and no others', () => {
    const page = listMarkdown(checks).join('\n');
    expect(page).toContain('| `operations.one` | The server answers   | contract page 2.1; design: OPEN-1 |');
    expect(page).toContain('| OPEN-1   | A job takes 2,000 people');
    expect(page).not.toContain('OPEN-2');
  });
});
