import { JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import type { Caller } from '../auth/caller';
import { countedReport } from '../../test/support/counted-report';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import { JobEventsRepository } from '../events/job-events.repository';
import type { JobRecord } from '../jobs/job.record';
import { PeopleRemovalsService } from '../jobs/people-removals.service';
import { ProgressService } from '../progress/progress.service';
import { ClockControl } from '../sandbox/control/clock-control';
import { SkippedItemsAllowanceService } from './skipped-items-allowance.service';
import { SkippedItemsService } from './skipped-items.service';

const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled];
/** Whose mailbox has three messages that the target does not take. */
const TOO_LARGE = 47;

describe('A workload that has skipped more than its job allows', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now', FERRY_SKIPPED_ITEMS_ALLOWED: '2' });
  });
  afterAll(() => service.destroy());

  const skippedItems = () => service.app.get(SkippedItemsService);
  const allow = (job: JobRecord, items: number) =>
    service.app.get(SkippedItemsAllowanceService).set(ADMIN, keyOf(job), items);
  const peopleOf = (job: JobRecord) => service.app.get(ProgressService).ofPeople(job, null);
  const mailboxOf = async (job: JobRecord, number: number) => {
    const person = (await peopleOf(job)).find(({ id }) => id === fabrikamPerson(number));
    const mailbox = person?.services.find((entry) => entry.service === Workload.Exchange);
    if (!mailbox) throw new Error('The person has no mailbox.');
    return mailbox;
  };
  const inAnHour = () => new Date(service.clock.now().getTime() + 3_600_000);
  const migrating = (people: readonly number[], date: Date) =>
    service.jobs.create(ADMIN, createBody(people, date, { jobType: JobType.Migrate }));
  const isHeld = async (job: JobRecord) => (await mailboxOf(job, TOO_LARGE)).heldDateTime !== null;
  const accept = (job: JobRecord) => skippedItems().accept(ADMIN, keyOf(job), fabrikamPerson(TOO_LARGE));
  const leave = (job: JobRecord) =>
    service.app.get(PeopleRemovalsService).remove(ADMIN, keyOf(job), fabrikamPerson(TOO_LARGE), 'trace');

  async function atTargetOf(job: JobRecord, number: number) {
    const report = await countedReport(service.app, job);
    const services = report.people.find(({ id }) => id === fabrikamPerson(number))?.services ?? [];
    return services.map(({ found, skipped, atTarget }) => atTarget - (found - skipped));
  }

  it('stops before its cutover, says why, and goes on when somebody accepts', async () => {
    const job = await migrating([1, TOO_LARGE], inAnHour());
    const waiting = await service.until(job, JobStatus.AdminActionRequired);
    expect(waiting.message).toContain('1 workload has skipped more items than the job allows');
    const held = await mailboxOf(job, TOO_LARGE);
    expect(held).toMatchObject({
      status: ServiceStatus.Synced,
      skipped: 3,
      errors: [{ code: 'SkippedItemsOverLimit', message: expect.stringContaining('3 items were skipped') }],
    });
    const [items, more] = await skippedItems().list(waiting, fabrikamPerson(TOO_LARGE), 0, 2);
    expect([items.map(({ service: name, code }) => [name, code]), more]).toEqual([
      [
        ['Exchange', 'ItemTooLarge'],
        ['Exchange', 'ItemTooLarge'],
      ],
      true,
    ]);

    await service.app.get(ClockControl).advance(3_700_000);
    // Everybody else cuts over in the meantime.
    await service.untilTrue(job, async (seen) => {
      const [other] = await peopleOf(seen);
      return other?.services.every((entry) => entry.status === ServiceStatus.Completed) ?? false;
    });
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(JobStatus.AdminActionRequired);
    expect(await mailboxOf(job, TOO_LARGE)).toMatchObject({
      status: ServiceStatus.Synced,
      heldDateTime: held.heldDateTime,
    });

    await accept(job);
    const done = await service.until(job, ...ENDED);
    expect(done.status).toBe(JobStatus.Completed);
    expect(await mailboxOf(job, TOO_LARGE)).toMatchObject({ status: ServiceStatus.Completed, heldDateTime: null });
    expect(await atTargetOf(job, TOO_LARGE)).toEqual([0, 0, 0, 0]);
  });

  it('is accepted once: whoever comes second is told so', async () => {
    const job = await migrating([TOO_LARGE], inAnHour());
    await service.until(job, JobStatus.AdminActionRequired);
    const outcomes = await Promise.allSettled([accept(job), accept(job)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(JobStatus.InProgress);
    const events = await service.app.get(JobEventsRepository).page(job.id, null, 1_000);
    expect(events.filter(({ cause }) => cause === 'the skipped items were accepted')).toMatchObject([
      { actor: ADMIN.actor, service: 'Exchange', fromStatus: 'synced', toStatus: 'synced' },
    ]);
    await service.jobs.cancel(ADMIN, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
  });

  it('may leave although the date has passed, and the others end as they would have', async () => {
    const job = await migrating([2, TOO_LARGE], new Date(0));
    await service.untilTrue(job, async (seen) => (await isHeld(seen)) && seen.status === JobStatus.AdminActionRequired);
    await expect(service.jobs.cancel(ADMIN, keyOf(job))).rejects.toMatchObject({
      details: [{ code: 'cutoverDatePassed' }],
    });
    await leave(job);
    const done = await service.until(job, ...ENDED);
    expect(done.status).toBe(JobStatus.Completed);
    expect((await mailboxOf(job, TOO_LARGE)).status).toBe(ServiceStatus.Cancelled);
  });

  it('goes on by itself when the job is told to allow as much', async () => {
    const job = await migrating([TOO_LARGE], new Date(0));
    await service.untilTrue(job, isHeld);
    const allowing = await allow(job, 3);
    expect(allowing.skippedItemsAllowed).toBe(3);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
  });

  it('is not asked about in a job that allows it', async () => {
    const job = await service.jobs.create(ADMIN, createBody([TOO_LARGE], new Date(0)));
    await allow(job, 3);
    await service.jobs.validate(ADMIN, keyOf(job));
    await service.until(job, JobStatus.ValidatePassed);
    await service.jobs.migrate(ADMIN, keyOf(job));
    await service.until(job, ...ENDED);
    const events = await service.app.get(JobEventsRepository).page(job.id, null, 1_000);
    expect(events.some(({ toStatus }) => toStatus === JobStatus.AdminActionRequired)).toBe(false);
  });

  it('is cancelled with its job while the date has not passed', async () => {
    const job = await migrating([TOO_LARGE], inAnHour());
    await service.until(job, JobStatus.AdminActionRequired);
    await service.jobs.cancel(ADMIN, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
    expect(await mailboxOf(job, TOO_LARGE)).toMatchObject({ status: ServiceStatus.Cancelled, heldDateTime: null });
    await expect(accept(job)).rejects.toMatchObject({ details: [{ code: 'acceptSkippedItemsNotAllowed' }] });
  });
});

describe('A migration that needs approval', () => {
  let service: TestService;
  const creator: Caller = { ...ADMIN, actor: 'ann@fabrikam.example' };
  const second: Caller = { ...ADMIN, actor: 'bob@fabrikam.example' };
  const application: Caller = { ...ADMIN, actor: 'ferry-admin', kind: 'application' };

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now', FERRY_REQUIRE_APPROVAL: 'true' });
  });
  afterAll(() => service.destroy());

  const statusesOf = async (job: JobRecord) => {
    const events = await service.app.get(JobEventsRepository).page(job.id, null, 1_000);
    return events
      .filter(({ personId }) => personId === null)
      .map(({ toStatus }) => toStatus)
      .reverse();
  };
  const approve = (caller: Caller, job: JobRecord) => service.jobs.approve(caller, keyOf(job));

  async function submitted(people: readonly number[]): Promise<JobRecord> {
    const job = await service.jobs.create(creator, createBody(people, new Date(0)));
    await service.jobs.validate(creator, keyOf(job));
    await service.until(job, JobStatus.ValidatePassed);
    return service.jobs.migrate(creator, keyOf(job));
  }

  it('waits in submitted and begins when another person approves', async () => {
    const job = await submitted([3]);
    expect(job).toMatchObject({ status: JobStatus.Submitted, message: expect.stringContaining(creator.actor) });
    await expect(approve(creator, job)).rejects.toMatchObject({
      status: 403,
      details: [{ code: 'approvalNeedsAnother' }],
    });
    await expect(approve(application, job)).rejects.toMatchObject({
      status: 403,
      details: [{ code: 'approvalNeedsPerson' }],
    });
    await approve(second, job);
    await expect(approve(second, job)).rejects.toMatchObject({ status: 409, details: [{ code: 'approveNotAllowed' }] });
    await service.until(job, JobStatus.Completed);
    const seen = await statusesOf(job);
    expect(seen.slice(seen.indexOf(JobStatus.ValidatePassed))).toEqual(
      expect.arrayContaining(['validatePassed', 'submitted', 'approved', 'processing', 'inProgress', 'completed']),
    );
    expect(seen.indexOf(JobStatus.Approved)).toBe(seen.indexOf(JobStatus.Processing) - 1);
  });

  it('is approved by one of two who ask at once', async () => {
    const job = await submitted([4]);
    const outcomes = await Promise.allSettled([approve(second, job), approve(second, job)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await service.until(job, JobStatus.Completed);
    expect((await service.jobs.get(ADMIN, keyOf(job))).attempt).toBe(1);
  });

  it('waits also when it was created to migrate, over any number of steps of the engine', async () => {
    const body = createBody([5], new Date(0), { jobType: JobType.Migrate });
    const job = await service.jobs.create(creator, body);
    expect(job.message).toContain('waits for the approval');
    // By the time that another job is through, the engine has looked at both.
    const other = await service.jobs.create(creator, createBody([6], new Date(0), { jobType: JobType.Validate }));
    await service.until(other, JobStatus.ValidatePassed);
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(JobStatus.Submitted);
    await approve(second, job);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
  });

  it('waits again before another attempt, which leaves alone what was completed', async () => {
    const job = await submitted([7, 45]);
    await approve(second, job);
    const ended = await service.until(job, ...ENDED);
    expect(ended.status).toBe(JobStatus.CompletedWithErrors);
    const again = await service.jobs.migrate(second, keyOf(job));
    expect(again.status).toBe(JobStatus.Submitted);
    const people = await service.app.get(ProgressService).ofPeople(again, null);
    expect(people.map(({ services }) => services[0]?.status)).toEqual(['completed', 'notStarted']);
    await approve(second, job);
    expect((await service.until(job, ...ENDED)).attempt).toBe(2);
  });

  it('can be validated again or cancelled instead, and takes nobody in', async () => {
    const job = await submitted([8]);
    await service.jobs.validate(creator, keyOf(job));
    await service.until(job, JobStatus.ValidatePassed);
    await service.jobs.migrate(creator, keyOf(job));
    await service.jobs.cancel(creator, keyOf(job));
    await service.until(job, JobStatus.Cancelled);
    await expect(approve(second, job)).rejects.toMatchObject({ status: 409 });
  });
});
