import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { HttpRequest } from '@angular/common/http';
import { JobStatus } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../testing/console-backend';
import { settle } from '../../testing/event-streams';
import { aJob, FABRIKAM } from '../../testing/jobs';
import { PreferenceStore } from '../preferences/preference-store';
import { PaletteStore } from './palette-store';

describe('PaletteStore', () => {
  let backend: ConsoleBackend;
  let store: PaletteStore;

  const open = async (canWrite = true) => {
    sessionStorage.clear();
    localStorage.clear();
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
    backend = await signedIn([PaletteStore], canWrite);
    TestBed.inject(Router).resetConfig([{ path: '**', children: [] }]);
    store = TestBed.inject(PaletteStore);
  };
  afterEach(() => jest.useRealTimers());

  const type = async (text: string) => {
    store.type(text);
    TestBed.tick();
    jest.advanceTimersByTime(200);
    await settle();
  };
  const isFor = (path: string) => (request: HttpRequest<unknown>) => request.url.endsWith(path);
  const labels = () => store.items().map(({ label }) => label);
  const person = { id: 'p1', displayName: 'Waverly Stone', mail: 'waverly@fabrikam.example' };

  it('offers pages and actions before anything is typed', async () => {
    await open();
    expect(labels()).toEqual(expect.arrayContaining(['Overview', 'Settings', 'Theme: dark', 'Sign out']));
  });

  it('offers no page that is of no use to somebody who may only look', async () => {
    await open(false);
    expect(labels()).not.toContain('New job');
  });

  it('finds jobs and people at the service, and leads to them', async () => {
    await open();
    await type('wave');
    const jobs = backend.http.expectOne(isFor('/crossTenantMigrationJobs'));
    expect(jobs.request.params.get('$search')).toBe('"wave"');
    jobs.flush({ value: [aJob({ status: JobStatus.Failed })] });
    backend.http.expectOne(isFor(`/tenants/${FABRIKAM}/people`)).flush({ value: [person] });
    await settle();
    expect(store.items().map(({ group, label, detail }) => [group, label, detail])).toEqual([
      ['jobs', 'wave-01', 'Failed'],
      ['people', 'Waverly Stone', 'waverly@fabrikam.example'],
    ]);
    store.items()[0]?.run();
    await settle();
    expect(TestBed.inject(Router).url).toBe(`/jobs/${aJob().id}`);
  });

  it('asks only for what stands there when nobody types any more', async () => {
    await open();
    store.type('wa');
    TestBed.tick();
    await type('wave');
    expect(backend.http.match(isFor('/crossTenantMigrationJobs'))).toHaveLength(1);
  });

  it('finds what an error code means', async () => {
    await open();
    await type('cttm-005');
    backend.http.expectOne(isFor('/crossTenantMigrationJobs')).flush({ value: [] });
    backend.http.expectOne(isFor(`/tenants/${FABRIKAM}/people`)).flush({ value: [] });
    backend.http.expectOne(isFor('/errors/CTTM-005')).flush({ code: 'CTTM-005', title: 'No Teams licence' });
    await settle();
    expect(store.items().map(({ group, detail }) => [group, detail])).toEqual([['codes', 'No Teams licence']]);
  });

  it('goes on offering pages when the service cannot be asked', async () => {
    await open();
    await type('settings');
    backend.http.expectOne(isFor('/crossTenantMigrationJobs')).flush(null, { status: 500, statusText: 'x' });
    await settle();
    expect(store.failed()).toBe(true);
    expect(labels()).toEqual(['Settings']);
  });

  it('does what an action says', async () => {
    await open();
    store
      .items()
      .find(({ label }) => label === 'Theme: dark')
      ?.run();
    expect(TestBed.inject(PreferenceStore).preferences().theme).toBe('dark');
    expect(labels()).not.toContain('Theme: dark');
  });
});
