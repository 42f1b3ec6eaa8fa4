import { StoreUnavailableError } from '@ferry/stores-spi';
import type { MailboxObject } from 'imapflow';
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from './connect';
import { failureOf } from './server-answer';
import type { MailClient } from './mail-client';
import type { ImapConnection } from './settings';
import { storeErrorOf } from './trouble';

/** Waits so long, in milliseconds; throws the reason of the signal when it is aborted meanwhile. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** How often something that can be repeated is tried, and the first pause in between, which doubles each time. */
const ATTEMPTS = 4;
const FIRST_PAUSE_MS = 250;
/** How long a server may take to say good-bye. */
const LOGOUT_MS = 1_000;
const TIME_OUTS: ReadonlySet<string> = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'ETIMEOUT', 'ETIMEDOUT']);

/** One signed-in connection, which does one thing at a time. */
export interface Session {
  readonly client: MailClient;
  /** Opens a mailbox unless it is open already, or anew where `fresh`, and answers what the server says of it. */
  open(mailbox: string, fresh: boolean): Promise<MailboxObject>;
}

/**
 * The connections of one person: at most so many at once, each with the folder that it has opened, so that work on a
 * folder goes to the connection that has it. What a source opens is opened by EXAMINE, which changes nothing.
 */
export class Sessions {
  private readonly all = new Set<ClientSession>();
  private readonly waiting: (() => void)[] = [];
  private opening = 0;
  private isClosed = false;

  constructor(
    private readonly connection: ImapConnection,
    private readonly options: { readonly most: number; readonly readOnly: boolean; readonly wait?: Wait },
  ) {}

  /** How many connections are open. */
  get open(): number {
    return this.all.size;
  }

  /**
   * Does something on one connection, preferably the one that has the mailbox open. Throws a `StoreError`, or the reason
   * of the signal at once when it is aborted; the connection is cut then, because its answer would come too late.
   */
  async use<T>(mailbox: string | null, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    const session = await this.take(mailbox, signal);
    try {
      return await this.along(session, signal, () => work(session));
    } finally {
      this.giveBack(session);
    }
  }

  /**
   * Does something on a connection that others may use as well: each command is sent when the one before it has been
   * answered, and it must not matter which mailbox is open.
   */
  async along<T>(session: Session, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const { client } = session;
    const cut = (): void => client.close();
    signal.addEventListener('abort', cut);
    try {
      signal.throwIfAborted();
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      throw storeErrorOf(error, this.connection, client);
    } finally {
      signal.removeEventListener('abort', cut);
    }
  }

  /** The same for what may be done twice: a lost connection is made anew, with growing pauses in between. */
  async persist<T>(mailbox: string | null, signal: AbortSignal, work: (session: Session) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.use(mailbox, signal, work);
      } catch (error) {
        if (!isPassing(error) || attempt === ATTEMPTS || this.isClosed) throw error;
        await (this.options.wait ?? pause)(FIRST_PAUSE_MS * 2 ** (attempt - 1), signal);
      }
    }
  }

  /** Says good-bye on every connection. Never throws. */
  async close(): Promise<void> {
    this.isClosed = true;
    for (const wake of this.waiting.splice(0)) wake();
    await Promise.all([...this.all].map((session) => session.end()));
    this.all.clear();
  }

  private async take(mailbox: string | null, signal: AbortSignal): Promise<ClientSession> {
    for (;;) {
      if (this.isClosed) throw new StoreUnavailableError('The store is closed.');
      for (const session of this.all) if (session.isDead) this.all.delete(session);
      const idle = [...this.all].filter((session) => !session.isBusy);
      const best = idle.find((session) => session.mailbox === mailbox);
      const hasRoom = this.all.size + this.opening < this.options.most;
      const session = best ?? (hasRoom && mailbox !== null ? undefined : idle[0]);
      if (session) {
        session.isBusy = true;
        return session;
      }
      if (hasRoom) return this.connectOne(signal);
      await this.turn(signal);
      signal.throwIfAborted();
    }
  }

  /** Waits until a connection may be free, or nobody waits for it any more. */
  private turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        this.waiting.splice(this.waiting.indexOf(wake), 1);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.waiting.push(wake);
    });
  }

  private async connectOne(signal: AbortSignal): Promise<ClientSession> {
    this.opening += 1;
    try {
      const session = new ClientSession(await connect(this.connection, signal), this.options.readOnly);
      this.all.add(session);
      if (!signal.aborted && !this.isClosed) return session;
      session.isBusy = false;
      signal.throwIfAborted();
      await session.end();
      throw new StoreUnavailableError('The store is closed.');
    } catch (error) {
      this.waiting.shift()?.();
      throw error;
    } finally {
      this.opening -= 1;
    }
  }

  private giveBack(session: ClientSession): void {
    session.isBusy = false;
    if (session.isDead) this.all.delete(session);
    this.waiting.shift()?.();
  }
}

class ClientSession implements Session {
  isBusy = true;

  constructor(
    readonly client: MailClient,
    private readonly readOnly: boolean,
  ) {}

  get isDead(): boolean {
    // A connection that was asked to wait has given up the command that was under way: it is not used again.
    return !this.client.usable || this.client.throttledFor > 0;
  }

  get mailbox(): string | null {
    return this.client.mailbox === false ? null : this.client.mailbox.path;
  }

  async open(mailbox: string, fresh: boolean): Promise<MailboxObject> {
    const { client, readOnly } = this;
    if (!fresh && client.mailbox !== false && client.mailbox.path === mailbox) return client.mailbox;
    return client.mailboxOpen(mailbox, { readOnly });
  }

  async end(): Promise<void> {
    const { client } = this;
    const late = new AbortController();
    try {
      if (!this.isBusy && !this.isDead) {
        await Promise.race([client.logout(), delay(LOGOUT_MS, undefined, { signal: late.signal })]);
      }
    } catch {
      // The server closed first: that is what was wanted.
    } finally {
      late.abort();
      client.close();
    }
  }
}

/** A lost connection is made anew at once; a server that took all its time already is left to whoever schedules. */
function isPassing(error: unknown): boolean {
  return error instanceof StoreUnavailableError && !TIME_OUTS.has(failureOf(error.cause).code ?? '');
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch {
    signal.throwIfAborted();
  }
}
