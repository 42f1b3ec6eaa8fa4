import { type CreateCrossTenantMigrationJob, JobStatus, JobType, ServiceStatus, Workload } from '@ferry/contracts';
import { randomUUID } from 'node:crypto';
import { ADMIN, createBody, TestService } from '../../test/support/test-service';
import { WatchedStores } from '../../test/support/watched-stores';
import { Database } from '../database/database';
import { jobPeople, jobs, workloadRuns } from '../database/schema';
import type { JobRecord, RunRecord } from '../jobs/job.record';
import { CONTOSO_ID, FABRIKAM_ID } from '../sandbox/sandbox-directory';
import { Engine } from './engine';
import type { StorePair } from './stores';

const CONCURRENCY = 4;
const ENDED = [JobStatus.Completed, JobStatus.CompletedWithErrors, JobStatus.Failed];

/** Stores that hold nothing, and note whose slices they were opened for; they stay shut until they are let go. */
class NotedStores extends WatchedStores {
  readonly slicesOf: string[] = [];
  private opened = Promise.withResolvers<null>();
  private readonly listeners: (() => void)[] = [];

  constructor() {
    super(0);
  }

  /** Waits until so many slices have begun. */
  async untilAtWork(slices: number): Promise<void> {
    while (this.slicesOf.length < slices) await new Promise<void>((heard) => this.listeners.push(heard));
  }

  /** Lets those that wait go on, and everybody who comes. */
  letGo(): void {
    this.opened.resolve(null);
  }

  /** Lets nobody in from now on. */
  hold(): void {
    this.opened = Promise.withResolvers();
  }

  override async open(job: JobRecord, run: Pick<RunRecord, 'personId' | 'service'>): Promise<StorePair> {
    this.slicesOf.push(job.id);
    for (const heard of this.listeners.splice(0)) heard();
    await this.opened.promise;
    return super.open(job, run);
  }
}

describe('Jobs take turns', () => {
  let stores: NotedStores;
  let service: TestService;

  beforeEach(async () => {
    stores = new NotedStores();
    const settings = { FERRY_PAST_DATE: 'due-now', FERRY_WORKER_CONCURRENCY: String(CONCURRENCY) };
    service = await TestService.start(settings, stores);
  });
  afterEach(async () => {
    stores.letGo();
    await service.destroy();
  });

  /** A job whose mailboxes all sync through an endpoint; its date is far away. */
  async function syncingJob(people: number, sourceEndpoint = 'contoso-endpoint', more: object = {}): Promise<string> {
    const { orm } = service.app.get(Database);
    const id = randomUUID();
    const now = service.clock.now();
    const personIds = Array.from({ length: people }, () => randomUUID());
    await orm.insert(jobs).values({
      id,
      tenantId: FABRIKAM_ID,
      displayName: id,
      jobType: 'migrate',
      sourceTenantId: CONTOSO_ID,
      completeAfter: new Date(now.getTime() + 86_400_000),
      status: JobStatus.InProgress,
      message: '',
      createdAt: now,
      createdBy: 'admin',
      updatedAt: now,
      sourceEndpoint,
      workloads: [Workload.Exchange],
      resources: personIds,
    });
    await orm.insert(jobPeople).values(personIds.map((personId, position) => ({ jobId: id, personId, position })));
    await orm.insert(workloadRuns).values(
      personIds.map((personId) => ({
        jobId: id,
        personId,
        service: Workload.Exchange,
        status: ServiceStatus.Syncing,
        phase: 'copy',
        updatedAt: now,
        ...more,
      })),
    );
    await service.app.get(Engine).reconcile();
    return id;
  }

  function migrate(person: number): Promise<JobRecord> {
    const more: Partial<CreateCrossTenantMigrationJob> = {
      jobType: JobType.Migrate,
      workloads: [Workload.Exchange],
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
    };
    return service.jobs.create(ADMIN, createBody([person], new Date(0), more));
  }

  const untilMoves = (job: JobRecord) => service.until(job, JobStatus.InProgress, JobStatus.CuttingOver);
  /** How many slices of others began before the last one of a job did. */
  const othersBeforeTheLastOf = (id: string, from: number) => {
    const slices = stores.slicesOf.slice(from);
    return slices.slice(0, slices.lastIndexOf(id)).filter((other) => other !== id).length;
  };

  it('so that a job of one is through long before a job of two thousand', async () => {
    await syncingJob(2_000);
    await stores.untilAtWork(CONCURRENCY);
    const one = await migrate(1);
    await untilMoves(one);
    stores.letGo();
    expect((await service.until(one, ...ENDED)).status).toBe(JobStatus.Completed);
    // A mailbox takes one slice to sync and one to finish; before each, those may begin that are at work or next in turn.
    expect(othersBeforeTheLastOf(one.id, 0)).toBeLessThanOrEqual(2 * 4 * CONCURRENCY);
  });
});
