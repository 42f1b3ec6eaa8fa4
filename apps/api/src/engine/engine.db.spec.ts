import { JobStatus } from '@ferry/contracts';
import { ADMIN, createBody, TestService } from '../../test/support/test-service';
import { ReportsService } from '../reports/reports.service';

const key = (job: { id: string }) => ({ by: 'idOrDisplayName', value: job.id }) as const;

describe('Engine', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterAll(() => service.destroy());

  it('validates and migrates people to the last item', async () => {
    const job = await service.jobs.create(ADMIN, createBody([1, 2, 3], new Date(0)));
    await service.jobs.validate(ADMIN, key(job));
    const passed = await service.until(job, JobStatus.ValidatePassed, JobStatus.ValidateFailed);
    expect(passed.status).toBe(JobStatus.ValidatePassed);

    await service.jobs.migrate(ADMIN, key(job));
    const done = await service.until(job, JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed);
    expect(done.status).toBe(JobStatus.Completed);

    const report = await service.app.get(ReportsService).ofJob(done, new AbortController().signal);
    for (const person of report.people) {
      expect(person.services).toHaveLength(4);
      for (const { found, copied, atTarget } of person.services) {
        expect(found).toBeGreaterThan(0);
        expect(copied).toBe(found);
        expect(atTarget).toBe(found);
      }
    }
  });
});
