import { JobStatus, type ServiceProgress, ServiceStatus, Workload } from '@ferry/contracts';
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

  it('says how long a throttled one waits', () => {
    const waitsUntilDateTime = new Date(NOW.getTime() + 28_000);
    expect(cell({ status: ServiceStatus.Syncing, expected: 10, copied: 5, waitsUntilDateTime })).toMatchObject({
      text: 'waits 28 s',
      tone: 'wait',
      ratio: 0.5,
    });
  });

  it('asks for a decision about what was left out, whatever the status', () => {
    const message = '3 items were skipped, and the job allows 2.';
    const held = { skipped: 3, message, heldDateTime: NOW };
    for (const status of [ServiceStatus.Synced, ServiceStatus.Finalizing, ServiceStatus.InProgress]) {
      expect(cell({ ...held, status })).toMatchObject({ text: '3 left out · decide', tone: 'warn', title: message });
    }
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
