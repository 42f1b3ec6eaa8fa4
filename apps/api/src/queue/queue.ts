import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { sql } from 'drizzle-orm';
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { type Db, type DrizzleTransactionLike, fromDrizzle, PgBoss } from 'pg-boss';
import { ServiceClock } from '../clock/service-clock';
import { STEADY_CLOCK } from '../clock/steady-clock';
import { CONFIG, type Config } from '../config/config';
import { Database, type Orm, type Unlisten } from '../database/database';
import { databaseTroubleOf, reasonOf, statementTroubleOf } from '../database/database-trouble';
import { Log, type LogFields } from '../logging/log';
import { type HeldMessage, MessageLoop, type WorkSettings } from './message-loop';
import { type Messages, QUEUE_NAMES, QUEUES, type QueueName } from './queues';

/** A message to be sent: its key makes it unique among those that wait, its group counts against a limit. */
export interface NewMessage<Name extends QueueName> {
  readonly key: string;
  readonly data: Messages[Name];
  readonly group?: string;
  /** Which of the limits for groups holds for its group; the usual one without it. */
  readonly tier?: string;
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

const LOOK_EVERY_MS = 250;

/** Where pg-boss tells of the queue that a message was sent to: the digest of the name of its schema. */
export const NEW_MESSAGES = `pgboss_${createHash('sha224').update('pgboss').digest('hex').slice(0, 24)}`;

/** The column is an integer; whoever comes later than that is served in the order of coming. */
const LAST_TURN = 2_147_483_647;

function groupOf(id: string, tier: string | undefined): { id: string; tier?: string } {
  return tier === undefined ? { id } : { id, tier };
}

/**
 * What makes pg-boss hand out messages by their turns. It looks at the highest priorities first, but of those that belong to
 * one group it takes as many as the limit leaves room for by their ids: so an id begins with the turn (RFC 9562, version 8).
 */
function inTurn(turn: number): { id: string; priority: number } {
  const [, ...random] = randomUUID().split('-');
  const [middle = '', version = '', ...rest] = random;
  return { id: [hexOf(turn), middle, `8${version.slice(1)}`, ...rest].join('-'), priority: -turn };
}

const hexOf = (turn: number) => turn.toString(16).padStart(8, '0');

/** A transaction as pg-boss takes it; Drizzle's type common to both drivers does not say what `execute` answers. */
function within(tx: Orm): Db {
  return fromDrizzle(tx as unknown as DrizzleTransactionLike, sql);
}

/** pg-boss on the service's own database: what is sent in a transaction exists only if the transaction commits. */
@Injectable()
export class Queue implements OnModuleInit, OnApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly loops: MessageLoop<QueueName>[] = [];
  /** Messages whose handler has ended them in a transaction of its own. */
  private readonly settled = new WeakSet<HeldMessage>();
  private unlisten: Unlisten | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: ServiceClock,
    private readonly log: Log,
    @Inject(CONFIG) { role }: Pick<Config, 'role'>,
  ) {
    const works = role !== 'api';
    this.boss = new PgBoss({
      ...database.bossConnection(),
      clock: STEADY_CLOCK,
      schedule: false,
      // Who only sends leaves it to the workers to look after the queues.
      supervise: works,
      // Its workers are not used, and whoever works hears of new messages by a connection of the service.
      useListenNotify: false,
      // With the defaults a dead worker is noticed after a minute only.
      superviseIntervalSeconds: 2,
      monitorIntervalSeconds: 2,
      // By default what is done is cleared away once a day, however short it is to be kept.
      maintenanceIntervalSeconds: 60,
      monitorVacuum: false,
      reindex: false,
      registerInstance: false,
    });
    this.boss.on('error', (error) => this.troubled(error));
  }

  async onModuleInit(): Promise<void> {
    await this.boss.start();
    const known = new Set((await this.boss.getQueues()).map((queue) => queue.name));
    for (const name of QUEUE_NAMES) {
      const { policy, ...settings } = QUEUES[name];
      // The policy of a queue that exists stays; an earlier version may have made it with other settings.
      if (known.has(name)) await this.boss.updateQueue(name, settings);
      else await this.boss.createQueue(name, { policy, ...settings });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.drain(0);
    await this.boss.stop({ graceful: false, close: true });
  }

  /** To be called before the first {@link work}: takes back what dead processes held, if nobody else lives. */
  async recover(): Promise<void> {
    await this.database.beginWork(() => this.takeBackHeldMessages());
  }

  /** Stops handing out messages and waits for those in hand, up to a limit. */
  async drain(timeoutMs: number): Promise<void> {
    await this.unlisten?.();
    this.unlisten = null;
    await Promise.all(this.loops.splice(0).map((loop) => loop.stop(timeoutMs)));
  }

  /** Sends messages in a transaction. A message whose key waits already is dropped: one wake-up is enough. */
  async send<Name extends QueueName>(tx: Orm, name: Name, messages: readonly NewMessage<Name>[]): Promise<void> {
    if (messages.length === 0) return;
    const inserts = messages.map((message) => ({
      data: message.data,
      singletonKey: message.key,
      ...(message.group === undefined ? {} : { group: groupOf(message.group, message.tier) }),
      ...(message.turn === undefined ? {} : inTurn(Math.min(message.turn, LAST_TURN))),
      startAfter: this.secondsUntil(message.at),
    }));
    await this.boss.insert(name, inserts, { db: within(tx) });
  }

  /** Sends a message, or moves the one that waits under the same key to the new time, or to now. */
  async reschedule<Name extends QueueName>(tx: Orm, name: Name, message: NewMessage<Name>): Promise<void> {
    await this.boss.upsert(name, message.data as object, {
      singletonKey: message.key,
      startAfter: this.secondsUntil(message.at),
      match: 'all',
      db: within(tx),
    });
  }

  /** Takes back the messages that wait under a key; whoever is being handled is handled. */
  async withdraw(tx: Orm, name: QueueName, key: string): Promise<void> {
    const db = within(tx);
    const waiting = await this.boss.findJobs(name, { key, queued: true, db });
    if (waiting.length === 0) return;
    await this.boss.deleteJob(
      name,
      waiting.map(({ id }) => id),
      { db },
    );
  }

  /**
   * Puts right what the queue noted with a clock that was ahead. Once the clock of the database is set back, a message from
   * the future would wait until then, a worker that has died since would count as alive, and nobody would look.
   */
  async forgetFuture(tx: Orm): Promise<void> {
    const future = sql`now() + interval '1 minute'`;
    const longestRetry = sql`now() + interval '5 minutes'`;
    await tx.execute(sql`
      update pgboss.job set start_after = now()
      where state < 'active' and start_after > now()
        and (created_on > ${future} or (state = 'retry' and start_after > ${longestRetry}))`);
    await tx.execute(sql`
      update pgboss.job set heartbeat_on = least(heartbeat_on, now()), started_on = least(started_on, now())
      where state = 'active' and (heartbeat_on > ${future} or started_on > ${future})`);
    await tx.execute(sql`
      update pgboss.queue set monitor_claim_on = null, monitor_on = null, maintain_on = null
      where monitor_claim_on > ${future} or monitor_on > ${future} or maintain_on > ${future}`);
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
    for (const message of messages) this.settled.add(message);
    const result = await this.boss.complete(name, held, null, { db: within(tx) });
    return (result as { affected?: number }).affected ?? 0;
  }

  /** A message that is done led to nothing and is sent again in its turn, so its line has not come to that turn yet. */
  async forgetTurn(tx: Orm, name: QueueName, { id }: HeldMessage): Promise<void> {
    await tx.execute(sql`update pgboss.job set priority = 0 where name = ${name} and id = ${id}`);
  }

  /** Hands messages to a handler until the service stops; a handler that throws gets its message again, later. */
  async work<Name extends QueueName>(
    name: Name,
    settings: WorkSettings,
    handle: (message: HeldMessage<Name>) => Promise<void>,
  ): Promise<void> {
    this.unlisten ??= await this.database.listen(
      NEW_MESSAGES,
      (queue) => this.nudge((loop) => loop.name === queue),
      () => this.nudge(() => true),
    );
    const loop = new MessageLoop(this.boss, name, settings, {
      handle: (message) => this.handle(name, message, handle),
      troubled: (error) => this.troubled(error),
    });
    this.loops.push(loop);
  }

  private nudge(which: (loop: Pick<MessageLoop<QueueName>, 'name'>) => boolean): void {
    for (const loop of this.loops) if (which(loop)) loop.nudge();
  }

  private async handle<Name extends QueueName>(
    queue: Name,
    message: HeldMessage<Name>,
    handle: (message: HeldMessage<Name>) => Promise<void>,
  ): Promise<void> {
    const { id, retryCount } = message;
    try {
      await handle(message);
      if (!this.settled.has(message)) await this.boss.complete(queue, { id, retryCount });
    } catch (error) {
      const isTrouble = databaseTroubleOf(error) !== null;
      this.warn('message failed', error, isTrouble, { queue, message: id });
      if (isTrouble) await this.untilAnswering(message.signal);
      await this.boss.fail(queue, { id, retryCount }, { message: reasonOf(error) });
    }
  }

  private troubled(error: unknown): void {
    this.database.notice(error);
    this.warn('queue', error, statementTroubleOf(error) !== null);
  }

  /** Troubles of the database are told once for all by whoever watches it. */
  private warn(what: string, error: unknown, isTrouble: boolean, fields: LogFields = {}): void {
    this.log[isTrouble ? 'debug' : 'warn'](what, { ...fields, error: reasonOf(error) });
  }

  /** While the database is away a message cannot be given back, and nobody else would get it until its heartbeat ends. */
  private async untilAnswering(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.database.ping();
        return;
      } catch {
        await delay(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /**
   * How long a message waits. Always as a duration, which the database adds to its own time: the clocks of the service and
   * of the database may differ by any amount, and a message for a time of ours would come too late by that much.
   */
  private secondsUntil(at: Date | undefined): number {
    return at === undefined ? 0 : Math.max(0, (at.getTime() - this.clock.now().getTime()) / 1_000);
  }

  /**
   * What a dead process held is handed out again at once, as an attempt of its own, so that the dead one could not settle
   * it. Said in SQL: pg-boss fails a message only with a pause, and lists the oldest thousand of a queue, finished ones
   * included, while those that were held are among the newest.
   */
  private async takeBackHeldMessages(): Promise<void> {
    await this.database.orm.execute(sql`
      update pgboss.job set state = 'retry', start_after = pgboss.job_now(), heartbeat_on = null
      where state = 'active' and name = any(${sql.param([...QUEUE_NAMES])}::text[])`);
  }
}
