import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type JobChange, JobStatus, ServiceStatus } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, anEvent, aPerson, aProgress } from '../../../testing/jobs';
import { JobStore } from './job-store';

const IN_FOUR_DAYS = new Date(Date.now() + 4 * 86_400_000);
const job = aJob({ id: 'j1', status: JobStatus.Submitted, completeAfterDateTime: IN_FOUR_DAYS });
const ANN = aPerson('Ann Lee');
const BOB = aPerson('Bob');

const change = (part: Partial<JobChange> = {}): JobChange => ({
  progress: aProgress(job, [ANN, BOB]),
  people: [ANN, BOB],
  events: [anEvent(1)],
  ...part,
});

describe('JobStore', () => {
  let backend: ConsoleBackend;
  let store: JobStore;

  const open = async (canWrite = true) => {
    backend = await signedIn([JobStore], canWrite);
    store = TestBed.inject(JobStore);
    runInInjectionContext(TestBed.inject(EnvironmentInjector), () => store.open('j1'));
    await settle();
  };
  const names = () => store.people().map(({ displayName }) => displayName);

  beforeEach(async () => {
    sessionStorage.clear();
    await open();
  });

  it('shows everything that the first message tells', async () => {
    expect(store.progress()).toBeNull();
    await backend.streams.latest.send(change());
    expect(backend.streams.latest.url).toBe('/api/v1/jobs/j1/changes');
    expect(store.progress()?.job.displayName).toBe('wave-01');
    expect(names()).toEqual(['Ann Lee', 'Bob']);
    expect(store.phases()).toEqual(['notStarted', 'notStarted']);
  });

  it('writes who changed into their rows, and puts new events on top', async () => {
    await backend.streams.latest.send(change());
    const bob = { ...BOB, services: BOB.services.map((service) => ({ ...service, status: ServiceStatus.Valid })) };
    await backend.streams.latest.send(change({ people: [bob], events: [anEvent(2), anEvent(3)] }));
    expect(names()).toEqual(['Ann Lee', 'Bob']);
    expect(store.phases()).toEqual(['notStarted', 'valid']);
    expect(store.events().map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('looks back to the creation of the job, and then drops nothing', async () => {
    const step = (id: number) => anEvent(id, { fromStatus: 'submitted', toStatus: 'submitted' });
    await backend.streams.latest.send(change({ events: [step(3), step(4)] }));
    expect(store.hasEarlierEvents()).toBe(true);
    const read = store.showEarlierEvents();
    backend.http.expectOne('/api/v1/jobs/j1/events?before=3').flush({ value: [step(2), anEvent(1)] });
    await read;
    expect(store.events().map(({ id }) => id)).toEqual([4, 3, 2, 1]);
    expect(store.hasEarlierEvents()).toBe(false);
    await backend.streams.latest.send(change({ events: Array.from({ length: 150 }, (_, index) => step(5 + index)) }));
    expect(store.events()).toHaveLength(154);
  });

  it('retries people who have failed, once the job has ended, and nobody else', async () => {
    const ended = aJob({ ...job, status: JobStatus.CompletedWithErrors });
    const failed = aPerson('Bob', ServiceStatus.Failed);
    await backend.streams.latest.send(change({ progress: aProgress(job), people: [ANN, failed] }));
    expect(store.mayRetry([failed.id])).toBe(false);
    await backend.streams.latest.send(change({ progress: aProgress(ended), people: [failed] }));
    expect([store.mayRetry([failed.id]), store.mayRetry([ANN.id])]).toEqual([true, false]);

    const asked = store.retry([failed.id]);
    const request = backend.http.expectOne('/api/v1/jobs/j1/retry');
    expect(request.request.body).toEqual({ personIds: [failed.id] });
    request.flush({});
    expect(await asked).toBe(true);
  });

  it('begins anew with the first message after a loss', async () => {
    await backend.streams.latest.send(change());
    await backend.streams.latest.end();
    window.dispatchEvent(new Event('online'));
    await settle();
    await backend.streams.latest.send(change({ people: [ANN], events: [anEvent(9)] }));
    expect(names()).toEqual(['Ann Lee']);
    expect(store.events().map(({ id }) => id)).toEqual([9]);
  });

  it('offers what the domain allows now', async () => {
    await backend.streams.latest.send(change());
    expect(store.actions()).toEqual(['validate', 'cancel', 'update']);
    await backend.streams.latest.send(change({ progress: aProgress({ ...job, status: JobStatus.Completed }) }));
    expect(store.actions()).toEqual(['delete']);
  });

  it('offers migrate for as long as the service lets the validation count', async () => {
    const passed = { ...job, status: JobStatus.ValidatePassed };
    const dates = (expires: number) => ({
      validatedDateTime: new Date(Date.now() - 3_600_000),
      validationExpiresDateTime: new Date(Date.now() + expires),
    });
    await backend.streams.latest.send(change({ progress: aProgress(passed, [], dates(60_000)) }));
    expect(store.actions()).toContain('migrate');
    await backend.streams.latest.send(change({ progress: aProgress(passed, [], dates(-60_000)) }));
    expect(store.actions()).not.toContain('migrate');
    expect(store.actions()).toContain('validate');
  });

  it('offers nothing to somebody who may only look', async () => {
    TestBed.resetTestingModule();
    await open(false);
    await backend.streams.latest.send(change());
    expect(store.actions()).toEqual([]);
    expect(store.mayLeave(ANN)).toBe(false);
  });

  it('lets a person leave while the domain does', async () => {
    await backend.streams.latest.send(change());
    expect(store.mayLeave(ANN)).toBe(true);
    expect(store.mayLeave({ ...ANN, removed: true })).toBe(false);
  });

  it('asks the service for an action, once at a time', async () => {
    await backend.streams.latest.send(change());
    const asked = store.act('validate');
    expect(store.busy()).toBe('validate');
    expect(await store.act('cancel')).toBe(false);
    await backend.answer('/v1.0/solutions/migrations/crossTenantMigrationJobs/j1/validate', undefined, 202);
    expect(await asked).toBe(true);
    expect(store.busy()).toBeNull();
  });

  it('says why an action was refused, until the job moves on', async () => {
    await backend.streams.latest.send(change());
    const asked = store.act('validate');
    const body = { error: { code: 'validateNotAllowed', message: 'It runs already.' } };
    await backend.answer('/v1.0/solutions/migrations/crossTenantMigrationJobs/j1/validate', body, 409);
    expect(await asked).toBe(false);
    expect(store.actionError()?.message).toBe('It runs already.');
    await backend.streams.latest.send(
      change({ progress: aProgress({ ...job, status: JobStatus.ValidateInProgress }) }),
    );
    expect(store.actionError()).toBeNull();
  });

  it('moves the cutover date', async () => {
    await backend.streams.latest.send(change());
    const asked = store.moveCutover(new Date('2027-01-04T06:00:00Z'));
    const request = backend.http.expectOne('/v1.0/solutions/migrations/crossTenantMigrationJobs/j1');
    expect(request.request.method).toBe('PATCH');
    expect(request.request.body).toEqual({ completeAfterDateTime: '2027-01-04T06:00:00.000Z' });
    request.flush(null);
    expect(await asked).toBe(true);
  });
});
