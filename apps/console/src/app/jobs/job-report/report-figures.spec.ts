import { type PersonReport, type ServiceReport, ServiceStatus, Workload } from '@ferry/contracts';
import { grandTotal, type ReportCounts, reportLines, reportVerdict, workloadTotals } from './report-figures';

const counts = (part: Partial<ReportCounts> = {}): ReportCounts => ({
  found: 10,
  copied: 10,
  alreadyThere: 0,
  skipped: 0,
  failed: 0,
  atTarget: 10,
  missing: 0,
  different: 0,
  removed: 0,
  unverified: 0,
  failedWorkloads: 0,
  ...part,
});

const AT = new Date('2030-01-01T00:00:00Z');
const service = (name: Workload, part: Partial<ReportCounts> = {}): ServiceReport => {
  const { found, copied, alreadyThere, skipped, failed, atTarget, missing, different, ...rest } = counts(part);
  const { unverified, failedWorkloads } = rest;
  const compared = {
    compared: found - skipped - failed,
    atTarget,
    missing,
    different,
    sampled: 0,
    sampledDifferent: 0,
  };
  return {
    service: name,
    status: failedWorkloads > 0 ? ServiceStatus.Failed : ServiceStatus.Completed,
    message: '',
    errors: [],
    found,
    copied,
    alreadyThere,
    skipped,
    failed,
    bytes: 0,
    itemsPerSecond: null,
    bytesPerSecond: null,
    phases: [],
    verification: unverified > 0 ? null : { ...compared, startDateTime: AT, endDateTime: AT },
    verificationProblem: null,
    folders: [],
  };
};

const person = (id: string, mail: Partial<ReportCounts> = {}): PersonReport => ({
  id,
  displayName: null,
  mail: null,
  removed: false,
  services: [service(Workload.ODSP), service(Workload.Exchange, mail)],
});

describe('The figures of a report', () => {
  it('add up by workload and over all', () => {
    const totals = workloadTotals({ people: [person('a'), person('b', { copied: 7, skipped: 3, atTarget: 7 })] });
    expect(totals.map(({ service, found, copied }) => [service, found, copied])).toEqual([
      [Workload.Exchange, 20, 17],
      [Workload.ODSP, 20, 20],
    ]);
    expect(grandTotal(totals)).toEqual(counts({ found: 40, copied: 37, skipped: 3, atTarget: 37 }));
  });

  it('do not take what was never compared for a difference', () => {
    const [mail] = reportLines({ people: [person('a', { atTarget: 0, unverified: 1 })] });
    expect([mail?.isVerified, mail?.differs]).toEqual([false, false]);
  });

  it('take a workload that failed for a difference, also when nothing of it was found', () => {
    const failed = { found: 0, copied: 0, atTarget: 0, failedWorkloads: 1 };
    expect(reportLines({ people: [person('a', failed)] })[0]?.differs).toBe(true);
    expect(grandTotal(workloadTotals({ people: [person('a', failed), person('b')] })).failedWorkloads).toBe(1);
  });

  it('stand in one line for each workload of each person, mail first', () => {
    const lines = reportLines({ people: [person('a', { copied: 7, failed: 3, atTarget: 7 })] });
    expect(lines.map(({ name, service, isFirst, differs }) => [name, service, isFirst, differs])).toEqual([
      ['a', Workload.Exchange, true, true],
      ['a', Workload.ODSP, false, false],
    ]);
  });
});

describe('reportVerdict', () => {
  it('is content only when everything that was found is there, once', () => {
    expect(reportVerdict(counts({ copied: 8, alreadyThere: 2 }))).toEqual({
      tone: 'ok',
      text: 'All 10 items found at the source are at the target, none twice.',
    });
  });

  it('is content with what the source still has, when the rest left it and was taken from the target again', () => {
    expect(reportVerdict(counts({ atTarget: 8, removed: 2 }))).toEqual({
      tone: 'ok',
      text: 'All 8 items that the source still has are at the target, none twice; 2 left it.',
    });
  });

  it.each([
    [{ copied: 7, skipped: 3, atTarget: 7 }, 'warn', '7 of 10 items found at the source have arrived, 3 skipped.'],
    [{ copied: 7, failed: 3, atTarget: 7 }, 'warn', '7 of 10 items found at the source have arrived, 3 failed.'],
    [{ copied: 7, atTarget: 7 }, 'warn', '7 of 10 items found at the source have arrived, 3 not copied yet.'],
    [{ atTarget: 12 }, 'warn', '10 of 10 items found at the source have arrived, 2 more at the target.'],
    [{ atTarget: 9, missing: 1 }, 'bad', '10 of 10 items found at the source have arrived, 1 missing at the target.'],
    [{ different: 2 }, 'bad', '10 of 10 items found at the source have arrived, 2 of another size.'],
    [
      { atTarget: 0, unverified: 1 },
      'warn',
      '10 of 10 items found at the source have arrived, 1 workload not verified yet.',
    ],
    [{ failedWorkloads: 1 }, 'bad', '10 of 10 items found at the source have arrived, 1 workload failed.'],
  ])('names what differs: %j', (part, tone, text) => {
    expect(reportVerdict(counts(part))).toEqual({ tone, text });
  });

  it('says so when there is nothing to compare', () => {
    expect(reportVerdict(counts({ found: 0, copied: 0, atTarget: 0 })).tone).toBe('idle');
    expect(reportVerdict(counts({ found: 0, copied: 0, atTarget: 0, failedWorkloads: 2 }))).toEqual({
      tone: 'bad',
      text: 'Nothing has been found at the source, 2 workloads failed.',
    });
  });
});
