import { type PersonReport, ServiceStatus, Workload } from '@ferry/contracts';
import { grandTotal, type ReportCounts, reportLines, reportVerdict, workloadTotals } from './report-figures';

const counts = (part: Partial<ReportCounts> = {}): ReportCounts => ({
  found: 10,
  copied: 10,
  alreadyThere: 0,
  skipped: 0,
  failed: 0,
  atTarget: 10,
  ...part,
});

const person = (id: string, mail: Partial<ReportCounts> = {}): PersonReport => ({
  id,
  displayName: null,
  services: [
    { service: Workload.ODSP, status: ServiceStatus.Completed, ...counts() },
    { service: Workload.Exchange, status: ServiceStatus.Completed, ...counts(mail) },
  ],
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

  it.each([
    [{ copied: 7, skipped: 3, atTarget: 7 }, 'warn', '7 of 10 items found at the source are at the target, 3 skipped.'],
    [{ copied: 7, failed: 3, atTarget: 7 }, 'warn', '7 of 10 items found at the source are at the target, 3 failed.'],
    [{ copied: 7, atTarget: 7 }, 'warn', '7 of 10 items found at the source are at the target, 3 not copied yet.'],
    [{ atTarget: 12 }, 'warn', '10 of 10 items found at the source are at the target, 2 more at the target.'],
    [{ atTarget: 9 }, 'bad', '10 of 10 items found at the source are at the target, 1 missing at the target.'],
  ])('names what differs: %j', (part, tone, text) => {
    expect(reportVerdict(counts(part))).toEqual({ tone, text });
  });

  it('says so when there is nothing to compare', () => {
    expect(reportVerdict(counts({ found: 0, copied: 0, atTarget: 0 })).tone).toBe('idle');
  });
});
