import { GRAPH_ROUTES } from '@ferry/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import { ExpectationFailed } from '../expect/expectation-failed';
import { shown } from '../expect/expect';
import type { MigrationData, Who } from '../options/options';
import type { Answer } from '../server/answer';
import type { Connection } from '../server/connection';
import type { Server } from '../server/server';
import { noteCreated } from './note-created';
import { type Job, jobIn, type Json } from './job';
import { type Run, rootOf } from './run';
import { Skipped } from './skipped';

const FIRST_LOOK_MS = 20;
const LONGEST_PAUSE_MS = 400;

/** A request as a check writes it; the administrator asks unless it says somebody else. */
export interface Asked {
  readonly as?: Who | 'nobody';
  /** An object is sent as JSON; a text, or bytes, as they are, and as JSON unless a header says otherwise. */
  readonly body?: object | string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** Another way to the same server. */
  readonly over?: Connection;
}

/** What a check is given: the server in one version, and what it needs to try something. */
export class CheckContext {
  constructor(
    readonly run: Run,
    readonly version: string,
    private readonly isShared = false,
    private readonly answers: Answer[] = [],
  ) {}

  get server(): Server {
    return this.run.server;
  }

  get data(): MigrationData {
    return this.server.data;
  }

  /** What stands before the addresses of this version. */
  get root(): string {
    return rootOf(this.version);
  }

  /** The collection of jobs, or something below it. */
  jobs(rest = ''): string {
    return `${this.root}/${GRAPH_ROUTES.jobs}${rest}`;
  }

  /** A job by a plain segment, or something below it. */
  job(key: string, rest = ''): string {
    return `${this.root}/${GRAPH_ROUTES.job(key)}${rest}`;
  }

  /** The absolute address of something. */
  absolute(path: string): string {
    return `${this.server.address}${path}`;
  }

  /** The last answers, the newest last: what a report shows of a failure. */
  get lastAnswers(): readonly Answer[] {
    return this.answers;
  }

  async send(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    if (this.run.isStopped) this.skip('the run was stopped');
    const { as = 'admin', body, headers = {}, over = this.server.connection } = asked;
    const authorization: Json = as === 'nobody' ? {} : { authorization: `Bearer ${await this.server.token(as)}` };
    const type: Json = body === undefined ? {} : { 'content-type': 'application/json' };
    const isPlain = typeof body === 'string' || Buffer.isBuffer(body);
    const answer = await over.send({
      method,
      path,
      headers: { ...authorization, ...type, ...headers } as Record<string, string>,
      body: body === undefined ? null : Buffer.from(isPlain ? body : JSON.stringify(body)),
    });
    this.answers.push(answer);
    if (this.answers.length > 3) this.answers.shift();
    if (as !== 'nobody') noteCreated(answer, (id) => this.run.created.add(id, as, this.isShared));
    return answer;
  }

  get = (path: string, asked: Asked = {}): Promise<Answer> => this.send('GET', path, asked);
  post = (path: string, asked: Asked = {}): Promise<Answer> => this.send('POST', path, asked);
  patch = (path: string, asked: Asked = {}): Promise<Answer> => this.send('PATCH', path, asked);
  delete = (path: string, asked: Asked = {}): Promise<Answer> => this.send('DELETE', path, asked);

  /** A name that no other job has. */
  name(words = 'wave'): string {
    return `${this.run.prefix} ${words} ${++names}`;
  }

  /** A moment of the server's clock, so many seconds from now. */
  inSeconds(seconds: number): string {
    return new Date(this.server.clock.now().getTime() + seconds * 1_000).toISOString();
  }

  /** A create body that asks for nothing unusual, for the first of the people, due in a month. */
  body(more: Json = {}): Json {
    const { sourceTenant, sourceEndpoint, targetDomain, people } = this.data;
    return {
      displayName: this.name(),
      sourceTenantId: sourceTenant,
      completeAfterDateTime: this.inSeconds(30 * 86_400),
      exchangeSettings: { sourceEndpoint, targetDeliveryDomain: targetDomain },
      resourceType: 'Users',
      resources: people.slice(0, 1),
      ...more,
    };
  }

  /** Creates a job that has to be accepted. */
  async create(more: Json = {}, as: Who = 'admin'): Promise<Job> {
    return jobIn((await this.post(this.jobs(), { body: this.body(more), as })).expect(201));
  }

  /** A job as it is now. */
  async read(id: string): Promise<Job> {
    return jobIn((await this.get(this.job(id))).expect(200));
  }

  /** Calls an action of a job that has to be accepted. */
  async act(id: string, action: 'validate' | 'migrate' | 'cancel'): Promise<Answer> {
    return (await this.post(this.job(id, `/${action}`))).expect(action === 'cancel' ? 202 : 200);
  }

  /** Waits until a job has one of the statuses; one of `never` ends the wait as a failure. */
  async until(id: string, statuses: readonly string[], never: readonly string[] = []): Promise<Job> {
    return this.eventually(`${statuses.join(' or ')} as the status of job ${id}`, async () => {
      const job = await this.read(id);
      if (never.includes(job.status)) {
        throw new ExpectationFailed(
          `The job became ${job.status} (${shown(job['message'])}), expected ${statuses.join(' or ')}.`,
        );
      }
      return statuses.includes(job.status) ? job : null;
    });
  }

  /** Looks again and again until something is seen, or the patience is at its end. */
  async eventually<T>(what: string, look: () => Promise<T | null>): Promise<T> {
    const end = Date.now() + this.server.options.patienceSeconds * 1_000;
    for (let pause = FIRST_LOOK_MS; ; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
      const seen = await look();
      if (seen !== null) return seen;
      if (Date.now() > end) throw new ExpectationFailed(`${what} did not come within the patience.`);
      await delay(pause);
    }
  }

  /** What the checks of a section share, in all versions; so they do the jobs that are created on the way. */
  shared<T>(name: string, make: (context: CheckContext) => Promise<T>): Promise<T> {
    return this.run.fixtures.get(name, () => make(new CheckContext(this.run, this.version, true, this.answers)));
  }

  /** Gives the check up, with the reason. */
  skip(reason: string): never {
    throw new Skipped(reason);
  }
}

let names = 0;
