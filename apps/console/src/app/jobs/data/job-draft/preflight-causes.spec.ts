import { FindingChange, type Preflight, type PreflightFinding, Workload } from '@ferry/contracts';
import { causesOf, joinedRuns } from './preflight-causes';

const find = (personId: string, service: Workload, code: string, change = FindingChange.New): PreflightFinding => ({
  personId,
  service,
  check: code,
  code,
  message: `${code} happened.`,
  evidence: `seen of ${personId}`,
  change,
});

const run = (part: Partial<Preflight>): Preflight => ({
  id: 'r',
  createdDateTime: new Date(5),
  previousDateTime: null,
  people: 2,
  ready: 1,
  checks: [{ check: 'licence', level: 'person', workloads: [Workload.Teams], passed: 1, failed: 1 }],
  findings: [],
  gone: [],
  comparison: { new: 0, unchanged: 0, gone: 0 },
  ...part,
});

describe('causesOf', () => {
  it('puts people together by what was found, the most common cause first', () => {
    const causes = causesOf([
      find('ann', Workload.Teams, 'CTTM-005'),
      find('bob', Workload.Exchange, 'CTM-100', FindingChange.Unchanged),
      find('bob', Workload.ODSP, 'CTM-100'),
      find('cy', Workload.Exchange, 'CTM-100'),
    ]);
    expect(causes.map(({ code, people }) => [code, people.map(({ id }) => id)])).toEqual([
      ['CTM-100', ['bob', 'cy']],
      ['CTTM-005', ['ann']],
    ]);
    expect(causes[0]).toMatchObject({
      title: 'Identity mapping missing',
      entry: { who: 'targetTenantAdmin' },
      people: [
        { workloads: [Workload.Exchange, Workload.ODSP], evidence: 'seen of bob', isNew: false },
        { workloads: [Workload.Exchange], isNew: true },
      ],
    });
  });

  it('shows the message of a code that nobody has explained', () => {
    expect(causesOf([find('ann', Workload.Teams, 'XYZ-1')])).toMatchObject([{ title: 'XYZ-1 happened.', entry: null }]);
  });
});

describe('joinedRuns', () => {
  it('adds up runs about parts of a crowd', () => {
    const result = joinedRuns([
      run({ previousDateTime: new Date(1), findings: [find('ann', Workload.Teams, 'A')] }),
      run({
        previousDateTime: new Date(3),
        findings: [find('bob', Workload.Teams, 'B')],
        createdDateTime: new Date(6),
      }),
    ]);
    expect(result).toMatchObject({ at: new Date(6), previousAt: new Date(3), people: 4 });
    expect(result?.checks).toMatchObject([{ check: 'licence', passed: 2, failed: 2 }]);
    expect(result?.findings.map(({ personId }) => personId)).toEqual(['ann', 'bob']);
    expect(joinedRuns([])).toBeNull();
  });
});
