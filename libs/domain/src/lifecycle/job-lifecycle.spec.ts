import { JobStatus } from '@ferry/contracts';
import { isFinal, nextJobStatus, type JobTrigger } from './job-lifecycle';

/** Exhaustive by type: a new trigger does not compile until it is listed, and then fails until the table knows it. */
const TRIGGERS = Object.keys({
  validate: 0,
  migrate: 0,
  cancel: 0,
  delete: 0,
  start: 0,
  prepareValidation: 0,
  beginChecks: 0,
  passValidation: 0,
  failValidation: 0,
  beginMigration: 0,
  cutOver: 0,
  complete: 0,
  completeWithErrors: 0,
  fail: 0,
  finishCancel: 0,
  finishDelete: 0,
  requestApproval: 0,
  approve: 0,
  requireAdmin: 0,
  adminAccept: 0,
} satisfies Record<JobTrigger, 0>) as JobTrigger[];

/** Every cell that is possible, one line for each status: trigger > target. Every other cell is refused. */
// prettier-ignore
const TABLE: Record<JobStatus, string> = {
  submitted:           'validate > validateSubmitted, start > processing, approve > approved, cancel > pendingCancel, finishCancel > cancelled',
  approved:            'start > processing, cancel > pendingCancel, finishCancel > cancelled',
  validateSubmitted:   'prepareValidation > validateProcessing, cancel > pendingCancel, finishCancel > cancelled',
  validateProcessing:  'beginChecks > validateInProgress, cancel > pendingCancel, finishCancel > cancelled',
  validateInProgress:  'passValidation > validatePassed, failValidation > validateFailed, cancel > pendingCancel, finishCancel > cancelled',
  validatePassed:      'validate > validateSubmitted, migrate > processing, requestApproval > submitted, cancel > pendingCancel, finishCancel > cancelled, delete > pendingDelete',
  validateFailed:      'validate > validateSubmitted, cancel > pendingCancel, finishCancel > cancelled, delete > pendingDelete',
  processing:          'beginMigration > inProgress, complete > completed, completeWithErrors > completedWithErrors, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  inProgress:          'cutOver > cuttingOver, requireAdmin > adminActionRequired, complete > completed, completeWithErrors > completedWithErrors, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  adminActionRequired: 'adminAccept > inProgress, cutOver > cuttingOver, complete > completed, completeWithErrors > completedWithErrors, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  cuttingOver:         'requireAdmin > adminActionRequired, complete > completed, completeWithErrors > completedWithErrors, fail > failed, finishCancel > cancelled',
  completed:           'delete > pendingDelete',
  completedWithErrors: 'migrate > processing, requestApproval > submitted, delete > pendingDelete',
  failed:              'migrate > processing, requestApproval > submitted, delete > pendingDelete',
  cancelled:           'delete > pendingDelete',
  pendingCancel:       'finishCancel > cancelled',
  pendingDelete:       'finishDelete > deleted',
  deleted:             '',
  unknownFutureValue:  '',
};

function expectedTarget(from: JobStatus, trigger: JobTrigger): string | undefined {
  const cell = TABLE[from].split(', ').find((entry) => entry.startsWith(`${trigger} > `));
  return cell?.split(' > ')[1];
}

describe('job lifecycle', () => {
  describe.each(Object.values(JobStatus))('from %s', (from) => {
    it.each(TRIGGERS.map((trigger) => ({ trigger, target: expectedTarget(from, trigger) })))(
      '$trigger leads to $target',
      ({ trigger, target }) => {
        expect(nextJobStatus(from, trigger)).toBe(target);
      },
    );
  });

  it('lists only triggers that exist', () => {
    const named = Object.values(TABLE).flatMap((line) => line.split(', ').filter(Boolean));
    expect(named.map((entry) => entry.split(' > ')[0])).toEqual(expect.not.arrayContaining([undefined]));
    expect(TRIGGERS).toEqual(expect.arrayContaining([...new Set(named.map((entry) => entry.split(' > ')[0]))]));
  });

  it('calls a job final when it ended or is gone', () => {
    expect(Object.values(JobStatus).filter(isFinal)).toEqual([
      'completed',
      'completedWithErrors',
      'failed',
      'cancelled',
      'deleted',
    ]);
  });

  it('leaves a final status only to be migrated again, approved for that, or deleted', () => {
    const ways = Object.values(JobStatus)
      .filter(isFinal)
      .flatMap((status) => TRIGGERS.filter((trigger) => nextJobStatus(status, trigger) !== undefined));
    expect([...new Set(ways)].sort()).toEqual(['delete', 'migrate', 'requestApproval']);
  });
});
