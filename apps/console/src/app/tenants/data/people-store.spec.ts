import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { FABRIKAM } from '../../../testing/jobs';
import { FIGURES } from '../../../testing/tenants';
import { PeopleStore } from './people-store';

const PEOPLE = `/api/v1/tenants/${FABRIKAM}/people`;
const ANN = { id: 'p1', displayName: 'Ann', mail: 'ann@fabrikam.example', sourceMail: null };
const BEA = { id: 'p2', displayName: 'Bea', mail: 'bea@fabrikam.example', sourceMail: null };

describe('PeopleStore', () => {
  let backend: ConsoleBackend;
  let store: PeopleStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([PeopleStore]);
    store = TestBed.inject(PeopleStore);
  });
  afterEach(() => backend.http.verify());

  const answerPage = async (query: string, value: object[], nextLink?: string) => {
    backend.http.expectOne(`${PEOPLE}?${query}`).flush({ value, nextLink });
    await backend.answer(`${PEOPLE}:summary`, FIGURES);
  };
  const shown = () => store.people()?.map(({ displayName }) => displayName);

  it('shows a page with the place where the next one begins', async () => {
    void store.show(FABRIKAM, '', '');
    await answerPage('top=100', [ANN], `http://elsewhere${PEOPLE}?top=100&skiptoken=abc`);
    expect([shown(), store.next(), store.figures()?.people]).toEqual([['Ann'], 'abc', 2]);
    void store.show(FABRIKAM, '', 'abc');
    await answerPage('top=100&skiptoken=abc', [BEA]);
    expect([shown(), store.next()]).toEqual([['Bea'], null]);
  });

  it('shows the answer to the last question, whichever comes first', async () => {
    void store.show(FABRIKAM, 'a', '');
    void store.show(FABRIKAM, 'an', '');
    const [first, second] = ['a', 'an'].map((text) => backend.http.expectOne(`${PEOPLE}?top=100&search=${text}`));
    const figures = backend.http.match(`${PEOPLE}:summary`);
    second?.flush({ value: [ANN] });
    figures[1]?.flush(FIGURES);
    await settle();
    first?.flush({ value: [ANN, BEA] });
    figures[0]?.flush(FIGURES);
    await settle();
    expect([shown(), store.loading()]).toEqual([['Ann'], false]);
  });

  it('opens somebody who is not on the page, and says when nobody is there', async () => {
    void store.show(FABRIKAM, '', '');
    await answerPage('top=100', [ANN]);
    void store.open(FABRIKAM, 'p2');
    await backend.answer(`${PEOPLE}/p2`, BEA);
    expect(store.person()?.displayName).toBe('Bea');
    void store.open(FABRIKAM, 'p3');
    await backend.answer(`${PEOPLE}/p3`, { error: { code: 'notFound', message: 'Nobody.' } }, 404);
    expect([store.person(), store.personError()?.message]).toEqual([null, 'Nobody.']);
  });

  it('deletes people one after the other, and reads the page anew', async () => {
    void store.show(FABRIKAM, '', '');
    await answerPage('top=100', [ANN, BEA]);
    const removed = store.remove(['p1', 'p2']);
    await backend.answer(`${PEOPLE}/p1`, undefined, 204);
    await backend.answer(`${PEOPLE}/p2`, undefined, 204);
    await answerPage('top=100', []);
    expect([await removed, shown()]).toEqual([true, []]);
  });

  it('stops at somebody who cannot be deleted, and says why', async () => {
    void store.show(FABRIKAM, '', '');
    await answerPage('top=100', [ANN, BEA]);
    const removed = store.remove(['p1', 'p2']);
    await backend.answer(`${PEOPLE}/p1`, { error: { code: 'busy', message: 'Later.' } }, 503);
    await answerPage('top=100', [ANN, BEA]);
    expect([await removed, store.changeError()?.message]).toEqual([false, 'Later.']);
  });
});
