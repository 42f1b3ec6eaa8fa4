import { ServiceStatus, Workload } from '@ferry/contracts';
import { aPerson, failedWith } from '../../../../testing/jobs';
import { filterPeople, type PeopleFilter, phaseFilters, phaseOf } from './people-filter';

describe('The filter of people', () => {
  const people = [
    aPerson('Ann Lee', ServiceStatus.Completed),
    aPerson('Bob', ServiceStatus.Failed),
    aPerson('Cy', ServiceStatus.Failed),
  ];
  const phases = ['completed', 'failed', 'failed'] as const;
  const shown = (filter: Partial<PeopleFilter>, of = people) =>
    filterPeople(of, phases, { phase: null, text: '', code: null, stuck: false, ...filter });

  it('offers all, then what occurs, with counts', () => {
    expect(phaseFilters(phases, null).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'All 3',
      'Failed 2',
      'Completed 1',
    ]);
  });

  it('keeps the chosen one, even when nobody is left in it', () => {
    expect(phaseFilters(phases, 'syncing').map(({ label, count }) => `${label} ${count}`)).toContain('Syncing 0');
  });

  it('shows the people of a phase', () => {
    expect(shown({ phase: 'failed' }).map(({ displayName }) => displayName)).toEqual(['Bob', 'Cy']);
  });

  it('searches name, address and id, whatever the case', () => {
    expect(shown({ text: ' ann ' })).toEqual([people[0]]);
    expect(shown({ text: 'BOB@FABRIKAM' })).toEqual([people[1]]);
    expect(shown({ text: people[2]!.id })).toEqual([people[2]]);
  });

  it('shows who has an error, and who is stuck', () => {
    const ann = aPerson('Ann Lee', ServiceStatus.Valid, { [Workload.Teams]: failedWith('CTTM-005') });
    const bob = aPerson('Bob', ServiceStatus.Syncing, { [Workload.Exchange]: { stuck: true } });
    expect(shown({ code: 'CTTM-005' }, [ann, bob])).toEqual([ann]);
    expect(shown({ stuck: true }, [ann, bob])).toEqual([bob]);
    expect(shown({ stuck: true, code: 'CTTM-005' }, [ann, bob])).toEqual([]);
  });

  it('hands over the very same list when nothing is asked for', () => {
    expect(shown({})).toBe(people);
  });

  it('ignores a phase in the address that does not exist', () => {
    expect(phaseOf('failed')).toBe('failed');
    expect(phaseOf('nonsense')).toBeNull();
  });
});
