import { type CreateCrossTenantMigrationJob, JobStatus, ResourceType } from '@ferry/contracts';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { concatMap, filter, firstValueFrom, merge, of } from 'rxjs';
import { EmptyStores } from './empty-stores';
import {
  type Caller,
  Changes,
  ConfigModule,
  createAdapter,
  Database,
  type EntityKey,
  FerryModule,
  GraphModule,
  JobsService,
  Log,
  LoggingModule,
  readConfig,
  Stores,
} from './service';

const TENANT = '22222222-2222-4222-8222-222222222222';
const PEOPLE_OF_JOB = 20;
const WORKLOADS_OF_PERSON = 4;
/** Workload runs of each job. */
export const RUNS_OF_JOB = PEOPLE_OF_JOB * WORKLOADS_OF_PERSON;

/** What must not become of a job here: its figures would be those of something else. */
const TROUBLE: ReadonlySet<JobStatus> = new Set([
  JobStatus.ValidateFailed,
  JobStatus.CompletedWithErrors,
  JobStatus.Failed,
]);

const ADMINISTRATOR: Caller = {
  tenantId: TENANT,
  actor: 'ferry-admin',
  displayName: 'ferry-admin',
  kind: 'application',
  permissions: ['CrossTenantContentMigration.ReadWrite.All'],
  canRead: true,
  canWrite: true,
  expiresAt: new Date(8.64e15),
};

/** What stands in for the stores of the service. */
export type StoresOfBench = Pick<Stores, 'open' | 'source' | 'target'>;

/** The engine of the service with the settings of the environment, between stores that hold nothing unless others are given. */
export class MeasuredEngine {
  private names = 0;

  private constructor(private readonly app: INestApplicationContext) {}

  static async start(stores: new () => StoresOfBench = EmptyStores): Promise<MeasuredEngine> {
    const config = readConfig({ ...process.env, LOG_LEVEL: 'warn', FERRY_PAST_DATE: 'due-now' });
    const module = await Test.createTestingModule({
      imports: [
        ConfigModule.register(config),
        LoggingModule.register(Log.atLevel(config.logLevel)),
        GraphModule,
        FerryModule.of(config),
      ],
    })
      .overrideProvider(Stores)
      .useClass(stores)
      .compile();
    const app = module.createNestApplication(createAdapter(), { logger: false });
    await app.init();
    return new MeasuredEngine(app);
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** Migrates jobs with so many workload runs in all; the seconds from `migrate` until the last one is completed. */
  async settle(runs: number): Promise<number> {
    const keys = await Promise.all(Array.from({ length: runs / RUNS_OF_JOB }, (_, job) => this.validated(job)));
    const started = performance.now();
    await Promise.all(keys.map((key) => this.migrated(key)));
    return (performance.now() - started) / 1000;
  }

  /** Creates, validates and migrates one job, with people who are in no other place. */
  async migrate(place: number): Promise<void> {
    await this.migrated(await this.validated(place));
  }

  async stop(): Promise<void> {
    await this.app.close();
  }

  private get jobs(): JobsService {
    return this.app.get(JobsService);
  }

  private async migrated(key: EntityKey): Promise<void> {
    await this.jobs.migrate(ADMINISTRATOR, key);
    await this.until(key, JobStatus.Completed);
  }

  private async validated(job: number): Promise<EntityKey> {
    const { id } = await this.jobs.create(ADMINISTRATOR, this.bodyOf(job));
    const key: EntityKey = { by: 'idOrDisplayName', value: id };
    await this.jobs.validate(ADMINISTRATOR, key);
    await this.until(key, JobStatus.ValidatePassed);
    return key;
  }

  private bodyOf(job: number): CreateCrossTenantMigrationJob {
    return {
      displayName: `measured ${++this.names}`,
      sourceTenantId: '11111111-1111-4111-8111-111111111111',
      completeAfterDateTime: new Date(0),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      resourceType: ResourceType.Users,
      resources: Array.from({ length: PEOPLE_OF_JOB }, (_, index) => personId(job * PEOPLE_OF_JOB + index + 1)),
    };
  }

  /** Looks only when a job is said to have changed as a whole, so that looking costs next to nothing. */
  private async until(key: EntityKey, wanted: JobStatus): Promise<void> {
    const changes = this.app
      .get(Changes)
      .signals.pipe(filter((signal) => signal === 'gap' || (signal.jobId === key.value && signal.personIds === null)));
    const settled = merge(of('now'), changes).pipe(
      concatMap(() => this.jobs.get(ADMINISTRATOR, key)),
      filter(({ status }) => status === wanted || TROUBLE.has(status)),
    );
    const { status, message } = await firstValueFrom(settled);
    if (status !== wanted) throw new Error(`The job ended ${status}: ${message}`);
  }
}

/** One of the people who were seeded for this; the sandbox has only fifty. */
function personId(number: number): string {
  return `22222222-0001-4000-8000-${String(number).padStart(12, '0')}`;
}
