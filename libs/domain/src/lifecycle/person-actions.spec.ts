import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import type { JobSituation } from './job-actions';
import { decidePersonAdd, decidePersonCancel, decideSkippedItemsAccept, type PersonSituation } from './person-actions';

const NOW = new Date('2027-03-01T12:00:00Z');
const AHEAD = new Date('2027-03-02T12:00:00Z');

function job(status: JobStatus, completeAfter = AHEAD): JobSituation {
  return { status, jobType: JobType.Validate, createdAs: null, validatedAt: null, completeAfter };
}

function person(...statuses: ServiceStatus[]): PersonSituation {
  return { workloads: statuses.map((status) => ({ status, held: false })), removed: false };
}

function refusal(status: string): object {
  return {
    allowed: false,
    code: 'personCancelNotAllowed',
    message: `Cancel is not possible. Current status is ${status}`,
  };
}

/** May somebody leave a job in this status, before its date, whose workloads all stand so? */
// prettier-ignore
const BY_STATUS: Record<ServiceStatus, { validating: boolean; migrating: boolean }> = {
  notStarted:         { validating: true,  migrating: true },
  valid:              { validating: true,  migrating: true },
  invalid:            { validating: true,  migrating: true },
  error:              { validating: true,  migrating: true },
  inProgress:         { validating: true,  migrating: false },
  syncing:            { validating: true,  migrating: true },
  synced:             { validating: true,  migrating: true },
  finalizing:         { validating: false, migrating: false },
  completed:          { validating: false, migrating: false },
  failed:             { validating: false, migrating: false },
  cancelled:          { validating: false, migrating: false },
  pendingCancel:      { validating: false, migrating: false },
  forceComplete:      { validating: true,  migrating: true },
  unknownFutureValue: { validating: true,  migrating: true },
};

const JOBS_THAT_LET_GO = [
  'submitted',
  'approved',
  'processing',
  'inProgress',
  'adminActionRequired',
  'validateSubmitted',
  'validateProcessing',
  'validateInProgress',
  'validatePassed',
  'validateFailed',
];

describe('decidePersonCancel', () => {
  describe.each(Object.values(ServiceStatus))('for somebody who is %s', (status) => {
    it('decides while the job validates', () => {
      const decision = decidePersonCancel(person(status), job(JobStatus.ValidateInProgress), NOW);
      expect(decision).toEqual(BY_STATUS[status].validating ? { allowed: true } : refusal(status));
    });

    it('decides while the job migrates', () => {
      const decision = decidePersonCancel(person(status), job(JobStatus.InProgress), NOW);
      expect(decision).toEqual(BY_STATUS[status].migrating ? { allowed: true } : refusal(status));
    });
  });

  it('lets people go from exactly those jobs that could be cancelled', () => {
    const waiting = person(ServiceStatus.NotStarted);
    const lettingGo = Object.values(JobStatus).filter(
      (status) => decidePersonCancel(waiting, job(status), NOW).allowed,
    );
    expect(lettingGo.sort()).toEqual([...JOBS_THAT_LET_GO].sort());
  });

  it('holds everybody from the very date on', () => {
    const waiting = person(ServiceStatus.Synced, ServiceStatus.Synced);
    expect(decidePersonCancel(waiting, job(JobStatus.InProgress, NOW), NOW)).toEqual(refusal('synced'));
    expect(decidePersonCancel(waiting, job(JobStatus.InProgress, new Date(NOW.getTime() + 1)), NOW)).toEqual({
      allowed: true,
    });
  });

  it('holds somebody as soon as one workload has begun its cutover, and names that one', () => {
    const statuses = [ServiceStatus.Synced, ServiceStatus.Finalizing, ServiceStatus.Synced];
    expect(decidePersonCancel(person(...statuses), job(JobStatus.InProgress), NOW)).toEqual(refusal('finalizing'));
  });

  it('lets somebody go whose mailbox failed while other workloads still wait', () => {
    const statuses = [ServiceStatus.Failed, ServiceStatus.Synced];
    expect(decidePersonCancel(person(...statuses), job(JobStatus.InProgress), NOW)).toEqual({ allowed: true });
  });

  it('refuses to remove somebody twice', () => {
    const gone = { ...person(ServiceStatus.Synced), removed: true };
    expect(decidePersonCancel(gone, job(JobStatus.InProgress), NOW)).toEqual(refusal('cancelled'));
  });
});

describe('somebody of whom skipped items wait for a decision', () => {
  const held = (status: ServiceStatus, ...others: ServiceStatus[]): PersonSituation => ({
    workloads: [{ status, held: true }, ...others.map((other) => ({ status: other, held: false }))],
    removed: false,
  });
  const past = job(JobStatus.AdminActionRequired, NOW);

  it.each([
    { name: 'a mailbox before its cutover', who: held(ServiceStatus.Synced, ServiceStatus.Synced) },
    { name: 'a mailbox in its cutover', who: held(ServiceStatus.Finalizing, ServiceStatus.Synced) },
    { name: 'files, when the mailbox has moved', who: held(ServiceStatus.InProgress, ServiceStatus.Completed) },
    { name: 'files, when the mailbox has failed', who: held(ServiceStatus.InProgress, ServiceStatus.Failed) },
  ])('may leave, or be accepted, whatever the date: $name', ({ who }) => {
    expect(decidePersonCancel(who, past, NOW)).toEqual({ allowed: true });
    expect(decideSkippedItemsAccept(who)).toEqual({ allowed: true });
  });

  it('may not leave while something else of theirs moves', () => {
    const who = held(ServiceStatus.InProgress, ServiceStatus.InProgress);
    expect(decidePersonCancel(who, past, NOW)).toEqual(refusal('inProgress'));
  });

  it('may not leave a job that has been cancelled, or twice', () => {
    const who = held(ServiceStatus.Synced);
    expect(decidePersonCancel(who, job(JobStatus.PendingCancel), NOW).allowed).toBe(false);
    expect(decidePersonCancel({ ...who, removed: true }, past, NOW).allowed).toBe(false);
  });

  it('is the only one whose skipped items can be accepted', () => {
    expect(decideSkippedItemsAccept(person(ServiceStatus.Synced))).toEqual({
      allowed: false,
      code: 'acceptSkippedItemsNotAllowed',
      message: 'No skipped items of this person wait for a decision. Current status is synced.',
    });
    expect(decideSkippedItemsAccept({ ...held(ServiceStatus.Synced), removed: true }).allowed).toBe(false);
  });
});

describe('decidePersonAdd', () => {
  it.each(Object.values(JobStatus))('knows whether somebody may join a job that is %s', (status) => {
    const decision = decidePersonAdd(job(status));
    if (status === JobStatus.Submitted) expect(decision).toEqual({ allowed: true });
    else expect(decision).toMatchObject({ allowed: false, code: 'personAddNotAllowed' });
  });

  it('lets nobody join a job that is about to migrate', () => {
    const starting = { ...job(JobStatus.Submitted), jobType: JobType.Migrate };
    expect(decidePersonAdd(starting)).toMatchObject({ allowed: false });
  });
});
