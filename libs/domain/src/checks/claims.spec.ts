import { JobStatus, JobType } from '@ferry/contracts';
import fc from 'fast-check';
import { holdsAgainst, type RivalJob } from './claims';

const at = (hour: number): Date => new Date(Date.UTC(2027, 2, 1, hour));

function job(id: string, more: Partial<RivalJob> = {}): RivalJob {
  return {
    id,
    displayName: `Wave ${id}`,
    status: JobStatus.ValidateInProgress,
    createdAs: null,
    createdAt: at(1),
    attempt: 0,
    migrationStartedAt: null,
    hasPassed: false,
    ...more,
  };
}

describe('holdsAgainst', () => {
  it.each([
    JobStatus.Submitted,
    JobStatus.ValidateInProgress,
    JobStatus.ValidatePassed,
    JobStatus.ValidateFailed,
    JobStatus.Processing,
    JobStatus.InProgress,
    JobStatus.CuttingOver,
    JobStatus.PendingCancel,
  ])('lets the first job keep a person from the second one while it is %s', (status) => {
    const first = job('b', { status });
    expect(holdsAgainst(first, job('a', { createdAt: at(2) }))).toBe(true);
  });

  it.each([
    JobStatus.Completed,
    JobStatus.CompletedWithErrors,
    JobStatus.Failed,
    JobStatus.Cancelled,
    JobStatus.PendingDelete,
  ])('lets the second job have the person once the first one is %s', (status) => {
    expect(holdsAgainst(job('b', { status }), job('a', { createdAt: at(2) }))).toBe(false);
  });

  it('does not hold the first job back for the second one', () => {
    expect(holdsAgainst(job('b', { createdAt: at(2) }), job('a'))).toBe(false);
  });

  it('does hold it back for a second one that moves the person already', () => {
    const second = job('b', { createdAt: at(2), status: JobStatus.InProgress, attempt: 1, migrationStartedAt: at(3) });
    const retried = job('a', { status: JobStatus.Processing, attempt: 2, migrationStartedAt: at(4) });
    expect(holdsAgainst(second, retried)).toBe(true);
  });

  it('takes a job that is tried again for one that came later', () => {
    const waiting = job('b', { createdAt: at(2), status: JobStatus.ValidatePassed });
    const retried = job('a', { status: JobStatus.Processing, attempt: 2, migrationStartedAt: at(4) });
    expect(holdsAgainst(waiting, retried)).toBe(true);
    expect(holdsAgainst(retried, waiting)).toBe(false);
  });

  it('lets a second job keep a person whom it is about to move, whoever came first', () => {
    const second = job('b', { createdAt: at(2), status: JobStatus.Processing, attempt: 1, migrationStartedAt: at(2) });
    expect(holdsAgainst({ ...second, hasPassed: true }, job('a'))).toBe(true);
    expect(holdsAgainst({ ...second, hasPassed: false }, job('a'))).toBe(false);
  });

  it('lets go of people with the verdict of a job that was created to validate', () => {
    const verdict = job('b', { status: JobStatus.ValidatePassed, createdAs: JobType.Validate });
    expect(holdsAgainst(verdict, job('a', { createdAt: at(2) }))).toBe(false);
    const migrated = { ...verdict, status: JobStatus.Processing, attempt: 1, migrationStartedAt: at(5) };
    expect(holdsAgainst(migrated, job('a', { createdAt: at(2) }))).toBe(false);
    expect(holdsAgainst(job('a', { createdAt: at(2) }), migrated)).toBe(true);
  });

  it('keeps exactly one of two jobs back that look at each other during their checks', () => {
    const claiming = fc.record({
      status: fc.constantFrom(JobStatus.ValidateInProgress, JobStatus.Processing),
      createdAs: fc.constantFrom(null, JobType.Validate, JobType.Migrate),
      createdAt: fc.integer({ min: 0, max: 3 }).map(at),
      attempt: fc.integer({ min: 0, max: 2 }),
      migrationStartedAt: fc.integer({ min: 3, max: 6 }).map(at),
    });
    fc.assert(
      fc.property(claiming, claiming, (one, other) => {
        const [a, b] = [job('a', one), job('b', other)];
        expect(holdsAgainst(a, b)).toBe(!holdsAgainst(b, a));
      }),
    );
  });
});
