import { TestBed } from '@angular/core/testing';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { ThroughputStore } from './throughput-store';

const URL = '/api/v1/jobs/j1/throughput';
const NOTHING = { intervalSeconds: 60, points: [] };

describe('ThroughputStore', () => {
  let backend: ConsoleBackend;
  let store: ThroughputStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([ThroughputStore]);
    store = TestBed.inject(ThroughputStore);
    store.changed('j1');
  });
  afterEach(() => {
    jest.useRealTimers();
    TestBed.resetTestingModule();
  });

  it('reads a job at once, and then no more often than four times a minute, however often it changes', async () => {
    await backend.answer(URL, { ...NOTHING, points: [{}] });
    jest.useFakeTimers();
    for (let change = 0; change < 50; change += 1) store.changed('j1');
    jest.advanceTimersByTime(14_999);
    backend.http.expectNone(URL);
    jest.advanceTimersByTime(1);
    expect(backend.http.match(URL)).toHaveLength(1);
    jest.advanceTimersByTime(60_000);
    backend.http.expectNone(URL);
  });

  it('looks for the first that moves more often', async () => {
    await backend.answer(URL, NOTHING);
    jest.useFakeTimers();
    store.changed('j1');
    jest.advanceTimersByTime(3_000);
    expect(backend.http.match(URL)).toHaveLength(1);
  });

  it('drops the answer about a job that nobody looks at any more', async () => {
    store.changed('j2');
    await backend.answer(URL, { intervalSeconds: 60, points: [{}] });
    expect(store.throughput()).toBeNull();
    await backend.answer('/api/v1/jobs/j2/throughput', NOTHING);
    expect(store.throughput()).toEqual(NOTHING);
  });

  it('keeps what is shown when it cannot be read again, and says why', async () => {
    await backend.answer(URL, NOTHING);
    void store.read();
    await backend.answer(URL, { error: { code: 'ServiceNotAvailable', message: 'Wait.' } }, 503);
    expect([store.throughput(), store.error()?.message]).toEqual([NOTHING, 'Wait.']);
  });

  it('asks for nothing more when the page is left', async () => {
    await backend.answer(URL, NOTHING);
    jest.useFakeTimers();
    store.changed('j1');
    TestBed.resetTestingModule();
    jest.advanceTimersByTime(60_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});
