import { ServiceStatus, Workload, WORKLOADS } from '@ferry/contracts';
import { afterExchange, followsExchange, missingDependencies } from './dependencies';

describe('missingDependencies', () => {
  it.each([
    { chosen: [Workload.Meeting], needs: [Workload.Teams, Workload.Exchange] },
    { chosen: [Workload.Meeting, Workload.Teams], needs: [Workload.Exchange] },
    { chosen: [Workload.ODSP, Workload.Exchange, Workload.Meeting], needs: [Workload.Teams] },
  ])('finds what Meeting lacks in $chosen', ({ chosen, needs }) => {
    expect(missingDependencies(chosen)).toEqual([{ workload: Workload.Meeting, needs }]);
  });

  it.each([[[...WORKLOADS]], [[Workload.Exchange]], [[Workload.ODSP]], [[Workload.Teams]], [[]]])(
    'finds nothing missing in %j',
    (chosen: Workload[]) => {
      expect(missingDependencies(chosen)).toEqual([]);
    },
  );
});

describe('followsExchange', () => {
  it('is true for everything but the mailbox itself', () => {
    expect(WORKLOADS.filter(followsExchange)).toEqual([Workload.ODSP, Workload.Teams, Workload.Meeting]);
  });
});

describe('afterExchange', () => {
  const noMailbox = { fail: 'MMS-011' };
  const EXPECTED: Record<ServiceStatus, { files: unknown; meetings: unknown }> = {
    notStarted: { files: 'wait', meetings: 'wait' },
    valid: { files: 'wait', meetings: 'wait' },
    invalid: { files: 'wait', meetings: 'wait' },
    error: { files: 'wait', meetings: 'wait' },
    inProgress: { files: 'wait', meetings: 'wait' },
    syncing: { files: 'wait', meetings: 'wait' },
    synced: { files: 'wait', meetings: 'wait' },
    finalizing: { files: 'wait', meetings: 'wait' },
    completed: { files: 'start', meetings: 'start' },
    forceComplete: { files: 'start', meetings: 'start' },
    failed: { files: 'start', meetings: noMailbox },
    cancelled: { files: 'wait', meetings: 'wait' },
    pendingCancel: { files: 'wait', meetings: 'wait' },
    unknownFutureValue: { files: 'wait', meetings: 'wait' },
  };

  it.each(Object.values(ServiceStatus))('decides for a mailbox that is %s', (status) => {
    expect(afterExchange(Workload.ODSP, status)).toEqual(EXPECTED[status].files);
    expect(afterExchange(Workload.Teams, status)).toEqual(EXPECTED[status].files);
    expect(afterExchange(Workload.Meeting, status)).toEqual(EXPECTED[status].meetings);
    expect(afterExchange(Workload.Exchange, status)).toBe('start');
  });

  it.each(WORKLOADS)('starts %s in a job that moves no mailboxes', (workload) => {
    expect(afterExchange(workload, undefined)).toBe('start');
  });
});
