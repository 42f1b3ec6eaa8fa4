import { JobStatus, JobType, ServiceStatus } from '@ferry/contracts';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import type { Caller } from '../auth/caller';
import { JobEventsRepository } from '../events/job-events.repository';
import type { JobRecord } from './job.record';
import { PeopleRetriesService } from './people-retries.service';

/** Whose mailbox, and whose chats, fail each time. */
const [MAILBOX, CHATS] = [45, 46];
const ENDED = [JobStatus.CompletedWithErrors, JobStatus.Completed, JobStatus.Failed];

describe('Retry of chosen people', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterAll(() => service.destroy());

  const retry = (of: TestService, job: JobRecord, ...people: readonly string[]) =>
    of.app.get(PeopleRetriesService).retry(ADMIN, keyOf(job), people);
  const migrating = (of: TestService, people: readonly number[], by: Caller = ADMIN) =>
    of.jobs.create(by, createBody(people, new Date(0), { jobType: JobType.Migrate }));
  /** Who begins again, with the cause. */
  const begunAgain = async (of: TestService, job: JobRecord) => {
    const events = await of.app.get(JobEventsRepository).page(job.id, null, 1_000);
    const begun = events.filter(
      ({ toStatus, fromStatus }) => toStatus === ServiceStatus.NotStarted && fromStatus === ServiceStatus.Failed,
    );
    return [...new Set(begun.map(({ personId, cause }) => `${personId} ${cause}`))];
  };

  it('takes up those who are named and leaves everybody else as they are', async () => {
    const job = await migrating(service, [1, MAILBOX, CHATS]);
    await service.until(job, JobStatus.CompletedWithErrors);
    const again = await retry(service, job, fabrikamPerson(MAILBOX).toUpperCase(), fabrikamPerson(1));
    expect(again).toMatchObject({ status: JobStatus.Processing, attempt: 2 });
    await service.until(job, ...ENDED);
    expect(await begunAgain(service, job)).toEqual([`${fabrikamPerson(MAILBOX)} retry was called`]);
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(JobStatus.CompletedWithErrors);
  });

  it('refuses while the job runs, for whoever has not failed, and for strangers', async () => {
    const job = await migrating(service, [2, CHATS]);
    await expect(retry(service, job, fabrikamPerson(CHATS))).rejects.toMatchObject({
      status: 409,
      details: [{ code: 'retryNotAllowed' }],
    });
    await service.until(job, JobStatus.CompletedWithErrors);
    await expect(retry(service, job, fabrikamPerson(2))).rejects.toMatchObject({
      message: expect.stringContaining('0 of the people named have failed'),
    });
    await expect(retry(service, job, fabrikamPerson(3))).rejects.toMatchObject({ status: 404 });
  });

  it('lets one of two win who ask at the same time', async () => {
    const job = await migrating(service, [3, CHATS]);
    await service.until(job, JobStatus.CompletedWithErrors);
    const outcomes = await Promise.allSettled([1, 2].map(() => retry(service, job, fabrikamPerson(CHATS))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await service.until(job, ...ENDED)).attempt).toBe(2);
  });

  it('waits for a second person where approval is required, and then takes up the same people', async () => {
    const fourEyes = await TestService.start({ FERRY_PAST_DATE: 'due-now', FERRY_REQUIRE_APPROVAL: 'true' });
    try {
      const second: Caller = { ...ADMIN, actor: 'bob@fabrikam.example' };
      const job = await migrating(fourEyes, [1, MAILBOX, CHATS], { ...ADMIN, actor: 'ann@fabrikam.example' });
      await fourEyes.jobs.approve(second, keyOf(job));
      await fourEyes.until(job, JobStatus.CompletedWithErrors);
      expect((await retry(fourEyes, job, fabrikamPerson(CHATS))).status).toBe(JobStatus.Submitted);
      await fourEyes.jobs.approve(second, keyOf(job));
      await fourEyes.until(job, ...ENDED);
      expect(await begunAgain(fourEyes, job)).toEqual([`${fabrikamPerson(CHATS)} retry was called`]);
      expect((await fourEyes.jobs.get(ADMIN, keyOf(job))).attempt).toBe(2);
    } finally {
      await fourEyes.destroy();
    }
  });
});
