import { ServiceStatus } from '@ferry/contracts';
import { aPerson } from '../../../../testing/jobs';
import { filterPeople, phaseFilters, phaseOf } from './people-filter';

describe('The filter of people', () => {
  const people = [
    aPerson('Ann Lee', ServiceStatus.Completed),
    aPerson('Bob', ServiceStatus.Failed),
    aPerson('Cy', ServiceStatus.Failed),
  ];
  const phases = ['completed', 'failed', 'failed'] as const;

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
    expect(filterPeople(people, phases, 'failed', '').map(({ displayName }) => displayName)).toEqual(['Bob', 'Cy']);
  });

  it('searches name, address and id, whatever the case', () => {
    expect(filterPeople(people, phases, null, ' ann ')).toEqual([people[0]]);
    expect(filterPeople(people, phases, null, 'BOB@FABRIKAM')).toEqual([people[1]]);
    expect(filterPeople(people, phases, null, people[2]!.id)).toEqual([people[2]]);
  });

  it('hands over the very same list when nothing is asked for', () => {
    expect(filterPeople(people, phases, null, '')).toBe(people);
  });

  it('ignores a phase in the address that does not exist', () => {
    expect(phaseOf('failed')).toBe('failed');
    expect(phaseOf('nonsense')).toBeNull();
  });
});
