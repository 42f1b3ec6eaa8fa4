import { TestBed } from '@angular/core/testing';
import { API_ROUTES, AttentionAction, GRAPH_ROUTES } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob } from '../../../testing/jobs';
import { anOverview } from '../../../testing/overviews';
import { OverviewStore } from './overview-store';

const ADDRESS = `/${API_ROUTES.overview}`;

describe('OverviewStore', () => {
  let backend: ConsoleBackend;
  let store: OverviewStore;

  beforeEach(async () => {
    sessionStorage.clear();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    backend = await signedIn([OverviewStore]);
    store = TestBed.inject(OverviewStore);
    await settle();
  });
  afterEach(() => jest.useRealTimers());

  const pass = async (milliseconds: number) => {
    jest.advanceTimersByTime(milliseconds);
    await settle();
  };

  it('is read once when the page opens', async () => {
    await backend.answer(ADDRESS, anOverview({ failedJobs: 3 }));
    expect(store.overview()?.failedJobs).toBe(3);
    await pass(10_000);
    backend.http.expectNone(ADDRESS);
  });

  it('is read anew when jobs change, however many of them at once', async () => {
    await backend.answer(ADDRESS, anOverview());
    for (let change = 0; change < 5; change += 1) await backend.streams.latest.send(aJob());
    await pass(2_000);
    await backend.answer(ADDRESS, anOverview({ runningJobs: 1 }));
    expect(store.overview()?.runningJobs).toBe(1);
    await pass(10_000);
    backend.http.expectNone(ADDRESS);
  });

  it('is read once more when something changes while it is being read', async () => {
    await backend.streams.latest.send({ id: 'x' }, 'deleted');
    await backend.answer(ADDRESS, anOverview());
    await pass(2_000);
    await backend.answer(ADDRESS, anOverview({ hasJobs: false }));
    expect(store.overview()?.hasJobs).toBe(false);
  });

  it('catches up after a gap', async () => {
    await backend.answer(ADDRESS, anOverview());
    await backend.streams.latest.end();
    await pass(1_000);
    await pass(2_000);
    await backend.answer(ADDRESS, anOverview({ failedJobs: 1 }));
    expect(store.overview()?.failedJobs).toBe(1);
  });

  it('keeps what is known when it cannot be read anew, and says why', async () => {
    await backend.answer(ADDRESS, anOverview({ failedJobs: 2 }));
    await backend.streams.latest.send({}, 'gap');
    await pass(2_000);
    await backend.answer(ADDRESS, { error: { code: 'broken', message: 'It broke.' } }, 500);
    expect(store.error()?.message).toBe('It broke.');
    expect(store.overview()?.failedJobs).toBe(2);
  });

  it('asks a job for what helps it, and says when that is refused', async () => {
    await backend.answer(ADDRESS, anOverview());
    const { id } = aJob();
    const asked = store.act(id, AttentionAction.Migrate);
    expect(store.busy()).toBe(id);
    const refusal = { error: { code: 'validationExpired', message: 'Validate again.' } };
    await backend.answer(`/v1.0/${GRAPH_ROUTES.jobAction(id, 'migrate')}`, refusal, 409);
    await asked;
    expect(store.busy()).toBeNull();
    expect(store.actionError()?.message).toBe('Validate again.');
  });
});
