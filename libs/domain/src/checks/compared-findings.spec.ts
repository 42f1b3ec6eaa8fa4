import { comparedFindings, latestFindings } from './compared-findings';

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

describe('latestFindings', () => {
  const find = (personId: string, service: string, code: string) => ({ personId, service, check: code, code });
  const runs = [
    { at: new Date(3), personIds: ['bob'], workloads: ['Teams'], findings: [find('bob', 'Teams', 'B2')] },
    { at: new Date(2), personIds: ['ann'], workloads: ['Teams', 'ODSP'], findings: [find('ann', 'Teams', 'A2')] },
    {
      at: new Date(1),
      personIds: ['ann', 'bob'],
      workloads: ['Teams', 'ODSP'],
      findings: [find('ann', 'Teams', 'A1'), find('bob', 'Teams', 'B1'), find('bob', 'ODSP', 'B1')],
    },
  ];

  it('takes of each person and workload the latest run that looked at both', () => {
    expect(latestFindings(runs, ['ann', 'bob'], ['Teams', 'ODSP'])).toEqual({
      at: new Date(3),
      findings: [find('bob', 'Teams', 'B2'), find('ann', 'Teams', 'A2'), find('bob', 'ODSP', 'B1')],
    });
    expect(latestFindings(runs, ['ann'], ['ODSP'])).toEqual({ at: new Date(2), findings: [] });
  });

  it('knows nothing of whom nobody has looked at', () => {
    expect(latestFindings(runs, ['cy'], ['Teams'])).toEqual({ at: null, findings: [] });
    expect(latestFindings(runs, ['ann'], ['Meeting'])).toEqual({ at: null, findings: [] });
  });
});
