import { sql } from 'drizzle-orm';
import { JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { countedReport } from '../../test/support/counted-report';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import { Database } from '../database/database';
import { rowsOf } from '../database/rows-of';
import type { JobRecord } from '../jobs/job.record';
import { ProgressService } from '../progress/progress.service';
import { NORTHWIND_ID } from '../sandbox/sandbox-directory';
import { ClockControl } from '../sandbox/control/clock-control';

const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed, JobStatus.Cancelled];
const VALIDATED = [JobStatus.ValidatePassed, JobStatus.ValidateFailed];

describe('Engine', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start({ FERRY_PAST_DATE: 'due-now' });
  });
  afterAll(() => service.destroy());

  const reportOf = (job: JobRecord) => countedReport(service.app, job);
  const peopleOf = (job: JobRecord) => service.app.get(ProgressService).ofPeople(job, null);

  async function migrated(people: readonly number[]): Promise<JobRecord> {
    const job = await service.jobs.create(ADMIN, createBody(people, new Date(0)));
    await service.jobs.validate(ADMIN, keyOf(job));
    await service.until(job, ...VALIDATED);
    await service.jobs.migrate(ADMIN, keyOf(job));
    return service.until(job, ...ENDED);
  }

  it('moves ordinary people to the last item, once', async () => {
    const done = await migrated([1, 2, 3]);
    expect(done.status).toBe(JobStatus.Completed);
    const report = await reportOf(done);
    for (const { services } of report.people) {
      expect(services.map((entry) => entry.service)).toEqual(['Exchange', 'ODSP', 'Teams', 'Meeting']);
      for (const { found, copied, atTarget } of services) {
        expect(found).toBeGreaterThan(0);
        expect({ copied, atTarget }).toEqual({ copied: found, atTarget: found });
      }
    }
  });

  it('lets a mailbox cut over in the turn in which it was found to be in sync', async () => {
    const done = await migrated([6]);
    const { orm } = service.app.get(Database);
    const mailbox = sql`select id from workload_runs where job_id = ${done.id} and service = ${Workload.Exchange}`;
    const messages = await orm.execute(sql`
      select state from pgboss.job where name = 'workload-runs' and (data ->> 'runId')::bigint = (${mailbox})`);
    expect(rowsOf(messages)).toEqual([{ state: 'completed' }]);
    const events = await orm.execute(sql`
      select to_status from job_events where job_id = ${done.id} and service = ${Workload.Exchange} order by id`);
    const statuses = rowsOf<{ to_status: string }>(events).map((event) => event.to_status);
    expect(statuses.slice(-4)).toEqual(['syncing', 'synced', 'finalizing', 'completed']);
  });

  it('finds who is not ready and says why, workload by workload', async () => {
    const job = await service.jobs.create(ADMIN, createBody([4, 41, 42, 43], new Date(0)));
    await service.jobs.validate(ADMIN, keyOf(job));
    const failed = await service.until(job, ...VALIDATED);
    expect(failed.status).toBe(JobStatus.ValidateFailed);
    const [ready, unmapped, unlicensed, outOfScope] = await peopleOf(failed);
    expect(ready?.services.map((entry) => entry.status)).toEqual(Array(4).fill(ServiceStatus.Valid));
    expect(unmapped?.services.map((entry) => entry.errors[0]?.code)).toEqual(Array(4).fill('CTM-100'));
    expect(unlicensed?.services.map((entry) => entry.errors[0]?.code)).toEqual([
      undefined,
      undefined,
      'CTTM-005',
      'TMS-003',
    ]);
    expect(outOfScope?.services.map((entry) => entry.errors[0]?.code)).toEqual(Array(4).fill('MIGR-002'));
  });

  it('lets one person fail alone and retries only what failed', async () => {
    const ended = await migrated([5, 45]);
    expect(ended.status).toBe(JobStatus.CompletedWithErrors);
    const [ordinary, broken] = await peopleOf(ended);
    expect(ordinary?.services.map((entry) => entry.status)).toEqual(Array(4).fill(ServiceStatus.Completed));
    const mailbox = broken?.services.find((entry) => entry.service === Workload.Exchange);
    expect(mailbox).toMatchObject({ status: ServiceStatus.Failed, errors: [{ code: 'MIGR-003' }] });
    expect(broken?.services.find((entry) => entry.service === Workload.Meeting)?.errors[0]?.code).toBe('MMS-011');

    await service.jobs.migrate(ADMIN, keyOf(ended));
    const again = await service.until(ended, ...ENDED);
    expect(again.attempt).toBe(2);
    const [left, retried] = await peopleOf(again);
    expect(left?.services).toEqual(ordinary?.services);
    expect(retried?.services.find((entry) => entry.service === Workload.Exchange)?.attempt).toBe(2);
  });

  it('ends a wait at once when the clock is moved past it', async () => {
    const job = await service.jobs.create(ADMIN, createBody([48], new Date(0), { jobType: JobType.Migrate }));
    const waits = async (seen: JobRecord) => {
      const [person] = await peopleOf(seen);
      return person?.services.some((entry) => entry.waitsUntilDateTime !== null) ?? false;
    };
    await service.untilTrue(job, waits);
    await service.app.get(ClockControl).advance(86_400_000);
    expect((await service.until(job, ...ENDED)).status).toBe(JobStatus.Completed);
  });

  it('gets through a lost connection and slowness', async () => {
    const done = await migrated([44, 49]);
    expect(done.status).toBe(JobStatus.Completed);
    const report = await reportOf(done);
    for (const { found, atTarget } of report.people.flatMap((person) => person.services)) {
      expect(atTarget).toBe(found);
    }
  });

  it('fails chats below the quality threshold and completes the rest', async () => {
    const ended = await migrated([46]);
    expect(ended.status).toBe(JobStatus.CompletedWithErrors);
    const [person] = await peopleOf(ended);
    const chats = person?.services.find((entry) => entry.service === Workload.Teams);
    expect(chats?.status).toBe(ServiceStatus.Failed);
    expect(chats?.message).toContain('failed a quality threshold');
    expect(person?.services.filter((entry) => entry.status === ServiceStatus.Completed)).toHaveLength(3);
  });

  it('skips what the target does not take and counts it', async () => {
    const done = await migrated([47]);
    expect(done.status).toBe(JobStatus.Completed);
    const [person] = (await reportOf(done)).people;
    const mailbox = person?.services.find((entry) => entry.service === Workload.Exchange);
    expect(mailbox?.skipped).toBe(3);
    expect(mailbox?.atTarget).toBe((mailbox?.found ?? 0) - 3);
  });

  it('moves a mailbox of 20,000 messages in slices', async () => {
    const done = await migrated([50]);
    expect(done.status).toBe(JobStatus.Completed);
    const [person] = (await reportOf(done)).people;
    const mailbox = person?.services.find((entry) => entry.service === Workload.Exchange);
    expect(mailbox).toMatchObject({ found: 20_000, copied: 20_000, atTarget: 20_000 });
  }, 300_000);

  it('accepts an unknown person and an unknown endpoint, and finds them at validation', async () => {
    const body = createBody([6], new Date(0), {
      exchangeSettings: { sourceEndpoint: 'nowhere', targetDeliveryDomain: 'fabrikam.example' },
      resources: [fabrikamPerson(6), fabrikamPerson(99)],
    });
    const job = await service.jobs.create(ADMIN, body);
    await service.jobs.validate(ADMIN, keyOf(job));
    const failed = await service.until(job, ...VALIDATED);
    const [known, unknown] = await peopleOf(failed);
    expect(known?.services.find((entry) => entry.service === Workload.Exchange)?.errors[0]?.code).toBe('EXCH-07');
    expect(unknown?.services.map((entry) => entry.errors.some((error) => error.code === 'CTTM-015'))).toEqual(
      Array(4).fill(true),
    );
  });

  it('lets one of two jobs have a person whom both want at once', async () => {
    const migrate = { jobType: JobType.Migrate };
    const jobs = await Promise.all(
      [1, 2].map(() => service.jobs.create(ADMIN, createBody([10], new Date(0), migrate))),
    );
    const ended = await Promise.all(jobs.map((job) => service.until(job, ...ENDED)));
    expect(ended.map((job) => job.status).sort()).toEqual([JobStatus.Completed, JobStatus.Failed]);
    const loser = ended.find((job) => job.status === JobStatus.Failed);
    const [person] = loser ? await peopleOf(loser) : [];
    expect(person?.services[0]?.errors[0]?.code).toBe('CTM-002');
  });

  it('does not let people come from a tenant that no endpoint leads to', async () => {
    const body = createBody([6], new Date(0), { workloads: [Workload.ODSP], sourceTenantId: NORTHWIND_ID });
    const job = await service.jobs.create(ADMIN, body);
    await service.jobs.validate(ADMIN, keyOf(job));
    const failed = await service.until(job, ...VALIDATED);
    const [person] = await peopleOf(failed);
    expect(person?.services[0]?.errors.map((error) => error.code)).toContain('CTTM-014');
  });

  it('copies once more what the target lost between the sync and the cutover', async () => {
    const date = new Date(service.clock.now().getTime() + 3_600_000);
    const job = await service.jobs.create(ADMIN, createBody([20], date, { jobType: JobType.Migrate }));
    await service.untilTrue(job, async (seen) => {
      const [person] = await peopleOf(seen);
      return person?.services.every((entry) => entry.status === ServiceStatus.Synced) ?? false;
    });
    const { orm } = service.test.database;
    await orm.execute(sql`delete from sandbox_items where person_id = ${fabrikamPerson(20)} and key in (
      select key from sandbox_items where person_id = ${fabrikamPerson(20)} limit 3)`);
    await service.app.get(ClockControl).advance(3_700_000);
    const done = await service.until(job, ...ENDED);
    expect(done.status).toBe(JobStatus.Completed);
    const [person] = (await reportOf(done)).people;
    for (const { found, copied, alreadyThere, atTarget } of person?.services ?? []) {
      expect({ copied: copied + alreadyThere, atTarget }).toEqual({ copied: found, atTarget: found });
    }
  });
});
