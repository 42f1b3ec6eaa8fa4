import { JobStatus, JobType } from '@ferry/contracts';
import { JOB_TRANSITIONS, isFinal, type JobTrigger } from '@ferry/domain';
import { EXIT_CODE_OF, rests } from './job-rest';

const STATUSES = Object.values(JobStatus);
const ASKED_FOR: readonly string[] = [
  'validate',
  'migrate',
  'cancel',
  'delete',
  'requestApproval',
  'approve',
  'adminAccept',
] satisfies JobTrigger[];

describe('rests', () => {
  it.each(STATUSES.filter(isFinal))('is true of %s, which is final', (status) => {
    expect(rests({ status, jobType: JobType.Migrate })).toBe(true);
  });

  it.each(STATUSES.filter((status) => Object.keys(JOB_TRANSITIONS[status]).length > 0))(
    'is true of %s exactly when nothing but a request leads on from there',
    (status) => {
      // A submitted job starts by itself when it was created to migrate.
      const jobType = status === JobStatus.Submitted ? JobType.Migrate : JobType.Validate;
      const triggers = Object.keys(JOB_TRANSITIONS[status]);
      // Where a job can be cancelled it also ends when its last person is taken out, which somebody asks for.
      const askedFor = [...ASKED_FOR, ...(triggers.includes('cancel') ? ['finishCancel'] : [])];
      // What follows a decision about skipped items happens only when somebody has decided.
      if (status === JobStatus.AdminActionRequired) askedFor.push('cutOver', 'complete', 'completeWithErrors', 'fail');
      const waits = triggers.every((trigger) => askedFor.includes(trigger));
      expect(rests({ status, jobType })).toBe(waits);
    },
  );

  it('is true of a submitted job that nobody has asked to move', () => {
    expect(rests({ status: JobStatus.Submitted, jobType: JobType.Validate })).toBe(true);
  });
});

describe('EXIT_CODE_OF', () => {
  it('is 0 for a job that passed or completed, and 1 for one that did not', () => {
    const well = STATUSES.filter(
      (status) => rests({ status, jobType: JobType.Validate }) && EXIT_CODE_OF[status] === 0,
    );
    expect(well).toEqual([JobStatus.Submitted, JobStatus.Completed, JobStatus.ValidatePassed, JobStatus.Deleted]);
  });
});
