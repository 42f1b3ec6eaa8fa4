import { type JobProgress, JobStatus, type PersonProgress, ServiceStatus, Workload } from '@ferry/contracts';
import { aJob, aPerson, aProgress, NOW } from '../../../../testing/jobs';
import { lifecycleSteps } from './lifecycle-steps';

describe('lifecycleSteps', () => {
  const steps = (
    status: JobStatus,
    people: readonly PersonProgress[] = [],
    part: Partial<JobProgress> = {},
    workloads = Object.values(Workload),
  ) => {
    const all = lifecycleSteps(aProgress(aJob({ status, workloads }), people, part), people, NOW);
    return new Map(all.map((step) => [step.name, step]));
  };
  const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);

  it('has six stations, and only those that the workloads of the job pass', () => {
    expect([...steps(JobStatus.Submitted).keys()]).toEqual([
      'Created',
      'Validated',
      'Mail synced',
      'Cutover',
      'Chats, meetings, files',
      'Verified',
    ]);
    expect([...steps(JobStatus.Submitted, [], {}, [Workload.ODSP]).keys()]).toEqual([
      'Created',
      'Validated',
      'Cutover',
      'Files',
      'Verified',
    ]);
  });

  it('says how many are to be checked before validation, and how far it is', () => {
    const people = [aPerson('Ann Lee', ServiceStatus.Valid), aPerson('Bob')];
    expect(steps(JobStatus.Submitted, people).get('Validated')).toMatchObject({
      state: 'next',
      detail: '2 people to check',
    });
    expect(steps(JobStatus.ValidateInProgress, people).get('Validated')).toMatchObject({
      state: 'doing',
      detail: '50 % checked',
      ratio: 0.5,
    });
  });

  it('counts those who did not pass', () => {
    const people = [aPerson('Ann Lee', ServiceStatus.Valid), aPerson('Bob', ServiceStatus.Invalid)];
    expect(steps(JobStatus.ValidateFailed, people).get('Validated')).toMatchObject({
      state: 'failed',
      detail: '1 of 2 did not pass',
    });
  });

  it('counts down until a validation expires, and warns once it has', () => {
    const passed = (expires: Date) =>
      steps(JobStatus.ValidatePassed, [], { validatedDateTime: days(-1), validationExpiresDateTime: expires }).get(
        'Validated',
      );
    expect(passed(days(6.875))).toMatchObject({
      state: 'done',
      detail: 'expires in 6 d 21 h',
      times: 'Mon 30 Nov 06:41 UTC',
    });
    expect(passed(days(-1))).toMatchObject({ state: 'warned', detail: 'expired 1 d ago' });
  });

  it('fills the station of mail by what each mailbox has synced', () => {
    const people = [
      aPerson('Ann Lee', ServiceStatus.Synced),
      aPerson('Bob', ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Syncing, expected: 200, copied: 100 } }),
    ];
    expect(steps(JobStatus.InProgress, people).get('Mail synced')).toMatchObject({
      state: 'doing',
      detail: '1 mailbox left',
      ratio: 0.75,
    });
  });

  it('waits for the date of the cutover once mail is synced', () => {
    const all = steps(JobStatus.InProgress, [aPerson('Ann Lee', ServiceStatus.Synced)]);
    expect(all.get('Mail synced')?.state).toBe('done');
    expect(all.get('Cutover')).toMatchObject({ state: 'waiting', detail: 'in 4 d · not before Fri 27 Nov 09:41 UTC' });
  });

  it('shows mailboxes cutting over, then the other workloads', () => {
    const part = { cutoverStartedDateTime: NOW };
    const first = [
      aPerson('Ann Lee', ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Completed } }),
      aPerson('Bob', ServiceStatus.Synced, { Exchange: { status: ServiceStatus.Finalizing } }),
    ];
    expect(steps(JobStatus.CuttingOver, first, part).get('Cutover')).toMatchObject({
      state: 'doing',
      detail: '1 mailbox left',
    });
    const then = [
      aPerson('Ann Lee', ServiceStatus.Completed, {
        Teams: { status: ServiceStatus.InProgress, expected: 10, copied: 1 },
      }),
    ];
    const all = steps(JobStatus.CuttingOver, then, part);
    expect(all.get('Cutover')?.state).toBe('done');
    expect(all.get('Chats, meetings, files')).toMatchObject({ state: 'doing', detail: '70 %' });
  });

  it('ends verified, with errors, or failed', () => {
    const end = { finishedDateTime: NOW, cutoverStartedDateTime: NOW };
    expect(steps(JobStatus.Completed, [], end).get('Verified')?.state).toBe('done');
    expect(steps(JobStatus.CompletedWithErrors, [], end).get('Verified')?.state).toBe('warned');
    expect(steps(JobStatus.Failed, [], { finishedDateTime: NOW }).get('Verified')?.state).toBe('failed');
    expect(steps(JobStatus.Failed, [], { finishedDateTime: NOW }).get('Cutover')?.state).toBe('never');
  });

  it.each(Object.values(JobStatus))('knows every station of a job that is %s', (status) => {
    for (const step of steps(status, [aPerson('Ann Lee')]).values()) expect(step.detail).not.toBe('');
  });
});
