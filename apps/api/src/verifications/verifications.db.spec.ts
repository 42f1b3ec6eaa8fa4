import { JobStatus, JobType, SandboxTroubleKind, ServiceStatus, Workload } from '@ferry/contracts';
import { eq, sql } from 'drizzle-orm';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import { workloadRuns } from '../database/schema';
import { Engine } from '../engine/engine';
import { JobEventsRepository } from '../events/job-events.repository';
import { ActionRefusedError } from '../jobs/job-errors';
import type { JobRecord } from '../jobs/job.record';
import { ReportsService } from '../reports/reports.service';
import { ClockControl } from '../sandbox/control/clock-control';
import { VerificationsRepository } from './verifications.repository';
import { VerificationsService } from './verifications.service';

describe('A verification that is asked for', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterAll(() => service.destroy());

  const orm = () => service.test.database.orm;
  const verify = (job: JobRecord) => service.app.get(VerificationsService).request(ADMIN, keyOf(job));
  const runsOf = (job: JobRecord) =>
    orm().select().from(workloadRuns).where(eq(workloadRuns.jobId, job.id)).orderBy(workloadRuns.id);
  const ended = (job: JobRecord) =>
    service.untilTrue(job, async () =>
      (await runsOf(job)).every(({ phase, owner }) => phase === null && owner === null),
    );
  async function mailboxOf(job: JobRecord) {
    const report = await service.app.get(ReportsService).ofJob(job);
    for await (const { services } of report.people()) {
      const mailbox = services.find((entry) => entry.service === Workload.Exchange);
      if (mailbox) return mailbox;
    }
    throw new Error('Nobody has a mailbox.');
  }
  async function completed(number: number): Promise<JobRecord> {
    const job = await service.jobs.create(ADMIN, createBody([number], new Date(0), { jobType: JobType.Migrate }));
    return service.until(job, JobStatus.Completed, JobStatus.CompletedWithErrors);
  }
  /** Everything about a run that a verification has to leave alone. */
  const lasting = (runs: Awaited<ReturnType<typeof runsOf>>) =>
    runs.map(
      ({ updatedAt: _u, movedAt: _m, verificationStartedAt: _s, verifiedAt: _v, longestStepMs: _l, ...run }) => run,
    );

  it('finds what was lost since, and changes nothing else', async () => {
    const job = await completed(47);
    const [before, first] = [await runsOf(job), await mailboxOf(job)];
    expect(first.verification).toMatchObject({ missing: 0, different: 0 });
    const removed = await orm().execute(sql`
      delete from sandbox_items where ctid = (select ctid from sandbox_items
        where person_id = ${fabrikamPerson(47)} and service = 'Exchange' and container = 'Inbox' limit 1) returning key`);
    expect(removed).toMatchObject({ rows: [expect.anything()] });
    await service.app.get(ClockControl).advance(60_000);

    await verify(job);
    await ended(job);
    const again = await mailboxOf(job);
    expect(again.verification).toMatchObject({ missing: 1, different: 0 });
    expect(again.folders.find(({ path }) => path === 'Inbox')?.verification?.missing).toBe(1);
    expect(again.verification?.endDateTime.getTime()).toBeGreaterThan(first.verification?.endDateTime.getTime() ?? 0);
    const after = await runsOf(job);
    expect(lasting(after)).toEqual(lasting(before));
    expect(after[0]?.message).toContain('3 skipped');
    expect((await service.jobs.get(ADMIN, keyOf(job))).status).toBe(job.status);
    const [event] = await service.app.get(JobEventsRepository).page(job.id, null, 1);
    expect(event).toMatchObject({ cause: 'verify was called', actor: ADMIN.actor, fromStatus: job.status });
  });

  it('is made although its wake-ups are lost: the reconciler sends them again', async () => {
    const job = await completed(2);
    const first = await mailboxOf(job);
    await service.app.get(ClockControl).advance(60_000);
    await service.test.database.transaction((tx) => service.app.get(VerificationsRepository).begin(tx, job.id));
    await service.app.get(Engine).reconcile();
    await ended(job);
    expect((await mailboxOf(job)).verification?.endDateTime.getTime()).toBeGreaterThan(
      first.verification?.endDateTime.getTime() ?? 0,
    );
  });

  it('waits where a store asks to, keeps what is said about the run, and is made then', async () => {
    const job = await completed(3);
    const before = lasting(await runsOf(job));
    await orm().execute(sql`
      insert into sandbox_troubles (tenant_id, person_id, service, kind, side, parameters, retry_after_seconds, times)
      values (${job.tenantId}, ${fabrikamPerson(3)}, 'Exchange', ${SandboxTroubleKind.Throttle}, 'target', '[]', 120, 1)`);
    await verify(job);
    await service.untilTrue(job, async () => (await runsOf(job)).some(({ waitsUntil }) => waitsUntil !== null));
    const [waiting] = (await runsOf(job)).filter(({ waitsUntil }) => waitsUntil !== null);
    expect(waiting).toMatchObject({ status: ServiceStatus.Completed, phase: 'recheck', message: '' });
    await service.app.get(ClockControl).advance(180_000);
    await ended(job);
    expect(lasting(await runsOf(job))).toEqual(before);
  });

  it('asked for twice is made once', async () => {
    const job = await completed(4);
    await Promise.all([verify(job), verify(job)]);
    await ended(job);
    const events = await service.app.get(JobEventsRepository).page(job.id, null, 100);
    expect(events.filter(({ cause }) => cause === 'verify was called')).toHaveLength(1);
  });

  it('may be on its way while the job is deleted', async () => {
    const job = await completed(5);
    await verify(job);
    await service.jobs.delete(ADMIN, keyOf(job));
    await service.untilTrue(job, async () => false).catch(() => undefined);
    await expect(service.jobs.get(ADMIN, keyOf(job))).rejects.toThrow('does not exist');
  });

  it('is refused before the job is over', async () => {
    const due = new Date(service.clock.now().getTime() + 3_600_000);
    const job = await service.jobs.create(ADMIN, createBody([6], due));
    await expect(verify(job)).rejects.toBeInstanceOf(ActionRefusedError);
  });
});
