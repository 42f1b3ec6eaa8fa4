import { JobStatus, type ServiceProgress, ServiceStatus, WaitKind, type WaitReason, Workload } from '@ferry/contracts';
import { aService, failedWith, NOW } from '../../../../testing/jobs';
import { serviceCell } from './service-cell';

describe('serviceCell', () => {
  const cell = (part: Partial<ServiceProgress>, job = JobStatus.InProgress, workload = Workload.Exchange) =>
    serviceCell(aService(workload, part), job, NOW);

  it('is a dash while nothing has happened', () => {
    expect(cell({ status: ServiceStatus.NotStarted })).toBeNull();
    expect(cell({ status: ServiceStatus.Synced }, JobStatus.InProgress, Workload.Teams)).toBeNull();
  });

  it('counts while mail syncs, with a bar', () => {
    const syncing = { status: ServiceStatus.Syncing, expected: 254, copied: 100, alreadyThere: 4, bytes: 42_600_000 };
    expect(cell(syncing)).toMatchObject({ text: '104 / 254 · 42.6 MB', tone: 'run', ratio: 104 / 254 });
  });

  it('says that a synced mailbox waits', () => {
    expect(cell({ status: ServiceStatus.Synced })).toMatchObject({ text: 'Synced · waits for cutover', tone: 'wait' });
  });

  const waiting = (kind: WaitKind, part: Partial<WaitReason> = {}): WaitReason => ({
    kind,
    untilDateTime: null,
    retry: null,
    retries: null,
    ...part,
  });
  const soon = new Date(NOW.getTime() + 28_000);
  const half = { status: ServiceStatus.Syncing, expected: 10, copied: 5 };

  it('says how long a throttled one waits', () => {
    expect(cell({ ...half, waiting: waiting(WaitKind.BackOff, { untilDateTime: soon }) })).toMatchObject({
      text: 'Waits 28 s',
      tone: 'wait',
      icon: 'clock',
      ratio: 0.5,
      title: 'One of the two sides asked to wait.',
    });
  });

  it('goes on counting while it only waits for its turn', () => {
    expect(cell({ ...half, waiting: waiting(WaitKind.Queue) })).toMatchObject({ text: '5 / 10 · 0 B', tone: 'run' });
  });

  it('marks what is stuck by word, icon and colour, with the reason', () => {
    const retry = waiting(WaitKind.Retry, { untilDateTime: soon, retry: 3, retries: 9 });
    expect(cell({ ...half, stuck: true, waiting: retry })).toMatchObject({
      text: 'Stuck · retry 3 of 9 in 28 s',
      tone: 'warn',
      icon: 'alert-triangle',
      title: expect.stringContaining('The connection was lost and is tried again.'),
    });
    const movedDateTime = new Date(NOW.getTime() - 400_000);
    expect(cell({ ...half, stuck: true, movedDateTime })?.text).toBe('Stuck · for 6 min');
  });

  it('tells the time left as a range, on hover', () => {
    const remaining = { likelySeconds: 600, mostSeconds: 1_500 };
    expect(cell({ ...half, remaining })?.title).toBe('Syncing. It takes about 10 to 25 min more.');
  });

  it('calls inProgress a check while the job is validated', () => {
    expect(cell({ status: ServiceStatus.InProgress }, JobStatus.ValidateInProgress)?.text).toBe('Checking');
  });

  it('shows what arrived once it is complete', () => {
    expect(cell({ status: ServiceStatus.Completed, found: 214, copied: 214, bytes: 800_000 })).toMatchObject({
      text: '214 · 800 kB',
      tone: 'ok',
      ratio: null,
    });
  });

  it('warns of items that were left out', () => {
    expect(cell({ status: ServiceStatus.Completed, found: 214, copied: 211, skipped: 3 })).toMatchObject({
      text: '211 / 214 · 3 left out',
      tone: 'warn',
    });
  });

  it('names the cause of a failure, with code and message on hover', () => {
    expect(cell(failedWith('CTTM-005', 'No licence for Ann.'))).toMatchObject({
      tone: 'bad',
      text: 'No Teams licence',
      title: 'CTTM-005: No licence for Ann.',
    });
  });

  it.each(Object.values(ServiceStatus))('knows the status %s', (status) => {
    expect(() => cell({ status })).not.toThrow();
  });
});
