import { comparedFindings } from './compared-findings';

const finding = (personId: string, code: string, evidence = '') => ({
  personId,
  service: 'Teams',
  check: 'check',
  code,
  evidence,
});

describe('The findings of two runs', () => {
  it('are new, unchanged or gone', () => {
    const before = [finding('ann', 'A', 'seen then'), finding('ann', 'B')];
    const after = [finding('ann', 'A', 'seen now'), finding('bea', 'B')];
    const { new: added, unchanged, gone } = comparedFindings(before, after, () => true);
    expect([added, unchanged, gone]).toEqual([[after[1]], [after[0]], [before[1]]]);
  });

  it('are not gone where nobody looked', () => {
    const before = [finding('ann', 'A'), finding('bea', 'A')];
    expect(comparedFindings(before, [], ({ personId }) => personId === 'ann').gone).toEqual([before[0]]);
  });
});
