import { TestBed } from '@angular/core/testing';
import { JobEventKind } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { anEvent } from '../../../testing/jobs';
import type { EventFilter } from './event-filter';
import { FilteredEventsStore } from './filtered-events-store';

const FILTER: EventFilter = { kind: JobEventKind.Job, about: '', actor: 'ann' };
const ASKED = '/api/v1/jobs/j1/events?kind=job&actor=ann';

describe('FilteredEventsStore', () => {
  let backend: ConsoleBackend;
  let store: FilteredEventsStore;

  beforeEach(async () => {
    sessionStorage.clear();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    backend = await signedIn([FilteredEventsStore]);
    store = TestBed.inject(FilteredEventsStore);
    void store.show('j1', FILTER);
  });
  afterEach(() => jest.useRealTimers());

  const page = (ids: readonly number[], hasMore = false) => ({
    value: ids.map((id) => anEvent(id)),
    ...(hasMore ? { nextLink: 'http://x/next' } : {}),
  });
  const change = async () => {
    store.changed();
    jest.advanceTimersByTime(2_000);
    await settle();
  };
  const ids = () => store.events()?.map(({ id }) => id);

  it('asks the service, and then for what was before', async () => {
    expect(ids()).toBeUndefined();
    await backend.answer(ASKED, page([9, 8], true));
    expect([ids(), store.hasEarlier()]).toEqual([[9, 8], true]);
    void store.showEarlier();
    await backend.answer(`${ASKED}&before=8`, page([3]));
    expect([ids(), store.hasEarlier()]).toEqual([[9, 8, 3], false]);
  });

  it('looks again when something happened, and keeps what was read before', async () => {
    await backend.answer(ASKED, page([9, 8], true));
    void store.showEarlier();
    await backend.answer(`${ASKED}&before=8`, page([3]));
    await change();
    await backend.answer(ASKED, page([12, 9], true));
    expect([ids(), store.hasEarlier()]).toEqual([[12, 9, 8, 3], false]);
  });

  it('begins anew when so much happened that there would be a hole', async () => {
    await backend.answer(ASKED, page([9, 8]));
    await change();
    await backend.answer(ASKED, page([40, 39], true));
    expect([ids(), store.hasEarlier()]).toEqual([[40, 39], true]);
  });

  it('drops the answer to a question that nobody asks any more', async () => {
    void store.show('j1', { ...FILTER, kind: null });
    await backend.answer('/api/v1/jobs/j1/events?actor=ann', page([7]));
    await backend.answer(ASKED, page([9]));
    expect(ids()).toEqual([7]);
    store.clear();
    await change();
    backend.http.verify();
  });

  it('says why nothing can be read, and reads again', async () => {
    await backend.answer(ASKED, { error: { code: 'broken', message: 'Broken.' } }, 503);
    expect(store.error()?.message).toBe('Broken.');
    void store.reload();
    await backend.answer(ASKED, page([1]));
    expect([ids(), store.error()]).toEqual([[1], null]);
  });
});
