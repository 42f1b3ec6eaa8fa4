/** The service with its fault points, and an administrator who leads jobs through it. Dies where its plan wants it. */
import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { setTimeout as delay } from 'node:timers/promises';
import { ServiceClock } from '../../src/clock/service-clock';
import { type Config, readConfig } from '../../src/config/config';
import { ConfigModule } from '../../src/config/config.module';
import { Database, type Orm } from '../../src/database/database';
import { openDatabase } from '../../src/database/database.module';
import { Stores } from '../../src/engine/stores';
import { FerryModule } from '../../src/ferry.module';
import { GraphModule } from '../../src/graph/graph.module';
import { ImapStores } from '../../src/imap/imap-stores';
import { Log } from '../../src/logging/log';
import { LoggingModule } from '../../src/logging/logging.module';
import { Queue } from '../../src/queue/queue';
import { SandboxStores } from '../../src/sandbox/sandbox-stores';
import { SandboxTroubles } from '../../src/sandbox/troubles/sandbox-troubles';
import { createAdapter } from '../../src/app.setup';
import { AccessService } from '../../src/access/access.service';
import { Administrator } from './administrator';
import { audit } from './audit';
import { FaultPoints } from './fault-points';
import { Journal } from './journal';
import { readPlan } from './plan';
import { watchedDatabase } from './watched-database';
import { watchedQueue } from './watched-queue';
import { watchStart } from './watched-start';
import { WatchedStores } from './watched-stores';

/** A server may still carry out the last statement of a process that is dead already. */
const LAST_STATEMENT_MS = 500;

const plan = readPlan(process.argv[2] ?? '');
const journal = new Journal(plan.journal);
const points = new FaultPoints(plan.kills, journal);
const config = readConfig(plan.settings);

let database: Database | null = null;
const started = watchStart(points, config.dataDir);
const app = await start(config);
started();
const administrator = new Administrator(app, orm(), journal, plan.stops && !journal.wasStopped);
let left = 'done';
for (const journey of plan.journeys) {
  if (journal.hasDone(journey)) continue;
  points.begin(journey);
  left = await administrator.lead(journey);
  if (left === 'stop') break;
}
await app.close();
journal.write({ kind: left === 'stop' ? 'stopped' : 'finished', passed: points.passed });
process.exit(0);

/** What the harness itself asks is not announced. */
function orm(): Orm {
  if (!database) throw new Error('The database is not open yet.');
  return database.orm;
}

async function start(settings: Config): Promise<INestApplicationContext> {
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.register(settings),
      LoggingModule.register(Log.atLevel(settings.logLevel)),
      GraphModule,
      FerryModule.of(settings),
    ],
  })
    .overrideProvider(Database)
    .useFactory({
      factory: async () => {
        database = await openDatabase(settings);
        await inspect(database);
        return watchedDatabase(database, points);
      },
    })
    .overrideProvider(Queue)
    .useFactory({
      factory: (database: Database, clock: ServiceClock, log: Log) =>
        watchedQueue(new Queue(database, clock, log, settings), points),
      inject: [Database, ServiceClock, Log],
    })
    .overrideProvider(Stores)
    .useFactory({
      factory: (access: AccessService, imap: ImapStores, sandbox: SandboxStores, troubles: SandboxTroubles) =>
        new WatchedStores(new Stores(access, imap, sandbox, troubles), points),
      inject: [AccessService, ImapStores, SandboxStores, SandboxTroubles],
    })
    .compile();
  const service = module.createNestApplication(createAdapter(), { logger: false });
  await service.init();
  return service;
}

/** Looks at what the last process left behind, before anybody mends it. */
async function inspect(database: Database): Promise<void> {
  const killedAt = journal.killedAt.at(-1);
  if (killedAt === undefined || !(await hasTables(database))) return;
  let problems = await audit(database.orm);
  if (problems.length > 0 && database.backend === 'postgres') {
    await delay(LAST_STATEMENT_MS);
    problems = await audit(database.orm);
  }
  for (const problem of problems) journal.write({ kind: 'problem', problem, after: killedAt });
}

/** The queue makes its tables later in the start, so a process that died before has none. */
async function hasTables(database: Database): Promise<boolean> {
  const { rows } = (await database.orm.execute(`select to_regclass('pgboss.job') as job`)) as unknown as {
    rows: { job: string | null }[];
  };
  return rows[0]?.job != null;
}
