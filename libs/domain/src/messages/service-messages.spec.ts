import { JobStatus, ServiceStatus, Workload } from '@ferry/contracts';
import { serviceMessage, type ServiceSituation } from './service-messages';

const SITUATION: ServiceSituation = {
  service: Workload.Exchange,
  status: ServiceStatus.Syncing,
  compares: false,
  withMailboxes: true,
  jobStatus: JobStatus.InProgress,
  completeAfter: new Date('2027-03-01T18:00:00Z'),
};
const say = (part: Partial<ServiceSituation>): string => serviceMessage({ ...SITUATION, ...part });

describe('serviceMessage', () => {
  it('says nothing before anything has happened, and something in every status that Ferry sets', () => {
    const silent = Object.values(ServiceStatus).filter((status) => say({ status }) === '');
    expect(silent).toEqual([ServiceStatus.NotStarted, ServiceStatus.ForceComplete, ServiceStatus.UnknownFutureValue]);
  });

  it.each([ServiceStatus.Syncing, ServiceStatus.Synced])('names the date that comes next while it is %s', (status) => {
    expect(say({ status })).toContain('after 2027-03-01T18:00:00.000Z');
  });

  it('tells a mailbox that waits from what waits for it', () => {
    expect(say({ status: ServiceStatus.Synced })).toContain('The mailbox is in sync');
    expect(say({ status: ServiceStatus.Synced, service: Workload.Teams })).toContain('once the mailbox is through');
    const alone = { status: ServiceStatus.Synced, service: Workload.Teams, withMailboxes: false };
    expect(say(alone)).toBe('It moves after 2027-03-01T18:00:00.000Z.');
  });

  it('tells checking, copying and comparing apart', () => {
    const inProgress = { status: ServiceStatus.InProgress, service: Workload.ODSP };
    expect(say({ ...inProgress, jobStatus: JobStatus.ValidateInProgress })).toContain('checked');
    expect(say(inProgress)).toContain('copied');
    expect(say({ ...inProgress, compares: true })).toContain('being compared');
    expect(say({ status: ServiceStatus.Finalizing, compares: true })).toContain('being compared');
  });
});
