import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { anEvent } from '../../../testing/jobs';
import { PersonStore } from './person-store';

describe('PersonStore', () => {
  let backend: ConsoleBackend;
  let store: PersonStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([PersonStore], true);
    store = TestBed.inject(PersonStore);
  });

  const answer = (personId: string, name: string) => {
    const report = { id: personId, displayName: name, mail: null, removed: false, services: [] };
    backend.http.expectOne(`/api/v1/jobs/j1/people/${personId}/report`).flush(report);
    backend.http.expectOne(`/api/v1/jobs/j1/events?person=${personId}`).flush({ value: [anEvent(7)] });
    backend.http.expectOne(`/api/v1/people/${personId}/jobs`).flush({ value: [] });
  };

  it('reads folders, events and other jobs together', async () => {
    const read = store.read('j1', 'ann');
    answer('ann', 'Ann Lee');
    await read;
    expect(store.report()?.displayName).toBe('Ann Lee');
    expect(store.events().map(({ id }) => id)).toEqual([7]);
  });

  it('drops the answer about somebody who is not looked at any more', async () => {
    const [ann, bob] = [store.read('j1', 'ann'), store.read('j1', 'bob')];
    answer('bob', 'Bob');
    answer('ann', 'Ann Lee');
    await Promise.all([ann, bob]);
    expect(store.report()?.displayName).toBe('Bob');
  });

  it('says why it could not be read, and keeps what it knew', async () => {
    const read = store.read('j1', 'ann');
    answer('ann', 'Ann Lee');
    await read;
    const again = store.read('j1', 'ann');
    backend.http.expectOne('/api/v1/jobs/j1/people/ann/report').error(new ProgressEvent('error'));
    await settle();
    backend.http.match(() => true);
    await again;
    expect(store.error()).not.toBeNull();
    expect(store.report()?.displayName).toBe('Ann Lee');
  });
});
