import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import {
  type Db,
  type DrizzleTransactionLike,
  fromDrizzle,
  type JobResult,
  type JobWithMetadata,
  PgBoss,
} from 'pg-boss';
import { ServiceClock } from '../clock/service-clock';
import { Database, type Orm } from '../database/database';
import { Log } from '../logging/log';
import { type Messages, QUEUE_NAMES, QUEUES, type QueueName } from './queues';

/** A message that a worker holds; naming the attempt keeps a worker that lost it from settling it. */
export interface HeldMessage<Name extends QueueName = QueueName> {
  readonly id: string;
  readonly retryCount: number;
  /** Its place among the messages of all jobs; null when it was sent without one. */
  readonly turn: number | null;
  readonly data: Messages[Name];
  readonly signal: AbortSignal;
}

/** A message to be sent: its key makes it unique among those that wait, its group counts against a limit. */
export interface NewMessage<Name extends QueueName> {
  readonly key: string;
  readonly data: Messages[Name];
  readonly group?: string;
  /** From 1; the lowest is handed out first, and before these whatever has none. */
  readonly turn?: number;
  /** When it is due on the service's clock; at once when absent. */
  readonly at?: Date;
}

/** The message was taken away from this worker, so its outcome must not be saved. */
export class MessageLostError extends Error {
  readonly code = 'messageLost';

  constructor(queue: QueueName, id: string) {
    super(`Message ${id} of ${queue} is held by somebody else by now.`);
    this.name = 'MessageLostError';
  }
}

/** How a queue is worked on. */
export interface WorkSettings {
  /** Messages that are handled at the same time in one loop. */
  readonly batchSize: number;
  /** Loops of this process. */
  readonly loops: number;
  /** How many messages of one group may be handled at a time, over all processes. */
  readonly groupConcurrency?: number;
}

/** The column is an integer; whoever comes later than that is served in the order of coming. */
const LAST_TURN = 2_147_483_647;

/** A transaction as pg-boss takes it; Drizzle's type common to both drivers does not say what `execute` answers. */
function within(tx: Orm): Db {
  return fromDrizzle(tx as unknown as DrizzleTransactionLike, sql);
}

/** pg-boss on the service's own database: what is sent in a transaction exists only if the transaction commits. */
@Injectable()
export class Queue implements OnModuleInit, OnApplicationShutdown {
  private readonly boss: PgBoss;

  constructor(
    private readonly database: Database,
    private readonly clock: ServiceClock,
    private readonly log: Log,
  ) {
    this.boss = new PgBoss({
      ...database.bossConnection(),
      schedule: false,
      // With the defaults a dead worker is noticed after a minute only.
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
      // By default what is done is cleared away once a day, however short it is to be kept.
      maintenanceIntervalSeconds: 60,
      monitorVacuum: false,
      reindex: false,
      registerInstance: false,
    });
    this.boss.on('error', (error) => this.log.warn('queue', { error: error.message }));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    const known = new Set((await this.boss.getQueues()).map((queue) => queue.name));
    for (const name of QUEUE_NAMES) {
      const { policy, ...settings } = QUEUES[name];
      if (known.has(name)) await this.boss.updateQueue(name, settings);
      else await this.boss.createQueue(name, { policy, ...settings });
    }
    if (this.database.backend === 'pglite') await this.dropHeldMessages();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true });
  }

  /** Stops handing out messages and waits for those in hand, up to a limit. */
  async drain(timeoutMs: number): Promise<void> {
    await this.boss.stop({ graceful: true, close: false, timeout: timeoutMs });
  }

  /** Sends messages in a transaction. A message whose key waits already is dropped: one wake-up is enough. */
  async send<Name extends QueueName>(tx: Orm, name: Name, messages: readonly NewMessage<Name>[]): Promise<void> {
    if (messages.length === 0) return;
    const inserts = messages.map((message) => ({
      data: message.data,
      singletonKey: message.key,
      ...(message.group === undefined ? {} : { group: { id: message.group } }),
      ...(message.turn === undefined ? {} : { priority: -Math.min(message.turn, LAST_TURN) }),
      ...(message.at === undefined ? {} : { startAfter: this.clock.toRealTime(message.at) }),
    }));
    await this.boss.insert(name, inserts, { db: within(tx) });
  }

  /** Sends a message, or moves the one that waits under the same key to the new time. */
  async reschedule<Name extends QueueName>(
    tx: Orm,
    name: Name,
    message: NewMessage<Name> & { at: Date },
  ): Promise<void> {
    await this.boss.upsert(name, message.data as object, {
      singletonKey: message.key,
      startAfter: this.clock.toRealTime(message.at),
      match: 'all',
      db: within(tx),
    });
  }

  /** Marks a message as done in the transaction that saves its outcome. Throws {@link MessageLostError}. */
  async complete(tx: Orm, name: QueueName, message: HeldMessage): Promise<void> {
    if ((await this.completeAll(tx, name, [message])) !== 1) throw new MessageLostError(name, message.id);
  }

  /**
   * Marks messages as done in the transaction that saves their outcomes. Answers how many were still held: whoever guards
   * an outcome by something better than its message need not mind the others.
   */
  async completeAll(tx: Orm, name: QueueName, messages: readonly HeldMessage[]): Promise<number> {
    if (messages.length === 0) return 0;
    const held = messages.map(({ id, retryCount }) => ({ id, retryCount }));
    const result = await this.boss.complete(name, held, null, { db: within(tx) });
    return (result as { affected?: number }).affected ?? 0;
  }

  /**
   * Hands messages to a handler until the service stops; a handler that throws gets its message again, later. A loop that
   * has handled something looks for more at once: pg-boss itself would pause after a batch that is not full, and then what
   * waits behind the limit of a group moves on only every other second.
   */
  async work<Name extends QueueName>(
    name: Name,
    settings: WorkSettings,
    handle: (message: HeldMessage<Name>) => Promise<void>,
  ): Promise<void> {
    const { batchSize, loops, groupConcurrency } = settings;
    const options = {
      batchSize,
      includeMetadata: true,
      perJobResults: true,
      pollingIntervalSeconds: 1,
      notifyPollingIntervalSeconds: 2,
      ...(groupConcurrency === undefined ? {} : { groupConcurrency }),
    } as const;
    for (let loop = 0; loop < loops; loop += 1) {
      let id: string | null = null;
      id = await this.boss.work<Messages[Name], unknown, typeof options>(name, options, async (jobs) => {
        const results = await Promise.all(jobs.map((job) => this.handle(name, job, handle)));
        if (id !== null) this.boss.notifyWorker(id);
        return results;
      });
    }
  }

  private async handle<Name extends QueueName>(
    queue: Name,
    { id, retryCount, data, signal, priority }: JobWithMetadata<Messages[Name]>,
    handle: (message: HeldMessage<Name>) => Promise<void>,
  ): Promise<JobResult> {
    try {
      await handle({ id, retryCount, data, signal, turn: priority < 0 ? -priority : null });
      return { id, status: 'completed' };
    } catch (error) {
      const { message } = error as Error;
      this.log.warn('message failed', { queue, message: id, error: message });
      return { id, status: 'failed', output: { message } };
    }
  }

  /**
   * On an embedded database nobody else can hold a message at start. Those of the last run are dropped, not tried again
   * after a pause: the reconciler, which runs at start, wakes everything that has to go on.
   */
  private async dropHeldMessages(): Promise<void> {
    for (const name of QUEUE_NAMES) {
      const held = (await this.boss.findJobs(name)).filter((job) => job.state === 'active');
      if (held.length > 0)
        await this.boss.deleteJob(
          name,
          held.map((job) => job.id),
        );
    }
  }
}
