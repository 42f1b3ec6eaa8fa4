import { CrossTenantMigrationJob, GRAPH_ROUTES, type JobStatus, ODataError } from '@ferry/contracts';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import type { LightMyRequestResponse } from 'fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { concatMap, filter, firstValueFrom, merge, of } from 'rxjs';
import { AppModule } from '../../src/app.module';
import { createAdapter, setUp } from '../../src/app.setup';
import { Changes } from '../../src/changes/changes';
import { ServiceClock } from '../../src/clock/service-clock';
import { type Config, readConfig } from '../../src/config/config';
import { APP_OPTIONS, rootModule } from '../../src/create-app';
import { Database } from '../../src/database/database';
import { Log } from '../../src/logging/log';
import { CONTOSO_ID, FABRIKAM_ID, NORTHWIND_ID } from '../../src/sandbox/sandbox-directory';
import { asContract } from './contract-answer';
import { applicationToken } from './edge-app';
import { personToken } from './sign-in';
import { openTestDatabase, type TestDatabase, withoutClose } from './test-database';
import { fabrikamPerson } from './test-service';

/** The jobs of the contract, in the version that clients use by default. */
export const JOBS = `/v1.0/${GRAPH_ROUTES.jobs}`;

/** Who asks: Fabrikam's applications, and Northwind's administrator. */
export type Who = 'admin' | 'reader' | 'stranger' | 'northwind' | 'nobody';

/** A request as a spec writes it; the administrator asks unless it says somebody else. */
export interface Request {
  readonly as?: Who;
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A method of a request. */
export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';

let names = 0;

/** The whole service behind HTTP, on a database of its own. */
export class TestApi {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly config: Config,
    private readonly test: TestDatabase,
    private readonly tokens: Readonly<Record<Exclude<Who, 'nobody'>, string>>,
  ) {}

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<TestApi> {
    const test = await openTestDatabase();
    const config = readConfig({
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      FERRY_DATA_DIR: mkdtempSync(join(tmpdir(), 'ferry-api-')),
      ...settings,
    });
    const log = Log.atLevel(config.logLevel);
    const module = await Test.createTestingModule({ imports: [rootModule(AppModule.of(config), config, log)] })
      .overrideProvider(Database)
      .useValue(withoutClose(test.database))
      .compile();
    const app = module.createNestApplication<NestFastifyApplication>(createAdapter(), {
      ...APP_OPTIONS,
      logger: false,
    });
    await setUp(app);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new TestApi(app, config, test, {
      admin: await applicationToken(app, 'ferry-admin', FABRIKAM_ID),
      reader: await applicationToken(app, 'ferry-reader', FABRIKAM_ID),
      stranger: await applicationToken(app, 'ferry-stranger', FABRIKAM_ID),
      northwind: await applicationToken(app, 'ferry-admin', NORTHWIND_ID),
    });
  }

  get clock(): ServiceClock {
    return this.app.get(ServiceClock);
  }

  /** The access token of somebody, for clients that send it themselves. */
  token(who: Exclude<Who, 'nobody'>): string {
    return this.tokens[who];
  }

  /** The header by which one of Fabrikam's people asks, after signing in. */
  async signIn(upn: string): Promise<{ authorization: string }> {
    return { authorization: `Bearer ${await personToken(this.app, upn, FABRIKAM_ID)}` };
  }

  /** Sends one request and gives the answer, whatever it is. */
  send(method: Method, url: string, { as = 'admin', body, headers }: Request = {}): Promise<LightMyRequestResponse> {
    const authorization = as === 'nobody' ? {} : { authorization: `Bearer ${this.tokens[as]}` };
    const isText = typeof body === 'string';
    return this.app.inject({
      method,
      url,
      headers: { ...authorization, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { payload: isText ? body : JSON.stringify(body) }),
    });
  }

  get = (url: string, request: Request = {}) => this.send('GET', url, request);
  post = (url: string, request: Request = {}) => this.send('POST', url, request);
  patch = (url: string, request: Request = {}) => this.send('PATCH', url, request);
  delete = (url: string, request: Request = {}) => this.send('DELETE', url, request);

  /** A moment of the service's clock, so many minutes from now. */
  inMinutes(minutes: number): string {
    return new Date(this.clock.now().getTime() + minutes * 60_000).toISOString();
  }

  /** A create body for some of Fabrikam's people that is due in an hour; the spec says what matters to it. */
  body(people: readonly number[], more: object = {}): Record<string, unknown> {
    return {
      displayName: `api wave ${++names}`,
      sourceTenantId: CONTOSO_ID,
      completeAfterDateTime: this.inMinutes(60),
      exchangeSettings: { sourceEndpoint: 'contoso-endpoint', targetDeliveryDomain: 'fabrikam.example' },
      resourceType: 'Users',
      resources: people.map(fabrikamPerson),
      ...more,
    };
  }

  /** Creates a job that has to be accepted. */
  async create(people: readonly number[], more: object = {}): Promise<CrossTenantMigrationJob> {
    const answer = await this.post(JOBS, { body: this.body(people, more) });
    if (answer.statusCode !== 201) throw new Error(`The job was not created: ${answer.body}`);
    return asContract(CrossTenantMigrationJob, answer.json());
  }

  /** A job that has to be there. */
  async job(id: string): Promise<CrossTenantMigrationJob> {
    const answer = await this.get(`${JOBS}/${id}`);
    if (answer.statusCode !== 200) throw new Error(`The job is not there: ${answer.body}`);
    return asContract(CrossTenantMigrationJob, answer.json());
  }

  /** Calls an action of a job that has to be accepted. */
  async act(id: string, action: 'validate' | 'migrate' | 'cancel'): Promise<void> {
    const answer = await this.post(`${JOBS}/${id}/${action}`);
    if (answer.statusCode >= 300) throw new Error(`${action} was refused: ${answer.body}`);
  }

  /** Looks again whenever a change of a job is announced, until something is seen. */
  async untilSeen<T>(jobId: string, look: () => Promise<T | null>): Promise<T> {
    const changes = this.app.get(Changes).signals.pipe(filter((signal) => signal === 'gap' || signal.jobId === jobId));
    const seen = merge(of('now'), changes).pipe(
      concatMap(look),
      filter((found) => found !== null),
    );
    return firstValueFrom(seen);
  }

  /** Waits until a job shows one of the statuses. */
  until(id: string, ...statuses: JobStatus[]): Promise<CrossTenantMigrationJob> {
    return this.untilSeen(id, async () => {
      const job = await this.job(id);
      return statuses.includes(job.status) ? job : null;
    });
  }

  /** Moves the clock of the sandbox ahead. */
  async advance(minutes: number): Promise<void> {
    const answer = await this.post('/api/v1/sandbox/clock', { body: { seconds: minutes * 60 } });
    if (answer.statusCode !== 200) throw new Error(`The clock did not move: ${answer.body}`);
  }

  /** Stops the service and throws its database and its folder away. */
  async destroy(): Promise<void> {
    await this.app.close();
    await this.test.destroy();
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}

/** The error of an answer, which must be the envelope of the contract. */
export function errorOf(answer: LightMyRequestResponse): ODataError['error'] {
  if (answer.statusCode < 400) throw new Error(`Nothing was refused: ${answer.body.slice(0, 500)}`);
  return asContract(ODataError, answer.json()).error;
}
