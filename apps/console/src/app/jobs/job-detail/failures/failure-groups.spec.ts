import { ServiceStatus, Workload } from '@ferry/contracts';
import { aPerson, failedWith, NOW } from '../../../../testing/jobs';
import { groupFailures, leftOutItems } from './failure-groups';

describe('groupFailures', () => {
  it('puts everyone with the same code together, the largest group first', () => {
    const groups = groupFailures([
      aPerson('Ann Lee', ServiceStatus.Valid, { Teams: failedWith('CTTM-005') }),
      aPerson('Bob', ServiceStatus.Valid, { Exchange: failedWith('CTM-100') }),
      aPerson('Carola', ServiceStatus.Valid, { Teams: failedWith('CTTM-005') }),
    ]);
    expect(groups.map(({ code, people }) => [code, people.map(({ name }) => name)])).toEqual([
      ['CTTM-005', ['Ann Lee', 'Carola']],
      ['CTM-100', ['Bob']],
    ]);
  });

  it('counts a person once, however many workloads failed for the same reason', () => {
    const [group] = groupFailures([
      aPerson('Ann Lee', ServiceStatus.Valid, { Teams: failedWith('CTM-100'), Exchange: failedWith('CTM-100') }),
    ]);
    expect(group?.people).toHaveLength(1);
    expect(group?.workloads).toEqual([Workload.Exchange, Workload.Teams]);
  });

  it('takes title, remedy and who from the catalogue', () => {
    const [group] = groupFailures([aPerson('Ann Lee', ServiceStatus.Valid, { Teams: failedWith('CTTM-005') })]);
    expect(group?.entry).toMatchObject({ code: 'CTTM-005', who: 'licenceAdmin' });
    expect(group?.title).toBe(group?.entry?.title);
  });

  it('shows a code that the catalogue does not know with what the service said', () => {
    const [group] = groupFailures([
      aPerson('Ann Lee', ServiceStatus.Valid, { Teams: failedWith('NEW-1', 'Something new happened.') }),
    ]);
    expect(group).toMatchObject({ code: 'NEW-1', title: 'Something new happened.', entry: null });
  });

  it('leaves to its own card what only waits for a decision', () => {
    const held = { ...failedWith('SkippedItemsOverLimit'), status: ServiceStatus.Synced, heldDateTime: NOW };
    expect(groupFailures([aPerson('Ann', ServiceStatus.Synced, { Exchange: held })])).toEqual([]);
  });

  it('leaves out people who were taken out of the job', () => {
    const person = aPerson('Ann Lee', ServiceStatus.Valid, { Teams: failedWith('CTTM-005') });
    expect(groupFailures([{ ...person, removed: true }])).toEqual([]);
  });
});

describe('leftOutItems', () => {
  it('adds up what was skipped or failed for each person, and names nobody else', () => {
    const people = [
      aPerson('Ann Lee', ServiceStatus.Completed, { Exchange: { skipped: 3 }, Teams: { failed: 2 } }),
      aPerson('Bob', ServiceStatus.Completed),
    ];
    expect(leftOutItems(people).map(({ name, items }) => [name, items])).toEqual([['Ann Lee', 5]]);
  });
});
