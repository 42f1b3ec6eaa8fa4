import { setTimeout as delay } from 'node:timers/promises';
import type { JobWithMetadata, PgBoss } from 'pg-boss';
import { STEADY_CLOCK } from '../clock/steady-clock';
import { type Place, Places } from './places';
import { HEARTBEAT_SECONDS, type Messages, type QueueName } from './queues';

/** A message that a worker holds; naming the attempt keeps a worker that lost it from settling it. */
export interface HeldMessage<Name extends QueueName = QueueName> {
  readonly id: string;
  readonly retryCount: number;
  /** Its place among the messages of all jobs; null when it was sent without one. */
  readonly turn: number | null;
  readonly data: Messages[Name];
  readonly signal: AbortSignal;
  /** What it counts by against the concurrency of its queue, until it leaves it or ends. */
  readonly place: Place;
}

/** How a queue is worked on. */
export interface WorkSettings {
  /** How many messages this process handles at a time, without those that have left their places. */
  readonly concurrency: number;
  /** How many messages of one group may be handled at a time, over all processes. */
  readonly groupConcurrency?: { readonly default: number; readonly tiers: Readonly<Record<string, number>> };
}

/** What a loop asks of those who know what to do with a message, and with what goes wrong. */
export interface MessageHandler<Name extends QueueName> {
  /** Handles a message and settles it, whatever comes of it. */
  handle(message: HeldMessage<Name>): Promise<void>;
  /** Hears of what the loop itself could not do; it tries again. */
  troubled(error: unknown): void;
}

interface InHand<Name extends QueueName> {
  readonly message: HeldMessage<Name>;
  readonly since: number;
  readonly expiresAfterMs: number;
  readonly lost: AbortController;
}

/** Messages for later are not announced when their time comes. */
const LOOK_EVERY_MS = 1_000;
/** So many messages are held for each place: a database that is slow to save must not be given ever more to save. */
const HELD_FOR_EACH_PLACE = 4;
const HEARTBEAT_MS = (HEARTBEAT_SECONDS / 2) * 1_000;

/**
 * Hands the messages of one queue to a handler, as many at a time as there is room for, the next one as soon as one has ended.
 *
 * One loop asks for all of them, and never twice at the same time: a fetch locks what it looks at, also what the limit of a
 * group makes it leave, and a second one beside it would take what stands behind (ADR 0038). The workers of pg-boss fetch
 * each for itself, and wait until the slowest message of a batch has ended.
 */
export class MessageLoop<Name extends QueueName> {
  private readonly places: Places;
  private readonly inHand = new Map<string, InHand<Name>>();
  private readonly beats: NodeJS.Timeout;
  private readonly running: Promise<void>;
  private isNudged = false;
  /** The last fetch brought less than there was room for: until a message ends, comes or is due there is nothing to fetch. */
  private isDrained = false;
  private wake: (() => void) | null = null;
  private emptied: (() => void) | null = null;
  private isStopping = false;
  private isOver = false;

  constructor(
    private readonly boss: Pick<PgBoss, 'fetch' | 'touch' | 'fail'>,
    readonly name: Name,
    private readonly settings: WorkSettings,
    private readonly handler: MessageHandler<Name>,
  ) {
    this.places = new Places(settings.concurrency, () => this.look());
    this.beats = setInterval(() => void this.beat(), HEARTBEAT_MS);
    this.running = this.run();
  }

  /** There may be something to fetch. */
  nudge(): void {
    this.isDrained = false;
    this.look();
  }

  /** Fetches no more, and waits for what is in hand, up to a limit; what is left is given back, and its signal aborted. */
  async stop(timeoutMs: number): Promise<void> {
    this.isStopping = true;
    this.nudge();
    const limit = new AbortController();
    const late = delay(timeoutMs, undefined, { signal: limit.signal }).catch(() => undefined);
    await Promise.race([this.running.then(() => this.untilEmpty()), late]);
    limit.abort();
    this.isOver = true;
    await this.giveBackAll();
    clearInterval(this.beats);
  }

  /** There is room, for what is known to be there. */
  private look(): void {
    this.isNudged = true;
    this.wake?.();
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      this.isNudged = false;
      const mayHold = this.settings.concurrency * HELD_FOR_EACH_PLACE - this.inHand.size;
      const room = Math.min(this.places.free, mayHold);
      if (room > 0 && !this.isDrained) await this.fetch(room);
      await this.untilNudged();
    }
  }

  private async untilNudged(): Promise<void> {
    if (!this.isNudged) {
      const limit = new AbortController();
      const time = delay(LOOK_EVERY_MS, undefined, { signal: limit.signal }).then(
        () => (this.isDrained = false),
        () => undefined,
      );
      await Promise.race([new Promise<void>((resolve) => (this.wake = resolve)), time]);
      limit.abort();
      this.wake = null;
    }
    // What is settled together ends together: there is to be room for all of it before the next fetch.
    await new Promise((resolve) => setImmediate(resolve));
  }

  private async fetch(room: number): Promise<void> {
    const { groupConcurrency } = this.settings;
    this.isDrained = true;
    try {
      const messages = await this.boss.fetch<Messages[Name]>(this.name, {
        batchSize: room,
        includeMetadata: true,
        ...(groupConcurrency === undefined ? {} : { groupConcurrency }),
      });
      if (messages.length === room) this.isDrained = false;
      // They came after the time was over for which a stop waits.
      if (this.isOver) await this.giveBack(messages);
      else for (const message of messages) void this.handle(message);
    } catch (error) {
      this.handler.troubled(error);
    }
  }

  private async handle({
    id,
    retryCount,
    data,
    priority,
    expireInSeconds,
  }: JobWithMetadata<Messages[Name]>): Promise<void> {
    const lost = new AbortController();
    const turn = priority < 0 ? -priority : null;
    const place = this.places.give();
    const message: HeldMessage<Name> = { id, retryCount, data, turn, signal: lost.signal, place };
    this.inHand.set(id, { message, since: STEADY_CLOCK.now(), expiresAfterMs: expireInSeconds * 1_000, lost });
    try {
      await this.handler.handle(message);
    } catch (error) {
      // It comes again once its heartbeat has stopped.
      this.handler.troubled(error);
    } finally {
      this.inHand.delete(id);
      place.leave();
      if (this.inHand.size === 0) this.emptied?.();
      this.nudge();
    }
  }

  /** Tells that the messages in hand are being handled; whose message is somebody else's by now must stop. */
  private async beat(): Promise<void> {
    const now = STEADY_CLOCK.now();
    for (const { since, expiresAfterMs, lost } of this.inHand.values()) if (now - since > expiresAfterMs) lost.abort();
    const held = [...this.inHand.values()].filter(({ lost }) => !lost.signal.aborted);
    if (held.length === 0) return;
    try {
      const attempts = held.map(({ message: { id, retryCount } }) => ({ id, retryCount }));
      const answer = (await this.boss.touch(this.name, attempts)) as { readonly settled?: readonly string[] };
      if (!answer.settled) return;
      const alive = new Set(answer.settled);
      for (const { message, lost } of held) if (!alive.has(message.id)) lost.abort();
    } catch (error) {
      // It says nothing about the messages.
      this.handler.troubled(error);
    }
  }

  private async untilEmpty(): Promise<void> {
    if (this.inHand.size > 0) await new Promise<void>((resolve) => (this.emptied = resolve));
  }

  private async giveBackAll(): Promise<void> {
    const held = [...this.inHand.values()];
    // Before the signals: nothing that is still going on may find its message held.
    await this.giveBack(held.map(({ message }) => message));
    for (const { lost } of held) lost.abort();
  }

  private async giveBack(messages: readonly Pick<HeldMessage, 'id' | 'retryCount'>[]): Promise<void> {
    if (messages.length === 0) return;
    const attempts = messages.map(({ id, retryCount }) => ({ id, retryCount }));
    try {
      await this.boss.fail(this.name, attempts, { message: 'The process stops.' });
    } catch (error) {
      // They come again once their heartbeats have stopped.
      this.handler.troubled(error);
    }
  }
}
