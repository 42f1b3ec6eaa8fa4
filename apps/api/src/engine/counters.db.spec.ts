import { JobStatus, JobType, type ServiceProgress, ServiceStatus, Workload } from '@ferry/contracts';
import { sql } from 'drizzle-orm';
import { type Subscription } from 'rxjs';
import type { JobChange } from '@ferry/contracts';
import type { LedgerEntry } from '@ferry/mover';
import { ADMIN, createBody, fabrikamPerson, keyOf, TestService } from '../../test/support/test-service';
import type { JobRecord } from '../jobs/job.record';
import { WorkloadRunsRepository } from '../jobs/workload-runs.repository';
import { ChangeStream } from '../progress/change-stream';
import { ProgressService } from '../progress/progress.service';
import { ClockControl } from '../sandbox/control/clock-control';
import { RunClaimsRepository } from './run-claims.repository';
import { LedgerRepository } from './ledger.repository';
import type { ClaimedRun } from './slices.repository';

const HOUR = 3_600_000;
const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];
const QUIET = { channel: 'nobody', payload: '' };

describe('Numbers of a run', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await TestService.start();
  });
  afterAll(() => service.destroy());

  const progressOf = async (job: JobRecord) => {
    const [person] = await service.app.get(ProgressService).ofPeople(job, null);
    const mailbox = person?.services.find((entry) => entry.service === Workload.Exchange);
    if (!mailbox) throw new Error('There is no mailbox.');
    return mailbox;
  };

  async function synced(person: number): Promise<JobRecord> {
    const date = new Date(service.clock.now().getTime() + HOUR);
    const job = await service.jobs.create(ADMIN, createBody([person], date, { jobType: JobType.Migrate }));
    return service.untilTrue(job, async () => (await progressOf(job)).status === ServiceStatus.Synced);
  }

  /** Looks at every message of a stream: nothing that people have seen becomes smaller. */
  function watch(job: JobRecord): { faults: string[]; subscription: Subscription } {
    const faults: string[] = [];
    const last = new Map<string, ServiceProgress>();
    const totals = new Map<string, number>();
    const subscription = service.app
      .get(ChangeStream)
      .ofJob(job)
      .subscribe(({ data }) => {
        if (data === '') return;
        const { people, progress } = data as JobChange;
        for (const { id, services } of people) {
          for (const now of services) {
            const key = `${id} ${now.service}`;
            const before = last.get(key);
            const isSameAttempt = before?.attempt === now.attempt;
            for (const member of ['copied', 'alreadyThere', 'skipped', 'bytes', 'failed', 'found'] as const) {
              const mayBegin = !isSameAttempt && (member === 'failed' || member === 'found');
              if (before && !mayBegin && now[member] < before[member]) {
                faults.push(`${key}: ${member} went from ${before[member]} to ${now[member]}`);
              }
            }
            if (now.expected < now.found) faults.push(`${key}: found ${now.found} of ${now.expected}`);
            last.set(key, now);
          }
        }
        for (const { service: workload, ...counts } of progress.totals) {
          for (const member of ['copied', 'alreadyThere', 'skipped', 'bytes'] as const) {
            const key = `${workload} ${member}`;
            if (counts[member] < (totals.get(key) ?? 0)) faults.push(`${key} of the job became ${counts[member]}`);
            totals.set(key, counts[member]);
          }
        }
      });
    return { faults, subscription };
  }

  it('only grow in successive messages, also when the target loses what it had and somebody fails', async () => {
    const date = new Date(service.clock.now().getTime() + HOUR);
    const job = await service.jobs.create(ADMIN, createBody([20, 45], date, { jobType: JobType.Migrate }));
    const { faults, subscription } = watch(job);
    await service.untilTrue(job, async () => {
      const people = await service.app.get(ProgressService).ofPeople(job, null);
      const mailboxes = people.flatMap(({ services }) =>
        services.filter((entry) => entry.service === Workload.Exchange),
      );
      return mailboxes.every(({ status }) => status === ServiceStatus.Synced || status === ServiceStatus.Failed);
    });
    const before = await progressOf(job);
    await service.test.database.orm.execute(sql`
      delete from sandbox_items where person_id = ${fabrikamPerson(20)} and service = ${Workload.Exchange} and key in (
        select key from sandbox_items where person_id = ${fabrikamPerson(20)} and service = ${Workload.Exchange} limit 5)`);
    await service.app.get(ClockControl).advance(HOUR);
    await service.until(job, ...ENDED);
    await service.jobs.migrate(ADMIN, keyOf(job));
    const done = await service.until(job, ...ENDED);
    subscription.unsubscribe();
    expect(faults).toEqual([]);
    const { copied, found, bytes } = await progressOf(done);
    expect({ copied, found, bytes }).toEqual({ copied: before.copied, found: before.found, bytes: before.bytes });
  });

  it('count an item once that arrived, was lost, could not be copied, and arrived in the next attempt', async () => {
    const job = await synced(21);
    const { orm } = service.test.database;
    const [ledger, runs] = [service.app.get(LedgerRepository), service.app.get(WorkloadRunsRepository)];
    const claims = service.app.get(RunClaimsRepository);
    const [run] = await runs.ofPerson(orm, job.id, fabrikamPerson(21));
    const id = (await runs.ofJob(job.id)).find(({ service: name }) => name === Workload.Exchange)?.id ?? run?.id ?? 0;
    const begin = await progressOf(job);

    const claim = async (): Promise<ClaimedRun> => {
      await orm.execute(
        sql`update workload_runs set status = ${ServiceStatus.Finalizing}, phase = 'copy' where id = ${id}`,
      );
      const [claimed] = await claims.claimAll(new Map([[id, crypto.randomUUID()]]), service.clock.now(), 20);
      if (!claimed) throw new Error('The run is not free.');
      return claimed;
    };
    const entry = (state: LedgerEntry['state']): LedgerEntry => {
      const reason =
        state === 'failed'
          ? { code: 'ItemFailed', message: 'It could not be written.' }
          : { code: null, message: null };
      return { key: 'lost-one', container: 'Inbox', state, bytes: state === 'copied' ? 10 : 0, ...reason };
    };
    const record = (claimed: ClaimedRun, state: LedgerEntry['state']) =>
      ledger.record(
        claimed,
        { entries: [entry(state)], checkpoint: { containersDone: 0, cursor: null }, expected: null, workedMs: 1 },
        service.clock.now(),
        QUIET,
      );
    const seen = async () => {
      const { copied, failed, skipped, bytes, found } = await progressOf(job);
      const { copied: c, bytes: b, found: f } = begin;
      return { copied: copied - c, failed, skipped, bytes: bytes - b, found: found - f };
    };

    const first = await claim();
    expect(await record(first, 'copied')).toBe(true);
    expect(await record(first, 'copied')).toBe(true);
    expect(await seen()).toEqual({ copied: 1, failed: 0, skipped: 0, bytes: 10, found: 1 });
    await ledger.markMissing(first, ['lost-one']);
    expect(await ledger.settled(id, ['lost-one'])).toEqual(new Set());
    expect(await seen()).toEqual({ copied: 1, failed: 0, skipped: 0, bytes: 10, found: 1 });
    await record(first, 'alreadyThere');
    expect(await seen()).toEqual({ copied: 1, failed: 0, skipped: 0, bytes: 10, found: 1 });
    await ledger.markMissing(first, ['lost-one']);
    await record(first, 'failed');
    expect(await seen()).toEqual({ copied: 1, failed: 1, skipped: 0, bytes: 10, found: 1 });

    const cause = { cause: 'again', actor: 'a spec', at: service.clock.now() };
    await service.test.database.transaction(async (tx) => {
      await runs.moveAll(
        tx,
        { jobId: job.id, statuses: [ServiceStatus.Finalizing], ids: [id] },
        ServiceStatus.Failed,
        cause,
      );
      await runs.reset(tx, job.id, 2, cause);
    });
    expect(await seen()).toEqual({ copied: 1, failed: 0, skipped: 0, bytes: 10, found: 1 });
    await record(await claim(), 'copied');
    expect(await seen()).toEqual({ copied: 1, failed: 0, skipped: 0, bytes: 10, found: 1 });
    expect(await ledger.settled(id, ['lost-one'])).toEqual(new Set(['lost-one']));
  });
});
