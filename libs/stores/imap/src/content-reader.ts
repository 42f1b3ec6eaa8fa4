import { type ItemContent, StoreError } from '@ferry/stores-spi';
import { fetchRows } from './fetch-rows';
import { identifyUpTo, openMailbox } from './identify';
import type { ItemKey } from './item-key';
import type { MailboxState } from './mailbox-state';
import { sequenceSet } from './sequence-set';
import { isMissingMailbox } from './server-answer';
import type { Session, Sessions } from './sessions';
import { vanished } from './trouble';

/** Up to this size, in bytes, a message is fetched as a whole and together with others. */
export const WHOLE_UP_TO_BYTES = 1024 * 1024;
/** Bytes and messages that are fetched by one command. */
const GROUP_BYTES = 4 * 1024 * 1024;
const GROUP_MESSAGES = 128;

/** A message that somebody wants to read. */
interface Request {
  readonly key: ItemKey;
  readonly size: number;
  readonly signal: AbortSignal;
  resolve(content: ItemContent): void;
  reject(reason: unknown): void;
}

/**
 * Reads messages of one mailbox, never marking them as read (BODY.PEEK). What is asked for while a command is under way
 * goes into the next one together, so that many small messages cost few round trips. Large ones come in pieces.
 */
export class ContentReader {
  private readonly requests: Request[] = [];
  private isReading = false;

  constructor(
    private readonly mailbox: string,
    private readonly state: MailboxState,
    private readonly sessions: Sessions,
  ) {}

  /** Opens a message. Throws `ItemVanishedError` when it is not there, a `StoreError`, or the reason of the signal. */
  read(key: ItemKey, size: number, signal: AbortSignal): Promise<ItemContent> {
    return new Promise((resolve, reject) => {
      this.requests.push({ key, size, signal, resolve, reject });
      // The others that are asked for in this turn come along.
      if (!this.isReading) queueMicrotask(() => void this.readAll());
    });
  }

  private async readAll(): Promise<void> {
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.requests.length > 0) await this.readGroup(this.nextGroup());
    } finally {
      this.isReading = false;
    }
  }

  private nextGroup(): Request[] {
    let bytes = 0;
    const cut = this.requests.findIndex(({ size }, index) => {
      bytes += size;
      return index > 0 && (bytes > GROUP_BYTES || index === GROUP_MESSAGES);
    });
    return this.requests.splice(0, cut === -1 ? this.requests.length : cut);
  }

  private async readGroup(group: readonly Request[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    const { signal } = first;
    try {
      await this.sessions.persist(this.mailbox, signal, async (session) => {
        const uids = await this.uidsOf(session, group, signal);
        await this.fetchWhole(session, group, uids);
        for (const request of group) {
          const uid = uids.get(request);
          if (uid === undefined) request.reject(vanished());
          else if (!isWhole(request)) request.resolve(await this.inPieces(session, uid, signal));
        }
      });
    } catch (error) {
      const isGone = error instanceof StoreError && isMissingMailbox(error.cause);
      for (const request of group) request.reject(isGone ? vanished() : error);
    }
  }

  /** The UIDs of those that are there; a folder that is not known well enough is asked first. */
  private async uidsOf(
    session: Session,
    group: readonly Request[],
    signal: AbortSignal,
  ): Promise<Map<Request, number>> {
    const { state, mailbox } = this;
    await openMailbox(session, mailbox, state, false);
    let found = this.known(group);
    if (found.size < group.length) {
      await openMailbox(session, mailbox, state, true);
      await identifyUpTo(session, state, Infinity, signal);
      found = this.known(group);
    }
    return found;
  }

  private known(group: readonly Request[]): Map<Request, number> {
    const uids = new Map<Request, number>();
    for (const request of group) {
      const uid = this.state.index.uidOf(request.key.identity, request.key.occurrence);
      if (uid !== null) uids.set(request, uid);
    }
    return uids;
  }

  private async fetchWhole(
    session: Session,
    group: readonly Request[],
    uids: ReadonlyMap<Request, number>,
  ): Promise<void> {
    const wanted = [...uids].filter(([request]) => isWhole(request));
    if (wanted.length === 0) return;
    const set = sequenceSet(wanted.map(([, uid]) => uid).sort((a, b) => a - b));
    const rows = await fetchRows(session.client, set, 'BODY.PEEK[]');
    const sources = new Map(rows.map(({ uid, bytes }) => [uid, bytes]));
    for (const [request, uid] of wanted) {
      const source = sources.get(uid);
      if (source) request.resolve(inMemory(source));
      else request.reject(vanished());
    }
  }

  /**
   * The first piece is fetched at once: whether the message is there is known before anybody relies on it. It ends with a
   * piece that is not full, because the size that a server announces is not always the size that it hands out.
   */
  private async inPieces(session: Session, uid: number, signal: AbortSignal): Promise<ItemContent> {
    const { sessions, mailbox, state } = this;
    const { uidValidity } = state;
    const [row] = await fetchRows(session.client, String(uid), `RFC822.SIZE ${pieceAt(0)}`);
    if (!row?.bytes) throw vanished();
    const beginning = row.bytes;
    const pieceFrom = (start: number): Promise<Buffer> =>
      sessions.persist(mailbox, signal, async (next) => {
        await openMailbox(next, mailbox, state, false);
        const [piece] = await fetchRows(next.client, String(uid), pieceAt(start));
        if (state.uidValidity !== uidValidity || !piece?.bytes) throw vanished();
        return piece.bytes;
      });
    return {
      size: row.size,
      async *chunks() {
        let piece = beginning;
        for (let start = 0; piece.byteLength > 0; piece = await pieceFrom(start)) {
          yield piece;
          start += piece.byteLength;
          if (piece.byteLength < WHOLE_UP_TO_BYTES) return;
        }
      },
    };
  }
}

function isWhole({ size }: Request): boolean {
  return size <= WHOLE_UP_TO_BYTES;
}

function pieceAt(start: number): string {
  return `BODY.PEEK[]<${start}.${WHOLE_UP_TO_BYTES}>`;
}

function inMemory(source: Uint8Array): ItemContent {
  return {
    size: source.byteLength,
    async *chunks() {
      yield source;
    },
  };
}
