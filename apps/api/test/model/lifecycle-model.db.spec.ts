import { JobStatus, JobType } from '@ferry/contracts';
import { JOB_TRANSITIONS, SERVICE_TRANSITIONS } from '@ferry/domain';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { JobEventsRepository } from '../../src/events/job-events.repository';
import { createBody, TestService } from '../support/test-service';
import { commands, USUAL_WAY } from './commands';
import { JobModel, type ModelRules } from './job-model';
import { PEOPLE } from './people';
import { CHOICES, CREATOR, RunningJob } from './running-job';

/** How many histories are played: few with every test, more when somebody asks for them. */
const HISTORIES = Number(process.env['TEST_MODEL_HISTORIES'] ?? 20);
/** The same histories each time, so that what is seen in them can be expected; any other seed plays others. */
const SEED = Number(process.env['TEST_MODEL_SEED'] ?? 4);

/** Where a job comes to rest: histories that do not see all of it would prove little. */
const STATIONS = [
  JobStatus.ValidatePassed,
  JobStatus.ValidateFailed,
  JobStatus.InProgress,
  JobStatus.AdminActionRequired,
  JobStatus.Completed,
  JobStatus.CompletedWithErrors,
  JobStatus.Cancelled,
  JobStatus.PendingDelete,
  JobStatus.Submitted,
];

const creation = fc.record({
  people: fc.oneof(
    fc.constantFrom(...PEOPLE.map((one) => [one])),
    fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 2, maxLength: 4 }),
  ),
  workloads: fc.constantFrom(...CHOICES),
  createdAs: fc.constantFrom(null, null, JobType.Validate, JobType.Migrate),
  inHours: fc.constantFrom(-1, -1, 24, 200),
  done: fc.nat({ max: USUAL_WAY.length }),
});

type Beginning = typeof creation extends fc.Arbitrary<infer Drawn> ? Drawn : never;

describe.each([
  { name: 'without approval', requireApproval: false },
  { name: 'with approval', requireApproval: true },
])('The engine goes where the model goes, $name', ({ requireApproval }) => {
  const settings = {
    FERRY_PAST_DATE: 'due-now',
    FERRY_REQUIRE_APPROVAL: String(requireApproval),
    FERRY_SKIPPED_ITEMS_ALLOWED: '2',
  };
  const rules: ModelRules = { requireApproval, skippedItemsAllowed: 2, validationDays: 7 };
  const seen = new Set<JobStatus>();
  let real: RunningJob;

  beforeAll(async () => {
    real = new RunningJob(await TestService.start(settings));
  });
  afterAll(() => real.service.destroy());

  async function begun({ people, workloads, createdAs, inHours, done }: Beginning): Promise<JobModel> {
    const completeAfter = new Date(real.now.getTime() + inHours * 3_600_000);
    const more = { workloads: [...workloads], ...(createdAs === null ? {} : { jobType: createdAs }) };
    const job = await real.service.jobs.create(CREATOR, createBody(people, completeAfter, more));
    const model = new JobModel(job.id, { people, workloads, createdAs, completeAfter }, rules);
    model.validatedAt = (await real.agrees(model))?.validatedAt ?? null;
    for (const step of USUAL_WAY.slice(0, done)) await step.run(model, real);
    return model;
  }

  /** Every transition of the log is one that the lifecycle has. */
  async function expectLegalHistory({ id }: JobModel): Promise<void> {
    const events = await real.service.app.get(JobEventsRepository).page(id, null, 10_000);
    const illegal = events.filter(({ service, fromStatus, toStatus }) => {
      if (fromStatus === null || fromStatus === toStatus) return false;
      const table: Record<string, object> = service === null ? JOB_TRANSITIONS : SERVICE_TRANSITIONS;
      return !Object.values(table[fromStatus] ?? {}).includes(toStatus);
    });
    expect(illegal.map(({ fromStatus, toStatus, cause }) => `${fromStatus} > ${toStatus}: ${cause}`)).toEqual([]);
  }

  it('through any history of actions, time and restarts', async () => {
    const history = fc.commands(commands(settings), { maxCommands: 20, size: 'max' });
    await fc.assert(
      fc.asyncProperty(creation, history, async (begin, steps) => {
        const model = await begun(begin);
        try {
          await fc.asyncModelRun(() => ({ model, real }), steps);
          if (!model.gone) await expectLegalHistory(model);
        } finally {
          // The next history wants the same people, with the same troubles.
          const { orm } = real.service.test.database;
          await orm.execute(sql`delete from jobs where id = ${model.id}`);
          await orm.execute(sql`delete from sandbox_faults`);
          for (const status of model.seen) seen.add(status);
        }
      }),
      { numRuns: HISTORIES, seed: SEED, endOnFailure: true },
    );
    expect([...seen]).toEqual(expect.arrayContaining([...STATIONS]));
  }, 600_000);
});
