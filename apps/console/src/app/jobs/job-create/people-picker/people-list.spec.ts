import type { Person } from '@ferry/contracts';
import { readPeopleList, searchPeople } from './people-list';

const PEOPLE: Person[] = [
  {
    id: '22222222-0000-4000-8000-000000000001',
    displayName: 'Ann Lee',
    mail: 'ann@fabrikam.example',
    sourceMail: 'ann@contoso.example',
  },
  { id: '22222222-0000-4000-8000-000000000002', displayName: 'Bob Oz', mail: 'bob@fabrikam.example', sourceMail: null },
];

describe('readPeopleList', () => {
  it('takes ids and addresses of either side, each person once', () => {
    const text = 'ANN@contoso.example; bob@fabrikam.example,\n22222222-0000-4000-8000-000000000001';
    expect(readPeopleList(text, PEOPLE)).toEqual({ ids: [PEOPLE[0]!.id, PEOPLE[1]!.id], unknown: [] });
  });

  it('takes an object id that the directory does not know: validation will judge it', () => {
    const stranger = '99999999-0000-4000-8000-000000000009';
    expect(readPeopleList(stranger.toUpperCase(), PEOPLE)).toEqual({ ids: [stranger], unknown: [] });
  });

  it('tells what it could not read', () => {
    expect(readPeopleList('who@nowhere.example ann@fabrikam.example', PEOPLE)).toEqual({
      ids: [PEOPLE[0]!.id],
      unknown: ['who@nowhere.example'],
    });
  });

  it('finds nothing in an empty list', () => {
    expect(readPeopleList(' \n ', PEOPLE)).toEqual({ ids: [], unknown: [] });
  });
});

describe('searchPeople', () => {
  it('looks at the name and both addresses', () => {
    expect(searchPeople(PEOPLE, 'lee')).toEqual([PEOPLE[0]]);
    expect(searchPeople(PEOPLE, 'CONTOSO')).toEqual([PEOPLE[0]]);
    expect(searchPeople(PEOPLE, '')).toBe(PEOPLE);
  });
});
