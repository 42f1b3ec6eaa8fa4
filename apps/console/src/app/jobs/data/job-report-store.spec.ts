import { TestBed } from '@angular/core/testing';
import { ReportFormat } from '@ferry/contracts';
import { type ConsoleBackend, signedIn } from '../../../testing/console-backend';
import { JobReportStore } from './job-report-store';

const REPORT = '/api/v1/jobs/j1/report';

describe('JobReportStore', () => {
  let backend: ConsoleBackend;
  let store: JobReportStore;

  beforeEach(async () => {
    sessionStorage.clear();
    backend = await signedIn([JobReportStore]);
    store = TestBed.inject(JobReportStore);
  });
  afterEach(() => TestBed.resetTestingModule());

  const report = (verifyingPeople: number) => ({
    id: 'j1',
    totals: [{ service: 'Exchange', verifyingPeople }],
    people: [],
  });

  it('asks for a verification, and says for how many people it goes on', async () => {
    const asked = store.verify('j1');
    await backend.answer('/api/v1/jobs/j1/verify', {}, 202);
    await backend.answer(REPORT, report(4));
    await asked;
    expect([store.verifying(), store.busy(), store.error()]).toEqual([4, false, null]);
  });

  it('keeps what is shown when a verification is refused, and says why', async () => {
    const first = store.read('j1');
    await backend.answer(REPORT, report(0));
    await first;
    void store.verify('j1');
    await backend.answer(
      '/api/v1/jobs/j1/verify',
      { error: { code: 'Conflict', message: 'The job has to be over.' } },
      409,
    );
    expect([store.report()?.id, store.error()?.message]).toEqual(['j1', 'The job has to be over.']);
  });

  it('fetches a file with the token, under the name that the service gives it', async () => {
    const wanted = store.file('j1', ReportFormat.Csv);
    const asked = backend.http.expectOne(`${REPORT}?format=csv`);
    expect(asked.request.headers.get('authorization')).toBe('Bearer a-token');
    const content = new Blob(['job_id']);
    asked.flush(content, {
      headers: { 'content-disposition': `attachment; filename="a_.csv"; filename*=UTF-8''a%C3%A9.csv` },
    });
    expect(await wanted).toEqual({ name: 'aé.csv', content });
  });
});
