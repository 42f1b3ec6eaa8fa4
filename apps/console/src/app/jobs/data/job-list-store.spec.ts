import { TestBed } from '@angular/core/testing';
import { type JobCounts, JobHealth, JobStatus } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { settle } from '../../../testing/event-streams';
import { aJob, aSummary } from '../../../testing/jobs';
import { JobListStore } from './job-list-store';
import { ALL_JOBS } from './jobs-query';

const FIRST_PAGE = '/api/v1/jobs?$orderby=createdDateTime%20desc&$top=100';
const COUNTS = '/api/v1/jobs/counts';

describe('JobListStore', () => {
  let backend: ConsoleBackend;
  let store: JobListStore;
  const first = aSummary({ id: 'j1', displayName: 'wave-01' });
  const second = aSummary({ id: 'j2', displayName: 'wave-02' });
  const counts = (jobs: number): JobCounts => ({
    jobs,
    needAttention: 1,
    statuses: [{ status: JobStatus.Submitted, jobs }],
  });
  const names = () => store.rows()?.map(({ job }) => `${job.displayName} ${job.status}`);
  const later = () => new Date(Date.now() + 60_000);

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([JobListStore]);
    store = TestBed.inject(JobListStore);
    await settle();
  });

  async function showFirstPage(): Promise<void> {
    void store.show(ALL_JOBS);
    await answerPage();
  }

  async function answerPage(rows = [first, second]): Promise<void> {
    await settle();
    await backend.answer(FIRST_PAGE, { value: rows });
    await backend.answer(COUNTS, counts(2));
  }

  it('begins without rows, and shows a page with how many jobs there are', async () => {
    expect(store.rows()).toBeNull();
    await showFirstPage();
    expect(names()).toEqual(['wave-01 submitted', 'wave-02 submitted']);
    expect(store.total()).toBe(2);
  });

  it('asks for filters and pages in the words of the contract, and leaves the statuses out of the counters', async () => {
    void store.show({ ...ALL_JOBS, search: 'emea', statuses: [JobStatus.Submitted], page: 2 });
    const asked = "$filter=status%20in%20('submitted')&$search=%22emea%22&$orderby=createdDateTime%20desc";
    await backend.answer(`/api/v1/jobs?${asked}&$top=100&$skip=100`, { value: [second] });
    await backend.answer(`${COUNTS}?$search=%22emea%22`, counts(101));
    expect([names(), store.total()]).toEqual([['wave-02 submitted'], 101]);
  });

  it('writes a change into its row at once, and its numbers when they have come', async () => {
    await showFirstPage();
    await backend.streams.latest.send({ ...first.job, status: JobStatus.ValidateFailed });
    expect(names()).toEqual(['wave-01 validateFailed', 'wave-02 submitted']);
    const read = { ...first, health: JobHealth.Failing, failedPeople: 3 };
    await backend.answer('/api/v1/jobs?$filter=id%20in%20(j1)&$top=1', { value: [read] });
    expect(store.rows()?.[0]).toMatchObject({ health: JobHealth.Failing, failedPeople: 3 });
  });

  it('announces a new job instead of letting rows jump, and shows it on request', async () => {
    await showFirstPage();
    const fresh = aSummary({ id: 'j3', displayName: 'new', createdDateTime: later() });
    await backend.streams.latest.send(fresh.job);
    await backend.answer(COUNTS, counts(3));
    await backend.answer(`${COUNTS}?$filter=id%20in%20(j3)`, counts(1));
    expect(names()).toEqual(['wave-01 submitted', 'wave-02 submitted']);
    expect(store.newJobs()).toBe(1);
    void store.reload();
    await answerPage([fresh, first, second]);
    expect(names()?.[0]).toBe('new submitted');
    expect(store.newJobs()).toBe(0);
  });

  it('does not announce a new job that the filters leave out', async () => {
    void store.show({ ...ALL_JOBS, creator: 'megan' });
    const filter = "$filter=contains(createdBy,'megan')";
    await backend.answer(`/api/v1/jobs?${filter}&$orderby=createdDateTime%20desc&$top=100`, { value: [first] });
    await backend.answer(`${COUNTS}?${filter}`, counts(1));
    await backend.streams.latest.send(aJob({ id: 'j3', createdDateTime: later() }));
    await backend.answer(`${COUNTS}?${filter}`, counts(1));
    await backend.answer(`${COUNTS}?${filter}%20and%20id%20in%20(j3)`, { jobs: 0, needAttention: 0, statuses: [] });
    expect(store.newJobs()).toBe(0);
  });

  it('keeps the row of a deleted job in its place, and says that it is gone', async () => {
    await showFirstPage();
    await backend.streams.latest.send({ id: 'j1' }, 'deleted');
    expect(names()).toEqual(['wave-01 deleted', 'wave-02 submitted']);
  });

  it('begins again when some changes may have been missed', async () => {
    await showFirstPage();
    await backend.streams.latest.send({}, 'gap');
    await answerPage([second]);
    expect(names()).toEqual(['wave-02 submitted']);
  });

  it('keeps what it shows while another page is on its way, and takes no answer that came too late', async () => {
    await showFirstPage();
    void store.show({ ...ALL_JOBS, sort: 'name', descending: false });
    void store.show(ALL_JOBS);
    expect([names()?.length, store.loading()]).toEqual([2, true]);
    await backend.answer('/api/v1/jobs?$orderby=displayName%20asc&$top=100', { value: [] });
    await backend.answer(FIRST_PAGE, { value: [second] });
    for (const request of backend.http.match(COUNTS)) request.flush(counts(1));
    await settle();
    expect([names(), store.loading()]).toEqual([['wave-02 submitted'], false]);
  });

  it('says why there is no list, and tries again', async () => {
    void store.show(ALL_JOBS);
    await backend.answer(FIRST_PAGE, { error: { code: 'broken', message: 'Later.' } }, 500);
    expect(store.error()).toMatchObject({ code: 'broken', message: 'Later.' });
    backend.http.match(COUNTS);
    void store.reload();
    await answerPage();
    expect([store.error(), names()?.length]).toEqual([null, 2]);
  });
});
