import { TestBed } from '@angular/core/testing';
import { JobStatus } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, aProgress, CONTOSO, NOW } from '../../../testing/jobs';
import { JobListStore } from './job-list-store';

const JOBS = '/v1.0/solutions/migrations/crossTenantMigrationJobs';

describe('JobListStore', () => {
  let backend: ConsoleBackend;
  let store: JobListStore;
  const first = aJob({ id: 'j1', displayName: 'wave-01' });
  const second = aJob({ id: 'j2', displayName: 'wave-02' });
  const names = () => store.rows()?.map(({ job }) => `${job.displayName} ${job.status}`);

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([JobListStore]);
    store = TestBed.inject(JobListStore);
    await settle();
    await backend.answer('/api/v1/tenants', { value: [{ id: CONTOSO, displayName: 'Contoso' }] });
  });

  const showFirstPage = () =>
    backend.answer(JOBS, { value: [first], '@odata.nextLink': `http://elsewhere${JOBS}?$skip=1` });

  it('begins without rows, and shows the first page with the names of tenants', async () => {
    expect(store.rows()).toBeNull();
    await showFirstPage();
    expect(names()).toEqual(['wave-01 submitted']);
    expect(store.tenantName(CONTOSO)).toBe('Contoso');
    expect(store.hasMore()).toBe(true);
  });

  it('adds the numbers of each job when they come', async () => {
    await showFirstPage();
    expect(store.rows()?.[0]?.progress).toBeNull();
    await backend.answer('/api/v1/jobs/j1', aProgress(first, [], { people: 40 }));
    expect(store.rows()?.[0]?.progress?.people).toBe(40);
  });

  it('appends the next page, by the link as it came but at our own address', async () => {
    await showFirstPage();
    void store.loadMore();
    await backend.answer(`${JOBS}?$skip=1`, { value: [second] });
    expect(names()).toEqual(['wave-01 submitted', 'wave-02 submitted']);
    expect(store.hasMore()).toBe(false);
  });

  it('writes a change into its row, and reads its numbers anew', async () => {
    await showFirstPage();
    await backend.answer('/api/v1/jobs/j1', aProgress(first));
    await backend.streams.latest.send({ ...first, status: JobStatus.ValidatePassed });
    expect(names()).toEqual(['wave-01 validatePassed']);
    backend.http.expectOne('/api/v1/jobs/j1');
  });

  it('announces a new job instead of letting rows jump, and shows it on request', async () => {
    await showFirstPage();
    await backend.streams.latest.send(aJob({ id: 'j3', displayName: 'new', createdDateTime: NOW }));
    expect(names()).toEqual(['wave-01 submitted']);
    expect(store.newJobs()).toBe(1);
    void store.reload();
    await backend.answer(JOBS, { value: [aJob({ id: 'j3', displayName: 'new' }), first] });
    expect(names()).toEqual(['new submitted', 'wave-01 submitted']);
    expect(store.newJobs()).toBe(0);
  });

  it('does not announce an old job of a page that was not loaded', async () => {
    await showFirstPage();
    await backend.streams.latest.send(aJob({ id: 'j0', createdDateTime: new Date(0) }));
    expect(store.newJobs()).toBe(0);
  });

  it('begins again when some changes may have been missed', async () => {
    await showFirstPage();
    await backend.streams.latest.send({}, 'gap');
    await backend.answer(JOBS, { value: [{ ...second, status: JobStatus.Cancelled }] });
    expect(names()).toEqual(['wave-02 cancelled']);
  });

  it('takes a deleted job out', async () => {
    await showFirstPage();
    await backend.streams.latest.send({ id: 'j1' }, 'deleted');
    expect(names()).toEqual([]);
  });

  it('says why there is no list, and tries again', async () => {
    await backend.answer(JOBS, { error: { code: 'busy', message: 'Later.' } }, 503);
    expect(store.error()).toMatchObject({ code: 'busy', message: 'Later.' });
    void store.reload();
    await showFirstPage();
    expect(store.error()).toBeNull();
    expect(names()).toEqual(['wave-01 submitted']);
  });
});
