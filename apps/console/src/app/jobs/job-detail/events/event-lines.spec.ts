import { PersonMembership, ServiceStatus, Workload } from '@ferry/contracts';
import { anEvent } from '../../../../testing/jobs';
import { eventLine } from './event-lines';

describe('eventLine', () => {
  const ann = { personId: '22222222-0000-4000-8000-000000000001', personName: 'Ann Lee' };

  it('says what became of a workload of a person', () => {
    const event = { ...ann, service: Workload.Teams, fromStatus: 'inProgress', toStatus: ServiceStatus.Failed };
    expect(eventLine(anEvent(1, event))).toMatchObject({ subject: 'Ann Lee · Teams', outcome: 'Failed', tone: 'bad' });
  });

  it('says in words what the log has as a code', () => {
    const cause = 'SkippedItemsOverLimit';
    const event = { ...ann, service: Workload.Exchange, toStatus: ServiceStatus.Synced, cause };
    expect(eventLine(anEvent(1, event)).cause).toMatch(/^SkippedItemsOverLimit: \w/);
  });

  it('says who came and who left', () => {
    const added = { ...ann, toStatus: PersonMembership.Added };
    expect(eventLine(anEvent(1, added))).toMatchObject({ subject: 'Ann Lee', outcome: 'Added' });
    const removed = { ...ann, fromStatus: PersonMembership.Added, toStatus: PersonMembership.Removed };
    expect(eventLine(anEvent(2, removed))).toMatchObject({ subject: 'Ann Lee', outcome: 'Taken out' });
  });

  it('leaves it to the cause when the status stayed', () => {
    const event = { fromStatus: 'submitted', toStatus: 'submitted', cause: 'the cutover date was moved' };
    expect(eventLine(anEvent(1, event))).toMatchObject({
      subject: 'Job',
      outcome: '',
      cause: 'the cutover date was moved',
    });
  });
});
