import { ServiceStatus, Workload, WORKLOADS } from '@ferry/contracts';
import { isSettled, nextServiceStatus, type ServiceTrigger } from './service-lifecycle';
import { beginTrigger, cutoverTrigger } from './workload-steps';

/** Exhaustive by type: a new trigger does not compile until it is listed, and then fails until the table knows it. */
const TRIGGERS = Object.keys({
  reset: 0,
  check: 0,
  pass: 0,
  invalidate: 0,
  break: 0,
  startSync: 0,
  synced: 0,
  finalize: 0,
  awaitCutover: 0,
  start: 0,
  complete: 0,
  fail: 0,
  cancel: 0,
  finishCancel: 0,
} satisfies Record<ServiceTrigger, 0>) as ServiceTrigger[];

/** Every cell that is possible, one line for each status: trigger > target. Every other cell is refused. */
// prettier-ignore
const TABLE: Record<ServiceStatus, string> = {
  notStarted:         'check > inProgress, startSync > syncing, awaitCutover > synced, reset > notStarted, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  valid:              'reset > notStarted, cancel > pendingCancel, finishCancel > cancelled',
  invalid:            'reset > notStarted, cancel > pendingCancel, finishCancel > cancelled',
  error:              'reset > notStarted, cancel > pendingCancel, finishCancel > cancelled',
  inProgress:         'pass > valid, invalidate > invalid, break > error, complete > completed, reset > notStarted, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  syncing:            'synced > synced, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  synced:             'finalize > finalizing, start > inProgress, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  finalizing:         'complete > completed, fail > failed, cancel > pendingCancel, finishCancel > cancelled',
  completed:          '',
  failed:             'startSync > syncing, awaitCutover > synced, reset > notStarted, finishCancel > cancelled',
  cancelled:          '',
  pendingCancel:      'finishCancel > cancelled',
  forceComplete:      '',
  unknownFutureValue: '',
};

function expectedTarget(from: ServiceStatus, trigger: ServiceTrigger): string | undefined {
  const cell = TABLE[from].split(', ').find((entry) => entry.startsWith(`${trigger} > `));
  return cell?.split(' > ')[1];
}

function walk(from: ServiceStatus, ...triggers: ServiceTrigger[]): ServiceStatus | undefined {
  return triggers.reduce<ServiceStatus | undefined>(
    (status, trigger) => (status === undefined ? undefined : nextServiceStatus(status, trigger)),
    from,
  );
}

describe('service lifecycle', () => {
  describe.each(Object.values(ServiceStatus))('from %s', (from) => {
    it.each(TRIGGERS.map((trigger) => ({ trigger, target: expectedTarget(from, trigger) })))(
      '$trigger leads to $target',
      ({ trigger, target }) => {
        expect(nextServiceStatus(from, trigger)).toBe(target);
      },
    );
  });

  it('settles as completed, failed or cancelled', () => {
    expect(Object.values(ServiceStatus).filter(isSettled)).toEqual(['completed', 'failed', 'cancelled']);
  });

  it('starts a mailbox as syncing and everything else as synced when the migration begins', () => {
    const statuses = WORKLOADS.map((workload) => walk(ServiceStatus.NotStarted, beginTrigger(workload)));
    expect(Object.fromEntries(WORKLOADS.map((workload, index) => [workload, statuses[index]]))).toEqual({
      Exchange: 'syncing',
      ODSP: 'synced',
      Teams: 'synced',
      Meeting: 'synced',
    });
  });

  it('takes a mailbox through sync and finalising to completed', () => {
    const begin = beginTrigger(Workload.Exchange);
    const cutOver = cutoverTrigger(Workload.Exchange);
    expect(walk(ServiceStatus.NotStarted, begin, 'synced', cutOver)).toBe('finalizing');
    expect(walk(ServiceStatus.NotStarted, begin, 'synced', cutOver, 'complete')).toBe('completed');
  });

  it.each([Workload.ODSP, Workload.Teams, Workload.Meeting])(
    'takes %s from waiting through moving to completed',
    (w) => {
      expect(walk(ServiceStatus.NotStarted, beginTrigger(w), cutoverTrigger(w))).toBe('inProgress');
      expect(walk(ServiceStatus.NotStarted, beginTrigger(w), cutoverTrigger(w), 'complete')).toBe('completed');
    },
  );

  it('retries what failed and never touches what was completed', () => {
    expect(walk(ServiceStatus.Failed, 'reset', 'startSync')).toBe('syncing');
    expect(TRIGGERS.filter((trigger) => nextServiceStatus(ServiceStatus.Completed, trigger))).toEqual([]);
  });
});
