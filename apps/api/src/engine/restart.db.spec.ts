import { JobStatus, Workload } from '@ferry/contracts';
import { countedReport } from '../../test/support/counted-report';
import { ADMIN, createBody, keyOf, TestService } from '../../test/support/test-service';
import type { JobRecord } from '../jobs/job.record';
import { ProgressService } from '../progress/progress.service';

const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];

async function figures(service: TestService, job: JobRecord) {
  const report = await countedReport(service.app, job);
  return report.people.map(({ id, services }) => ({
    id,
    services: services.map(({ service: name, found, skipped, failed, atTarget }) => ({
      name,
      found,
      skipped,
      failed,
      atTarget,
    })),
  }));
}

describe('Engine after a restart', () => {
  it('ends with the report of an undisturbed run', async () => {
    const settings = { FERRY_PAST_DATE: 'due-now', FERRY_ON_CREATE: 'migrate' };
    const undisturbed = await TestService.start(settings);
    const calm = await undisturbed.jobs.create(ADMIN, createBody([7, 8, 47], new Date(0)));
    const expected = await figures(undisturbed, await undisturbed.until(calm, ...ENDED));
    await undisturbed.destroy();

    let service = await TestService.start(settings);
    const job = await service.jobs.create(ADMIN, createBody([7, 8, 47], new Date(0)));
    const mailboxesBegun = async (seen: JobRecord, items: number) => {
      const { totals } = await service.app.get(ProgressService).ofJob(seen);
      return (totals.find((total) => total.service === Workload.Exchange)?.copied ?? 0) > items;
    };
    for (const items of [0, 150, 300]) {
      await service.untilTrue(job, (seen) => mailboxesBegun(seen, items));
      await service.stop();
      service = await TestService.on(service.test, settings);
    }
    const done = await service.until(job, ...ENDED);
    expect(done.status).toBe(JobStatus.Completed);
    expect(await figures(service, done)).toEqual(expected);
    await service.destroy();
  });

  it('goes on from every status in which the service may be stopped', async () => {
    let service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
    const job = await service.jobs.create(ADMIN, createBody([9], new Date(0)));
    await service.jobs.validate(ADMIN, keyOf(job));
    await service.stop();
    service = await TestService.on(service.test, { FERRY_PAST_DATE: 'due-now' });
    await service.until(job, JobStatus.ValidatePassed);
    await service.jobs.migrate(ADMIN, keyOf(job));
    await service.stop();
    service = await TestService.on(service.test, { FERRY_PAST_DATE: 'due-now' });
    await service.until(job, JobStatus.Completed);
    await service.jobs.delete(ADMIN, keyOf(job));
    await service.stop();
    service = await TestService.on(service.test, { FERRY_PAST_DATE: 'due-now' });
    const gone = service.untilTrue(job, () => false);
    await expect(gone).rejects.toThrow('does not exist');
    await service.destroy();
  });
});
