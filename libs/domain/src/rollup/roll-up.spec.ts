import fc from 'fast-check';
import { JobStatus, ServiceStatus, Workload, WORKLOADS } from '@ferry/contracts';
import { isFinal, nextJobStatus } from '../lifecycle/job-lifecycle';
import { isSettled } from '../lifecycle/service-lifecycle';
import { keptBy, rollUpMigration, rollUpTrigger, rollUpValidation, type ServiceCounts } from './roll-up';

/** `completed 2, failed 1` */
function counts(text: string): ServiceCounts {
  const pairs = text
    .split(', ')
    .filter(Boolean)
    .map((entry) => entry.split(' '));
  return Object.fromEntries(pairs.map(([status, count]) => [status, Number(count)])) as ServiceCounts;
}

/** Counts the statuses in the order in which they come, so that the order of the keys follows it. */
function countsOf(statuses: readonly ServiceStatus[]): ServiceCounts {
  const result: ServiceCounts = {};
  for (const status of statuses) result[status] = (result[status] ?? 0) + 1;
  return result;
}

const statuses = fc.array(fc.constantFrom(...Object.values(ServiceStatus)), { maxLength: 12 });
const people = fc.array(
  fc.record({ workload: fc.constantFrom(...WORKLOADS), status: fc.constantFrom(...Object.values(ServiceStatus)) }),
  { maxLength: 20 },
);

function byService(
  rows: readonly { workload: Workload; status: ServiceStatus }[],
): Partial<Record<Workload, ServiceCounts>> {
  const workloads = [...new Set(rows.map((row) => row.workload))];
  return Object.fromEntries(
    workloads.map((workload) => [
      workload,
      countsOf(rows.filter((row) => row.workload === workload).map((row) => row.status)),
    ]),
  );
}

describe('rollUpValidation', () => {
  it.each`
    people                        | verdict
    ${''}                         | ${'cancelled'}
    ${'cancelled 3'}              | ${'cancelled'}
    ${'notStarted 4'}             | ${'validateInProgress'}
    ${'valid 3, inProgress 1'}    | ${'validateInProgress'}
    ${'invalid 3, notStarted 1'}  | ${'validateInProgress'}
    ${'valid 3, pendingCancel 1'} | ${'validateInProgress'}
    ${'valid 4'}                  | ${'validatePassed'}
    ${'valid 4, invalid 0'}       | ${'validatePassed'}
    ${'valid 3, cancelled 1'}     | ${'validatePassed'}
    ${'valid 1999, invalid 1'}    | ${'validateFailed'}
    ${'valid 3, error 1'}         | ${'validateFailed'}
    ${'invalid 1, cancelled 3'}   | ${'validateFailed'}
  `('calls [$people] $verdict', (row: { people: string; verdict: JobStatus }) => {
    expect(rollUpValidation(counts(row.people))).toBe(row.verdict);
  });

  it('does not depend on the order of the people', () => {
    fc.assert(
      fc.property(statuses, (list) => {
        expect(rollUpValidation(countsOf([...list].reverse()))).toBe(rollUpValidation(countsOf(list)));
      }),
    );
  });

  it('has no verdict while somebody is not checked, and never passes with a finding', () => {
    fc.assert(
      fc.property(statuses, (list) => {
        const verdict = rollUpValidation(countsOf(list));
        if (list.includes(ServiceStatus.NotStarted)) expect(verdict).toBe(JobStatus.ValidateInProgress);
        if (list.includes(ServiceStatus.Invalid)) expect(verdict).not.toBe(JobStatus.ValidatePassed);
      }),
    );
  });
});

describe('rollUpMigration', () => {
  it.each`
    exchange                          | others                         | early                    | due
    ${''}                             | ${''}                          | ${'cancelled'}           | ${'cancelled'}
    ${'cancelled 2'}                  | ${'cancelled 6'}               | ${'cancelled'}           | ${'cancelled'}
    ${'notStarted 2'}                 | ${'notStarted 6'}              | ${'inProgress'}          | ${'inProgress'}
    ${'syncing 2'}                    | ${'synced 6'}                  | ${'inProgress'}          | ${'inProgress'}
    ${'syncing 1, synced 1'}          | ${'synced 6'}                  | ${'inProgress'}          | ${'inProgress'}
    ${'synced 2'}                     | ${'synced 6'}                  | ${'inProgress'}          | ${'cuttingOver'}
    ${''}                             | ${'synced 3'}                  | ${'inProgress'}          | ${'cuttingOver'}
    ${'finalizing 1, completed 1'}    | ${'synced 3, inProgress 3'}    | ${'inProgress'}          | ${'cuttingOver'}
    ${'failed 1, synced 1'}           | ${'synced 6'}                  | ${'inProgress'}          | ${'cuttingOver'}
    ${'completed 2'}                  | ${'completed 5, inProgress 1'} | ${'inProgress'}          | ${'cuttingOver'}
    ${'completed 1, pendingCancel 1'} | ${'completed 3'}               | ${'inProgress'}          | ${'cuttingOver'}
    ${'completed 2'}                  | ${'completed 6'}               | ${'completed'}           | ${'completed'}
    ${'completed 1, cancelled 1'}     | ${'completed 3, cancelled 3'}  | ${'completed'}           | ${'completed'}
    ${'completed 1, failed 1'}        | ${'completed 6'}               | ${'completedWithErrors'} | ${'completedWithErrors'}
    ${'completed 2'}                  | ${'completed 5, failed 1'}     | ${'completedWithErrors'} | ${'completedWithErrors'}
    ${'failed 2'}                     | ${'failed 5, completed 1'}     | ${'completedWithErrors'} | ${'completedWithErrors'}
    ${'failed 2'}                     | ${'failed 6'}                  | ${'failed'}              | ${'failed'}
    ${'failed 1, cancelled 1'}        | ${'failed 3, cancelled 3'}     | ${'failed'}              | ${'failed'}
  `(
    'calls Exchange [$exchange] with others [$others] $early before the date and $due after it',
    (row: Record<string, string>) => {
      const people = {
        [Workload.Exchange]: counts(row['exchange'] ?? ''),
        [Workload.Teams]: counts(row['others'] ?? ''),
      };
      expect(rollUpMigration(people, false, 0)).toBe(row['early']);
      expect(rollUpMigration(people, true, 0)).toBe(row['due']);
    },
  );

  it('does not depend on the order of the people or of the workloads', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, dateReached) => {
        const reversed = byService([...rows].reverse());
        expect(rollUpMigration(reversed, dateReached, 0)).toBe(rollUpMigration(byService(rows), dateReached, 0));
      }),
    );
  });

  it('is never final while something is unsettled, and always once everything is settled', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, dateReached) => {
        const settled = rows.every(({ status }) => isSettled(status) || status === ServiceStatus.ForceComplete);
        expect(isFinal(rollUpMigration(byService(rows), dateReached, 0))).toBe(settled);
      }),
    );
  });

  it('never cuts over before the date or while a mailbox syncs', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, dateReached) => {
        const syncs = rows.some((row) => row.workload === Workload.Exchange && row.status === ServiceStatus.Syncing);
        if (!dateReached || syncs) expect(rollUpMigration(byService(rows), dateReached, 0)).not.toBe('cuttingOver');
      }),
    );
  });
});

describe('rollUpMigration with skipped items that nobody has accepted', () => {
  it('asks for an administrator while anything is unsettled, and does not once everything is', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, dateReached) => {
        const calm = rollUpMigration(byService(rows), dateReached, 0);
        expect(rollUpMigration(byService(rows), dateReached, 1)).toBe(
          isFinal(calm) ? calm : JobStatus.AdminActionRequired,
        );
      }),
    );
  });
});

describe('keptBy', () => {
  it('names workloads of which one is enough that the roll-up leads nowhere else', () => {
    const statusOfJob = fc.constantFrom(JobStatus.InProgress, JobStatus.CuttingOver);
    fc.assert(
      fc.property(people, statusOfJob, fc.boolean(), (rows, status, dateReached) => {
        const keeping = keptBy(status, dateReached);
        const isKept = rows.some(
          (row) => keeping?.services.includes(row.workload) && keeping.statuses.includes(row.status),
        );
        fc.pre(isKept);
        const rolledUp = rollUpMigration(byService(rows), dateReached, 0);
        const trigger = rollUpTrigger(rolledUp);
        expect(rolledUp === status || !trigger || !nextJobStatus(status, trigger)).toBe(true);
      }),
    );
  });

  it('leaves a job that waits for somebody to the counts', () => {
    expect(keptBy(JobStatus.AdminActionRequired, true)).toBeNull();
  });
});

describe('rollUpTrigger', () => {
  it('brings a job that runs to where its people are', () => {
    fc.assert(
      fc.property(people, fc.boolean(), (rows, dateReached) => {
        const target = rollUpMigration(byService(rows), dateReached, 0);
        const trigger = rollUpTrigger(target);
        const moved = trigger === null ? undefined : nextJobStatus(JobStatus.InProgress, trigger);
        expect(moved ?? JobStatus.InProgress).toBe(target);
      }),
    );
  });

  it('brings a job that waits for a decision to where its people are, whatever they did meanwhile', () => {
    fc.assert(
      fc.property(people, fc.boolean(), fc.nat({ max: 2 }), (rows, dateReached, held) => {
        const target = rollUpMigration(byService(rows), dateReached, held);
        const trigger = rollUpTrigger(target);
        const moved = trigger === null ? undefined : nextJobStatus(JobStatus.AdminActionRequired, trigger);
        expect(moved ?? JobStatus.AdminActionRequired).toBe(target);
      }),
    );
  });

  it('brings a job that validates to its verdict', () => {
    fc.assert(
      fc.property(statuses, (list) => {
        const target = rollUpValidation(countsOf(list));
        const trigger = rollUpTrigger(target);
        expect(
          trigger === null ? JobStatus.ValidateInProgress : nextJobStatus(JobStatus.ValidateInProgress, trigger),
        ).toBe(target);
      }),
    );
  });
});
