import { JobStatus, JobType } from '@ferry/contracts';
import { isCatalogueCode } from '../errors/error-catalogue';
import {
  JOB_ACTIONS,
  allowedActions,
  decideAction,
  decideRetry,
  isActive,
  validationExpiresAt,
  type JobAction,
  type JobSituation,
} from './job-actions';

const NOW = new Date('2027-03-01T12:00:00Z');
const POLICY = { validationDays: 7, requireApproval: false };
const DAY = 86_400_000;

const later = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);

function job(status: JobStatus, given: Partial<JobSituation> = {}): JobSituation {
  return {
    status,
    jobType: JobType.Validate,
    createdAs: null,
    validatedAt: later(-DAY),
    completeAfter: later(DAY),
    ...given,
  };
}

const LETTERS: Record<JobAction, string> = {
  validate: 'V',
  migrate: 'M',
  approve: 'A',
  cancel: 'C',
  update: 'U',
  delete: 'D',
};

/** The allowed actions as letters in a fixed order, a dot for each refused one: `V..CU.` */
function letters(situation: JobSituation): string {
  const allowed = allowedActions(situation, NOW, POLICY);
  return JOB_ACTIONS.map((action) => (allowed.includes(action) ? LETTERS[action] : '.')).join('');
}

/** Validate, Migrate, Approve, Cancel, Update the date, Delete: for each status in five situations. */
// prettier-ignore
const ROWS: Record<JobStatus, string> = {
  //                    date ahead  expired  date passed  both   created to validate
  submitted:           'V..CU.       V..CU.    V..CU.        V..CU.  V..CU.',
  approved:            '...CU.       ...CU.    ...CU.        ...CU.  ...CU.',
  validateSubmitted:   '...CU.       ...CU.    ...CU.        ...CU.  ...CU.',
  validateProcessing:  '...CU.       ...CU.    ...CU.        ...CU.  ...CU.',
  validateInProgress:  '...CU.       ...CU.    ...CU.        ...CU.  ...CU.',
  validatePassed:      '.M.CU.       V..CU.    .M.CU.        V..CU.  .M.CUD',
  validateFailed:      'V..CU.       V..CU.    V..CU.        V..CU.  V..CUD',
  processing:          '...CU.       ...CU.    ...C..        ...C..  ...CU.',
  inProgress:          '...CU.       ...CU.    ......        ......  ...CU.',
  adminActionRequired: '...CU.       ...CU.    ......        ......  ...CU.',
  cuttingOver:         '......       ......    ......        ......  ......',
  completed:           '.....D       .....D    .....D        .....D  .....D',
  completedWithErrors: '.M...D       .M...D    .M...D        .M...D  .M...D',
  failed:              '.M...D       .M...D    .M...D        .M...D  .M...D',
  cancelled:           '.....D       .....D    .....D        .....D  .....D',
  pendingCancel:       '......       ......    ......        ......  ......',
  pendingDelete:       '......       ......    ......        ......  ......',
  deleted:             '......       ......    ......        ......  ......',
  unknownFutureValue:  '......       ......    ......        ......  ......',
};

const SITUATIONS: readonly { when: string; given: Partial<JobSituation> }[] = [
  { when: 'the date is ahead and the validation counts', given: {} },
  { when: 'the validation has expired', given: { validatedAt: later(-7 * DAY) } },
  { when: 'the date has passed', given: { completeAfter: later(-1) } },
  {
    when: 'the date has passed and the validation has expired',
    given: { completeAfter: later(-1), validatedAt: later(-8 * DAY) },
  },
  { when: 'the job was created to validate', given: { createdAs: JobType.Validate } },
];

describe('decideAction', () => {
  describe.each(SITUATIONS.map((situation, column) => ({ ...situation, column })))(
    'when $when',
    ({ given, column }) => {
      it.each(Object.values(JobStatus).map((status) => ({ status, expected: ROWS[status].split(/ +/)[column] })))(
        'allows $expected from $status',
        ({ status, expected }) => {
          expect(letters(job(status, given))).toBe(expected);
        },
      );
    },
  );

  it('refuses with a code of the catalogue and a message that names the current status', () => {
    for (const status of Object.values(JobStatus)) {
      for (const action of JOB_ACTIONS.filter((candidate) => candidate !== 'delete')) {
        const decision = decideAction(action, job(status, { completeAfter: NOW }), NOW, POLICY);
        if (decision.allowed) continue;
        expect(isCatalogueCode(decision.code)).toBe(true);
        expect(decision.message).toContain(status);
      }
    }
  });

  it('refuses to migrate from a wrong status with the published sentence', () => {
    expect(decideAction('migrate', job(JobStatus.ValidateFailed), NOW, POLICY)).toEqual({
      allowed: false,
      code: 'migrateNotAllowed',
      message: "Migration can't be started because the current status is validateFailed",
    });
  });

  it('refuses to delete a job that has not ended with the published sentence', () => {
    expect(decideAction('delete', job(JobStatus.InProgress, { id: 'job-1' }), NOW, POLICY)).toEqual({
      allowed: false,
      code: 'resourceTypeMismatch',
      message:
        'Cross Tenant Migration Job job-1 must be in final state (Completed, Failed, or Cancelled) before it can be deleted.',
    });
  });

  it('leaves the place of the id open when the situation does not name it', () => {
    expect(decideAction('delete', job(JobStatus.Deleted), NOW, POLICY)).toMatchObject({
      message: expect.stringContaining('Cross Tenant Migration Job <ID> must be'),
    });
  });

  it('tells an expired validation from a wrong status', () => {
    const expired = job(JobStatus.ValidatePassed, { validatedAt: later(-7 * DAY) });
    expect(decideAction('migrate', expired, NOW, POLICY)).toMatchObject({
      code: 'validationExpired',
      message: expect.stringContaining('older than 7 days'),
    });
  });

  it.each([
    { age: 'a millisecond before its end', validatedAt: later(-7 * DAY + 1), expected: '.M.CU.' },
    { age: 'at its very end', validatedAt: later(-7 * DAY), expected: 'V..CU.' },
    { age: 'of an unknown date', validatedAt: null, expected: 'V..CU.' },
  ])('allows $expected for a passed validation $age', ({ validatedAt, expected }) => {
    expect(letters(job(JobStatus.ValidatePassed, { validatedAt }))).toBe(expected);
  });

  it.each([
    { edge: 'a millisecond before the date', completeAfter: later(1), expected: '...CU.' },
    { edge: 'at the very date', completeAfter: NOW, expected: '......' },
  ])('allows $expected while a migration runs, $edge', ({ completeAfter, expected }) => {
    expect(letters(job(JobStatus.InProgress, { completeAfter }))).toBe(expected);
  });

  it('tells a date that has passed from a status without cancellation', () => {
    const due = job(JobStatus.InProgress, { completeAfter: NOW });
    expect(decideAction('cancel', due, NOW, POLICY)).toMatchObject({ code: 'cutoverDatePassed' });
    expect(decideAction('update', due, NOW, POLICY)).toMatchObject({ code: 'updateTooLate' });
    expect(decideAction('cancel', job(JobStatus.Completed), NOW, POLICY)).toMatchObject({ code: 'cancelNotAllowed' });
    expect(decideAction('update', job(JobStatus.Completed), NOW, POLICY)).toMatchObject({ code: 'updateNotAllowed' });
  });
});

describe('decideAction where approval is required', () => {
  const FOUR_EYES = { ...POLICY, requireApproval: true };
  const waits = { jobType: JobType.Migrate };

  it('lets a migration be approved that was submitted, and nothing else', () => {
    const approvable = Object.values(JobStatus).filter(
      (status) => decideAction('approve', job(status, waits), NOW, FOUR_EYES).allowed,
    );
    expect(approvable).toEqual([JobStatus.Submitted]);
  });

  it('has nothing to approve in a job that waits for its validation, or where no approval is required', () => {
    const refused = { allowed: false, code: 'approveNotAllowed' };
    expect(decideAction('approve', job(JobStatus.Submitted), NOW, FOUR_EYES)).toMatchObject(refused);
    expect(decideAction('approve', job(JobStatus.Submitted, waits), NOW, POLICY)).toMatchObject(refused);
  });

  it('lets a job that waits be validated again, cancelled or moved instead', () => {
    expect(allowedActions(job(JobStatus.Submitted, waits), NOW, FOUR_EYES)).toEqual([
      'validate',
      'approve',
      'cancel',
      'update',
    ]);
  });
});

describe('decideRetry', () => {
  const isAllowed = (status: JobStatus, failed: number) => decideRetry(job(status), failed, NOW, POLICY).allowed;

  it('takes chosen people up again once their job has ended with failures', () => {
    const retryable = Object.values(JobStatus).filter((status) => isAllowed(status, 1));
    expect(retryable).toEqual(expect.arrayContaining([JobStatus.CompletedWithErrors, JobStatus.Failed]));
    expect(retryable).toHaveLength(2);
  });

  it('refuses where none of them has failed, and says how many have', () => {
    expect(decideRetry(job(JobStatus.Failed), 0, NOW, POLICY)).toEqual({
      allowed: false,
      code: 'retryNotAllowed',
      message: 'The retry is not possible: current status is failed, and 0 of the people named have failed.',
    });
  });
});

describe('validationExpiresAt', () => {
  it('adds the days of the policy', () => {
    expect(validationExpiresAt(NOW, { validationDays: 7 })).toEqual(new Date('2027-03-08T12:00:00Z'));
  });
});

describe('isActive', () => {
  it('holds people until the job has ended', () => {
    const released = Object.values(JobStatus).filter((status) => !isActive({ status, createdAs: null }));
    expect(released).toEqual(['completed', 'completedWithErrors', 'failed', 'cancelled', 'pendingDelete', 'deleted']);
  });

  it('releases the people of a validation job with its verdict', () => {
    expect(isActive({ status: JobStatus.ValidatePassed, createdAs: JobType.Validate })).toBe(false);
    expect(isActive({ status: JobStatus.ValidateFailed, createdAs: JobType.Validate })).toBe(false);
    expect(isActive({ status: JobStatus.ValidateInProgress, createdAs: JobType.Validate })).toBe(true);
    expect(isActive({ status: JobStatus.ValidatePassed, createdAs: JobType.Migrate })).toBe(true);
  });
});
