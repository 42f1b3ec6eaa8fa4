import type { ItemHeader, NewItem, WriteOutcome } from '@ferry/stores-spi';
import { append, type AppendedMessage } from './append';
import { flagsOf, keptFlags } from './flags';
import { identifyUpTo, openMailbox } from './identify';
import { identityText, type ItemKey, parseKey } from './item-key';
import type { MailboxState } from './mailbox-state';
import { outgoing, outgoingAtHand, type Outgoing } from './outgoing';
import type { QuotaRoom, QuotaWatch } from './quota';
import type { Session, Sessions } from './sessions';
import { isRefusal } from './server-answer';
import { full, isOverQuota, outcomeOfRefusal, tooLarge, written } from './write-outcomes';

/** Messages and bytes that one APPEND carries where the server takes several. */
const TOGETHER = 100;
const TOGETHER_BYTES = 8 * 1024 * 1024;

/** A message that the mailbox does not have yet. */
interface Wanted {
  readonly header: ItemHeader;
  /** As its key says; null where the key is none of this store's. */
  readonly identity: Uint8Array | null;
  readonly content: Outgoing;
}

/** What has been found out about a mailbox before anything is sent to it. */
interface Beginning {
  readonly session: Session;
  readonly limit: number;
  /** Flags that the mailbox keeps. */
  readonly permanent: ReadonlySet<string> | undefined;
  readonly room: QuotaRoom;
  /** Nothing more is written. */
  end(): void;
}

/**
 * Writes messages into one mailbox and answers what became of each. Those that are there already are answered as written.
 * Throws `StoreRefusedError` with `QuotaExceeded` before the first message that does not fit.
 *
 * The connection is had alone only until the mailbox is known: APPEND needs no mailbox that is open, and the next batch is
 * ready to be sent when the server answers this one.
 */
export class Writer {
  constructor(
    private readonly sessions: Sessions,
    private readonly mailbox: string,
    private readonly state: MailboxState,
    private readonly watch: QuotaWatch,
    private readonly user: string,
  ) {}

  async write(items: readonly NewItem[], signal: AbortSignal): Promise<WriteOutcome[]> {
    const { sessions, mailbox } = this;
    const beginning = await sessions.use(mailbox, signal, (session) => this.begin(session, items, signal));
    try {
      return await sessions.along(beginning.session, signal, () => this.writeAll(beginning, items, signal));
    } finally {
      beginning.end();
    }
  }

  private async begin(session: Session, items: readonly NewItem[], signal: AbortSignal): Promise<Beginning> {
    const { mailbox, state } = this;
    await openMailbox(session, mailbox, state, false);
    await identifyUpTo(session, state, Infinity, signal);
    const opened = session.client.mailbox;
    const bytes = items.reduce((sum, { header }) => sum + header.size, 0);
    const room = await this.watch.roomFor(session, mailbox, bytes);
    return {
      session,
      limit: appendLimit(session),
      permanent: opened === false ? undefined : opened.permanentFlags,
      room,
      end: this.watch.begin(bytes, items.length),
    };
  }

  private async writeAll(
    beginning: Beginning,
    items: readonly NewItem[],
    signal: AbortSignal,
  ): Promise<WriteOutcome[]> {
    const { limit } = beginning;
    let { room } = beginning;
    const outcomes = new Map<NewItem, WriteOutcome>();
    const planned = new Map<string, number>();
    let group: (Wanted & { item: NewItem })[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      const sent = group;
      [group, bytes] = [[], 0];
      for (const [index, outcome] of (await this.send(beginning, sent, signal)).entries()) {
        const item = sent[index]?.item;
        if (item) outcomes.set(item, outcome);
      }
    };

    try {
      for (const item of items) {
        signal.throwIfAborted();
        const { header } = item;
        if (header.size > limit) {
          outcomes.set(item, tooLarge(header, header.size, limit));
          continue;
        }
        if (!fits(room, header.size)) {
          await flush();
          throw full(this.user, `${room.bytes ?? 0} bytes are free, and the next message has ${header.size}`);
        }
        const key = parseKey(header.key);
        if (key && this.isThere(key, identityText(header.key), planned)) {
          outcomes.set(item, written(header, header.size));
          continue;
        }
        const content = outgoingAtHand(item.content) ?? (await outgoing(item.content, signal));
        group.push({ item, header, identity: key?.identity ?? null, content });
        bytes += content.size;
        room = less(room, content.size);
        if (!goesTogether(beginning.session, group.length, bytes)) await flush();
      }
      await flush();
    } finally {
      await closeAll(group);
    }
    return items.map((item) => {
      const outcome = outcomes.get(item);
      if (!outcome) throw new Error('A message was neither written nor left out.');
      return outcome;
    });
  }

  /** Counts in what is about to be written, so that two equal messages of one batch become two. */
  private isThere({ identity, occurrence }: ItemKey, name: string, planned: Map<string, number>): boolean {
    const count = this.state.index.count(identity) + (planned.get(name) ?? 0);
    if (count >= occurrence) return true;
    planned.set(name, (planned.get(name) ?? 0) + 1);
    return false;
  }

  /** Sends messages by one command; when it is refused, one by one, to find out which of them is meant. */
  private async send(beginning: Beginning, group: readonly Wanted[], signal: AbortSignal): Promise<WriteOutcome[]> {
    const [first, ...others] = group;
    if (!first) return [];
    try {
      await this.append(beginning, group, signal);
      return group.map(({ header, content }) => written(header, content.size));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (others.length > 0) {
        const outcomes: WriteOutcome[] = [];
        for (const one of group) outcomes.push(...(await this.send(beginning, [one], signal)));
        return outcomes;
      }
      if (isOverQuota(error)) throw full(this.user, 'the server refused the next message', { cause: error });
      const outcome = outcomeOfRefusal(first.header, first.content.size, error);
      if (!outcome) throw error;
      return [outcome];
    } finally {
      await closeAll(group);
    }
  }

  private async append(
    { session, permanent }: Beginning,
    group: readonly Wanted[],
    signal: AbortSignal,
  ): Promise<void> {
    const { sessions, mailbox, state } = this;
    const flagsFor = onceEach((properties: ItemHeader['properties']) => keptFlags(flagsOf(properties), permanent));
    const messages: AppendedMessage[] = group.map(({ header, content }) => ({
      content,
      flags: flagsFor(header.properties),
      internalDate: header.dateTime,
    }));
    const uids = await append(session.client, mailbox, messages);
    this.watch.wrote(group.reduce((sum, { content }) => sum + content.size, 0));
    const known = group.flatMap(({ identity }, index) => (identity ? [{ identity, uid: uids?.uids[index] ?? 0 }] : []));
    const isTold = uids?.uids.length === group.length && known.length === group.length;
    const isKnown = isTold && state.appended(uids.uidValidity, known);
    if (!isKnown) await sessions.use(mailbox, signal, (free) => openMailbox(free, mailbox, state, true));
  }
}

/** Messages that are flagged alike share their properties, and what is made of these. */
function onceEach<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** What is in memory needs no closing, and is most of it. */
async function closeAll(group: readonly Wanted[]): Promise<void> {
  for (const { content } of group) if (!content.bytes) await content.close();
}

/** Bytes that a message may have (APPENDLIMIT, RFC 7889). */
function appendLimit({ client: { capabilities, mailbox } }: Session): number {
  const general = capabilities.get('APPENDLIMIT');
  const own = mailbox === false ? undefined : mailbox.appendlimit;
  return own ?? (typeof general === 'number' ? general : Infinity);
}

function goesTogether({ client }: Session, messages: number, bytes: number): boolean {
  return client.capabilities.has('MULTIAPPEND') && messages < TOGETHER && bytes < TOGETHER_BYTES;
}

function fits({ bytes, messages }: QuotaRoom, size: number): boolean {
  return (bytes === null || bytes >= size) && (messages === null || messages > 0);
}

function less({ bytes, messages }: QuotaRoom, size: number): QuotaRoom {
  return { bytes: bytes === null ? null : bytes - size, messages: messages === null ? null : messages - 1 };
}
