import { teamsQuality, type ImportedOf } from './quality';

function judge(messages: ImportedOf, threads: ImportedOf): { passed: boolean; message: string } {
  return teamsQuality({ personId: 'ann', messages, threads, requestId: 'request-1', jobId: 'job-1' });
}

const of = (imported: number, attempted: number): ImportedOf => ({ imported, attempted });

describe('teamsQuality', () => {
  it('says in the published words that enough arrived', () => {
    expect(judge(of(95, 100), of(10, 10))).toEqual({
      passed: true,
      message:
        'Teams migration for user ann completed. 95/100 (95%) messages imported successfully (>= 80% threshold). ' +
        '10/10 (100%) threads imported successfully (>= 90% threshold). Request Id: request-1. Batch Id: job-1. ' +
        'To understand these figures, refer to migration documentation.',
    });
  });

  it('says in the published words that too little arrived', () => {
    expect(judge(of(70, 100), of(1, 3))).toEqual({
      passed: false,
      message:
        'Teams migration for user ann failed a quality threshold. 70/100 (70%) messages imported successfully ' +
        '(< 80% threshold). 1/3 (33.3%) threads imported successfully (<90% threshold). Request Id: request-1. ' +
        'Batch Id: job-1. To understand these figures, refer to migration documentation.',
    });
  });

  it.each`
    messages          | threads        | passed
    ${of(80, 100)}    | ${of(90, 100)} | ${true}
    ${of(79, 100)}    | ${of(90, 100)} | ${false}
    ${of(80, 100)}    | ${of(89, 100)} | ${false}
    ${of(7999, 9999)} | ${of(10, 10)}  | ${false}
    ${of(8000, 9999)} | ${of(10, 10)}  | ${true}
    ${of(0, 0)}       | ${of(0, 0)}    | ${true}
    ${of(0, 1)}       | ${of(1, 1)}    | ${false}
    ${of(29, 29)}     | ${of(9, 10)}   | ${true}
  `(
    'judges messages $messages and threads $threads: $passed',
    (row: Record<string, ImportedOf> & { passed: boolean }) => {
      expect(judge(row['messages']!, row['threads']!).passed).toBe(row.passed);
    },
  );

  it('never shows a missed threshold as a reached one', () => {
    expect(judge(of(7_999_999, 10_000_000), of(10, 10)).message).toContain(
      '(79.9%) messages imported successfully (< 80%',
    );
  });

  it('marks a figure that reaches its threshold although the other one fails', () => {
    const { message } = judge(of(100, 100), of(1, 2));
    expect(message).toContain('100/100 (100%) messages imported successfully (>= 80% threshold)');
    expect(message).toContain('1/2 (50%) threads imported successfully (<90% threshold)');
  });
});
