import { JobStatus, type RunningWorkload, Workload } from '@ferry/contracts';
import { aJob } from '../../../testing/jobs';
import { aRunningWorkload } from '../../../testing/overviews';
import { runningLine } from './running-line';

describe('runningLine', () => {
  const of = (workloads: readonly RunningWorkload[], status = JobStatus.InProgress) =>
    runningLine({ job: aJob({ status }), people: 4, workloads: [...workloads] });
  const mail = (part: Partial<RunningWorkload>, status?: JobStatus) =>
    of([aRunningWorkload(Workload.Exchange, part)], status).cells[0];

  it('shows how far a workload is, and how quickly it comes on', () => {
    expect(mail({ expected: 400, found: 284, itemsPerSecond: 311.6, bytesPerSecond: 4_200_000 })).toMatchObject({
      text: '71 %',
      ratio: 0.71,
      tone: 'run',
      rate: '312/s',
      rateHint: '312 items and 4.2 MB a second',
    });
    expect(mail({ expected: 10, found: 1, itemsPerSecond: 0.24 })).toMatchObject({ rate: '0.2/s' });
  });

  it('never says 100 % while somebody is not through', () => {
    expect(mail({ expected: 400, found: 400, endedPeople: 3 })).toMatchObject({ text: '99 %', tone: 'run' });
    expect(mail({ expected: 400, found: 400, endedPeople: 4 })).toMatchObject({ text: 'done', ratio: 1, tone: 'ok' });
  });

  it('tells what waits for the date from what is done, and from what moves after the mailbox', () => {
    const { cells, phase } = of([
      aRunningWorkload(Workload.Exchange, { expected: 400, found: 400, waitingPeople: 4, itemsPerSecond: 9 }),
      aRunningWorkload(Workload.Teams, { waitingPeople: 4 }),
    ]);
    expect(cells[0]).toMatchObject({ text: 'synced', ratio: 1, tone: 'wait', rate: null });
    expect(cells[1]).toMatchObject({ text: 'after cutover', ratio: null });
    expect(phase).toBe('Waits for cutover');
    expect(of([aRunningWorkload(Workload.Exchange, { found: 1, waitingPeople: 3 })]).phase).toBe('In progress');
  });

  it('counts people while they are checked', () => {
    expect(mail({ endedPeople: 1 }, JobStatus.ValidateInProgress)).toMatchObject({ text: '25 %', ratio: 0.25 });
    expect(mail({ endedPeople: 4 }, JobStatus.ValidateInProgress)).toMatchObject({ text: 'checked' });
  });

  it('has a dash where nothing has begun, and where the job has no such workload', () => {
    const { cells } = of([aRunningWorkload(Workload.Exchange, { expected: 400 })]);
    expect(cells.map(({ text, ratio }) => [text, ratio])).toEqual([
      ['—', null],
      ['—', null],
      ['—', null],
      ['—', null],
    ]);
  });

  it('takes as long as the workload that takes longest', () => {
    const { left } = of([
      aRunningWorkload(Workload.Exchange, { found: 1, remaining: { likelySeconds: 600, mostSeconds: 1500 } }),
      aRunningWorkload(Workload.Teams, { found: 1, remaining: { likelySeconds: 60, mostSeconds: 120 } }),
    ]);
    expect(left).toBe('about 10 to 25 min');
    expect(of([aRunningWorkload(Workload.Teams)]).left).toBeNull();
  });
});
