import {
  type CrossTenantMigrationJob,
  type CrossTenantMigrationTask,
  CrossTenantMigrationTaskCollection,
  JobReport,
  JobStatus,
  PersonProgressCollection,
  type ServiceProgress,
  ServiceStatus,
  Workload,
} from '@ferry/contracts';
import { concatMap, filter, from, lastValueFrom, merge, of, takeWhile } from 'rxjs';
import { Changes } from '../src/changes/changes';
import { Database } from '../src/database/database';
import { asContract } from './support/contract-answer';
import { rollUpFault } from './support/rolled-up';
import { JOBS, TestApi } from './support/test-api';

const { NotStarted, InProgress, Valid, Invalid, Syncing, Synced, Finalizing, Completed, Failed, Cancelled } =
  ServiceStatus;

/** What the table has for a status of the job: for Exchange, and for the other workloads. */
interface Row {
  readonly exchange: readonly ServiceStatus[];
  readonly others: readonly ServiceStatus[];
}
const same = (...statuses: ServiceStatus[]): Row => ({ exchange: statuses, others: statuses });

/**
 * Table 3.6 of the contract page. Beyond it a person may have failed while others cut over, what an earlier attempt
 * completed stays completed, and a job that waits for an administrator goes on for everybody else (ADR 0027).
 */
const TABLE: Readonly<Partial<Record<JobStatus, Row>>> = {
  [JobStatus.Submitted]: same(NotStarted),
  [JobStatus.ValidateSubmitted]: same(NotStarted),
  [JobStatus.ValidateProcessing]: same(NotStarted),
  [JobStatus.Processing]: same(NotStarted),
  [JobStatus.ValidateInProgress]: same(NotStarted, InProgress, Valid, Invalid),
  [JobStatus.ValidatePassed]: same(Valid),
  [JobStatus.ValidateFailed]: same(Valid, Invalid),
  [JobStatus.InProgress]: {
    exchange: [Syncing, Synced, Finalizing, Completed, Failed],
    others: [Synced, InProgress, Completed, Failed],
  },
  [JobStatus.AdminActionRequired]: {
    exchange: [Syncing, Synced, Finalizing, Completed, Failed],
    others: [Synced, InProgress, Completed, Failed],
  },
  [JobStatus.CuttingOver]: {
    exchange: [Synced, Finalizing, Completed, Failed],
    others: [Synced, InProgress, Completed, Failed],
  },
  [JobStatus.Completed]: same(Completed),
  [JobStatus.CompletedWithErrors]: same(Completed, Failed),
  [JobStatus.Failed]: same(Failed),
  [JobStatus.Cancelled]: same(Cancelled),
};
const ENDS: readonly JobStatus[] = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];

/** Numbers that only grow, whatever becomes of a run; those of failed items begin anew with each attempt. */
const GROWING_OVER_ATTEMPTS = ['attempt', 'copied', 'alreadyThere', 'skipped', 'bytes'] as const;
const GROWING = [...GROWING_OVER_ATTEMPTS, 'failed', 'found'] as const;

/** A job and its people at one moment. */
interface Observation {
  readonly job: CrossTenantMigrationJob;
  readonly users: CrossTenantMigrationTask[];
}

describe('Table 3.6 of the contract', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.destroy());

  const usersOf = async (id: string) =>
    asContract(CrossTenantMigrationTaskCollection, (await api.get(`${JOBS}/${id}/users?$top=999`)).json()).value;

  /** Two requests are no moment: they are repeated until the job stands where it stood before its people were read. */
  async function observe(id: string): Promise<Observation> {
    for (let job = await api.job(id); ;) {
      const users = await usersOf(id);
      const after = await api.job(id);
      if (after.status === job.status && +after.lastUpdatedDateTime === +job.lastUpdatedDateTime) return { job, users };
      job = after;
    }
  }

  const finished = ({ currentStatus }: CrossTenantMigrationTask) =>
    currentStatus.filter((entry) => entry.status === Completed).map((entry) => entry.service);

  /** Where an observation leaves the table; `before` are the workloads that an earlier attempt completed. */
  function violations({ job, users }: Observation, before: ReadonlyMap<string, readonly Workload[]>): string[] {
    const row = TABLE[job.status];
    if (!row) return [`The table has no ${job.status}.`];
    return users.flatMap((user) =>
      user.currentStatus
        .filter(({ service, status }) => {
          const allowed = service === Workload.Exchange ? row.exchange : row.others;
          return !allowed.includes(status) && !(status === Completed && before.get(user.id)?.includes(service));
        })
        .map(({ service, status }) => `${job.status}: ${service} of ${user.id} is ${status}`),
    );
  }

  /** The numbers, by person and workload. */
  async function counters(id: string): Promise<Map<string, ServiceProgress>> {
    const answer = await api.get(`/api/v1/jobs/${id}/people`);
    const { value } = asContract(PersonProgressCollection, answer.json());
    return new Map(value.flatMap((person) => person.services.map((entry) => [`${person.id} ${entry.service}`, entry])));
  }

  /** Looks at a job at every change that is announced until it has one of the statuses, and judges what is seen. */
  async function watch(id: string, ends: readonly JobStatus[], act: () => Promise<unknown>): Promise<JobStatus[]> {
    const before = new Map((await usersOf(id)).map((user) => [user.id, finished(user)]));
    const seen: JobStatus[] = [];
    const problems = new Set<string>();
    let last = await counters(id);
    const look = async (): Promise<boolean> => {
      const observation = await observe(id);
      const { status } = observation.job;
      if (seen.at(-1) !== status) seen.push(status);
      for (const problem of violations(observation, before)) problems.add(problem);
      const fault = await rollUpFault(api.app.get(Database).orm, id, api.clock.now());
      if (fault !== null) problems.add(fault);
      const now = await counters(id);
      for (const [run, numbers] of now) {
        const earlier = last.get(run);
        const isSameAttempt = numbers.attempt === earlier?.attempt;
        for (const member of isSameAttempt ? GROWING : GROWING_OVER_ATTEMPTS) {
          const before = earlier?.[member] ?? 0;
          if (numbers[member] < before) problems.add(`${run}: ${member} went from ${before} to ${numbers[member]}`);
        }
        if (numbers.expected < numbers.found)
          problems.add(`${run}: ${numbers.found} of ${numbers.expected} were found`);
      }
      last = now;
      return !ends.includes(status) || seen.length === 1;
    };
    const changes = api.app.get(Changes).signals.pipe(filter((signal) => signal === 'gap' || signal.jobId === id));
    const looked = merge(of('begin'), from(act()), changes).pipe(concatMap(look), takeWhile(Boolean));
    await lastValueFrom(looked, { defaultValue: true });
    expect([...problems]).toEqual([]);
    return seen;
  }

  /** From creation to the end by the published calls, watched all the way. */
  async function run(people: readonly number[]): Promise<{ id: string; seen: JobStatus[] }> {
    const { id } = await api.create(people);
    const checked = await watch(id, [JobStatus.ValidatePassed, JobStatus.ValidateFailed], () =>
      api.act(id, 'validate'),
    );
    if (checked.at(-1) === JobStatus.ValidateFailed) return { id, seen: checked };
    const moved = await watch(id, ENDS, async () => {
      await api.act(id, 'migrate');
      await api.untilSeen(id, async () => ((await usersOf(id)).every(waits) ? true : null));
      await api.advance(61);
    });
    return { id, seen: [...checked, ...moved.slice(1)] };
  }
  const waits = ({ currentStatus }: CrossTenantMigrationTask) =>
    currentStatus.every(({ status }) => status === Synced || status === Failed);

  async function expectEverythingAccountedFor(id: string): Promise<JobReport> {
    const report = asContract(JobReport, (await api.get(`/api/v1/jobs/${id}/report`)).json());
    for (const { found, copied, alreadyThere, skipped, failed, verification } of report.people.flatMap(
      (one) => one.services,
    )) {
      expect(copied + alreadyThere + skipped + failed).toBe(found);
      expect(verification?.atTarget ?? copied + alreadyThere).toBe(copied + alreadyThere);
    }
    return report;
  }

  /** The statuses in the order of the state machine; not every one of them lasts long enough to be seen. */
  const inOrder = (seen: readonly JobStatus[], order: readonly JobStatus[]) =>
    expect(seen).toEqual(order.filter((status) => seen.includes(status)));
  const VALIDATION = [
    JobStatus.Submitted,
    JobStatus.ValidateSubmitted,
    JobStatus.ValidateProcessing,
    JobStatus.ValidateInProgress,
  ];
  const MIGRATION = [JobStatus.ValidatePassed, JobStatus.Processing, JobStatus.InProgress, JobStatus.CuttingOver];

  it('holds at every moment of a job of ordinary people', async () => {
    const { id, seen } = await run([1, 2, 3, 4, 5, 6]);
    inOrder(seen, [...VALIDATION, ...MIGRATION, JobStatus.Completed]);
    expect(seen).toEqual(expect.arrayContaining([JobStatus.ValidatePassed, JobStatus.InProgress, JobStatus.Completed]));
    const { people } = await expectEverythingAccountedFor(id);
    for (const { found, copied } of people.flatMap((person) => person.services)) expect(copied).toBe(found);
  });

  it('holds when somebody does not pass the checks', async () => {
    const { seen } = await run([7, 42]);
    inOrder(seen, [...VALIDATION, JobStatus.ValidateFailed]);
  });

  it('holds when somebody fails for good, and in the next attempt, which leaves the others alone', async () => {
    const { id, seen } = await run([8, 45]);
    inOrder(seen, [...VALIDATION, ...MIGRATION, JobStatus.CompletedWithErrors]);
    await expectEverythingAccountedFor(id);
    const [ordinary] = await usersOf(id);
    const again = await watch(id, ENDS, () => api.act(id, 'migrate'));
    inOrder(again.slice(1), [
      JobStatus.Processing,
      JobStatus.InProgress,
      JobStatus.CuttingOver,
      JobStatus.CompletedWithErrors,
    ]);
    expect((await usersOf(id))[0]).toEqual(ordinary);
    await expectEverythingAccountedFor(id);
  });

  it('holds when a migration is created as such and somebody fails its checks', async () => {
    const { id } = await api.create([9, 42], { jobType: 'migrate' });
    const seen = await watch(id, ENDS, async () => {
      await api.untilSeen(id, async () => ((await usersOf(id)).every(waits) ? true : null));
      await api.advance(61);
    });
    inOrder(seen, [
      JobStatus.Submitted,
      JobStatus.Processing,
      JobStatus.InProgress,
      JobStatus.CuttingOver,
      JobStatus.CompletedWithErrors,
    ]);
    await expectEverythingAccountedFor(id);
  });

  it('holds for everybody together', async () => {
    const { id } = await api.create([10, 11, 12, 13, 14, 15, 42, 45], { jobType: 'migrate' });
    const seen = await watch(id, ENDS, async () => {
      await api.untilSeen(id, async () => ((await api.job(id)).status === JobStatus.InProgress ? true : null));
      await api.advance(61);
    });
    expect(seen.at(-1)).toBe(JobStatus.CompletedWithErrors);
    await expectEverythingAccountedFor(id);
  });

  it('holds when a job is cancelled while mailboxes sync', async () => {
    const { id } = await api.create([16, 17], { jobType: 'migrate' });
    await api.until(id, JobStatus.InProgress);
    await api.act(id, 'cancel');
    await api.until(id, JobStatus.Cancelled);
    expect(violations(await observe(id), new Map())).toEqual([]);
  });
});
