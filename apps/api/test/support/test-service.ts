import type { INestApplicationContext } from '@nestjs/common';
import { createAdapter } from '../../src/app.setup';
import { Test } from '@nestjs/testing';
import { firstValueFrom, filter, merge, of, concatMap } from 'rxjs';
import type { JobStatus } from '@ferry/contracts';
import { Changes } from '../../src/changes/changes';
import { ServiceClock } from '../../src/clock/service-clock';
import { type Config, readConfig } from '../../src/config/config';
import { ConfigModule } from '../../src/config/config.module';
import { Database } from '../../src/database/database';
import { Stores } from '../../src/engine/stores';
import { FerryModule } from '../../src/ferry.module';
import type { JobRecord } from '../../src/jobs/job.record';
import { JobsService } from '../../src/jobs/jobs.service';
import { GraphModule } from '../../src/graph/graph.module';
import { Log } from '../../src/logging/log';
import { LoggingModule } from '../../src/logging/logging.module';
import { ADMIN, keyOf } from './fabrikam';
import { openTestDatabase, type TestDatabase, withoutClose } from './test-database';

export { ADMIN, createBody, fabrikamPerson, keyOf } from './fabrikam';

/** The whole service on a database of its own, without HTTP. */
export class TestService {
  private constructor(
    readonly app: INestApplicationContext,
    readonly test: TestDatabase,
  ) {}

  static async start(
    settings: Readonly<Record<string, string>> = {},
    outside?: Pick<Stores, keyof Stores>,
  ): Promise<TestService> {
    const test = await openTestDatabase();
    return TestService.on(test, settings, outside);
  }

  /** Starts on a database that exists, as after a restart; with stores of the spec, if it brings some. */
  static async on(
    test: TestDatabase,
    settings: Readonly<Record<string, string>> = {},
    outside?: Pick<Stores, keyof Stores>,
  ): Promise<TestService> {
    const config: Config = readConfig({ LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent', ...settings });
    const builder = Test.createTestingModule({
      imports: [
        ConfigModule.register(config),
        LoggingModule.register(Log.atLevel(config.logLevel)),
        GraphModule,
        FerryModule.of(config),
      ],
    })
      .overrideProvider(Database)
      .useValue(withoutClose(test.database));
    if (outside) builder.overrideProvider(Stores).useValue(outside);
    const module = await builder.compile();
    const app = module.createNestApplication(createAdapter(), { logger: false });
    await app.init();
    return new TestService(app, test);
  }

  get jobs(): JobsService {
    return this.app.get(JobsService);
  }

  get clock(): ServiceClock {
    return this.app.get(ServiceClock);
  }

  /** Waits until a job shows one of the statuses, woken by every change that is announced. */
  async until(job: JobRecord, ...statuses: JobStatus[]): Promise<JobRecord> {
    return this.untilTrue(job, (seen) => statuses.includes(seen.status));
  }

  /** Waits until something holds for a job, woken by every change that is announced. */
  async untilTrue(job: JobRecord, holds: (seen: JobRecord) => boolean | Promise<boolean>): Promise<JobRecord> {
    const changes = this.app.get(Changes).signals.pipe(filter((signal) => signal === 'gap' || signal.jobId === job.id));
    const seen = merge(of('now'), changes).pipe(
      concatMap(async () => {
        const current = await this.jobs.get(ADMIN, keyOf(job));
        return (await holds(current)) ? current : null;
      }),
      filter((current) => current !== null),
    );
    return firstValueFrom(seen);
  }

  /** Stops the service and leaves its database as it is. */
  async stop(): Promise<void> {
    await this.app.close();
  }

  /** Stops the service and throws its database away. */
  async destroy(): Promise<void> {
    await this.app.close();
    await this.test.destroy();
  }
}
