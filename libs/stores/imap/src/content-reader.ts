import { type ItemContent, StoreError } from '@ferry/stores-spi';
import type { FetchedMessage } from './fetch-row';
import { fetchRows } from './fetch-rows';
import { identifyUpTo, openMailbox } from './identify';
import type { ItemKey } from './item-key';
import type { MailboxState } from './mailbox-state';
import { MemoryPool } from './memory-pool';
import { contentInPieces } from './pieces';
import { sequenceSet } from './sequence-set';
import { isMissingMailbox } from './server-answer';
import type { Session, Sessions } from './sessions';
import { vanished } from './trouble';

/** Up to this size, in bytes, a message that is read alone is fetched as a whole. */
export const WHOLE_UP_TO_BYTES = 1024 * 1024;
/** Bytes and messages that are fetched by one command. */
const GROUP_BYTES = 4 * 1024 * 1024;
const GROUP_MESSAGES = 128;
/** Of all stores of a process: while nobody reads, no more of it is kept. */
const MEMORY = new MemoryPool(GROUP_BYTES, 4);

/** A message that somebody wants to read. */
export interface WantedMessage {
  readonly key: ItemKey;
  /** As it was listed. */
  readonly size: number;
}

/** Reads messages of one mailbox, never marking them as read (BODY.PEEK). */
export class ContentReader {
  constructor(
    private readonly mailbox: string,
    private readonly state: MailboxState,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens a message; a large one comes in pieces. Throws `ItemVanishedError` when it is not there, a `StoreError`, or the
   * reason of the signal.
   */
  async read(wanted: WantedMessage, signal: AbortSignal): Promise<ItemContent> {
    const [content] = await this.unlessGone([wanted], signal, async (session, [uid]) => {
      if (uid === undefined || uid === null) return [null];
      if (wanted.size > WHOLE_UP_TO_BYTES) return [await this.inPieces(session, uid, signal)];
      const [row] = await fetchRows(session.client, String(uid), 'BODY.PEEK[]');
      return [row?.bytes ? inMemory(row, row.bytes) : null];
    });
    if (!content) throw vanished();
    return content;
  }

  /** Fetches messages together, in their order; null for those that are gone. Throws as `read` does otherwise. */
  async readTogether(wanted: readonly WantedMessage[], signal: AbortSignal): Promise<(ItemContent | null)[]> {
    const contents: (ItemContent | null)[] = [];
    for (const group of groupsOf(wanted)) {
      const read = await this.unlessGone(group, signal, (session, uids) => fetchGroup(session, uids));
      for (const content of read) contents.push(content);
    }
    return contents;
  }

  private async unlessGone(
    wanted: readonly WantedMessage[],
    signal: AbortSignal,
    work: (session: Session, uids: readonly (number | null)[]) => Promise<(ItemContent | null)[]>,
  ): Promise<(ItemContent | null)[]> {
    try {
      return await this.sessions.persist(this.mailbox, signal, async (session) =>
        work(session, await this.uidsOf(session, wanted, signal)),
      );
    } catch (error) {
      if (error instanceof StoreError && isMissingMailbox(error.cause)) return wanted.map(() => null);
      throw error;
    }
  }

  /** The UIDs, null for those that are not there; a folder that is not known well enough is asked first. */
  private async uidsOf(
    session: Session,
    wanted: readonly WantedMessage[],
    signal: AbortSignal,
  ): Promise<(number | null)[]> {
    const { state, mailbox } = this;
    await openMailbox(session, mailbox, state, false);
    const known = this.known(wanted);
    if (!known.includes(null)) return known;
    await openMailbox(session, mailbox, state, true);
    await identifyUpTo(session, state, Infinity, signal);
    return this.known(wanted);
  }

  private known(wanted: readonly WantedMessage[]): (number | null)[] {
    return wanted.map(({ key }) => this.state.index.uidOf(key.identity, key.occurrence));
  }

  private async inPieces(session: Session, uid: number, signal: AbortSignal): Promise<ItemContent | null> {
    const { sessions, mailbox, state } = this;
    const { uidValidity } = state;
    return contentInPieces(session, uid, (work) =>
      sessions.persist(mailbox, signal, async (next) => {
        await openMailbox(next, mailbox, state, false);
        const piece = await work(next);
        if (state.uidValidity !== uidValidity) throw vanished();
        return piece;
      }),
    );
  }
}

/** By one command, into one piece of memory. */
async function fetchGroup(session: Session, uids: readonly (number | null)[]): Promise<(ItemContent | null)[]> {
  const there = uids.filter((uid) => uid !== null).sort((a, b) => a - b);
  if (there.length === 0) return uids.map(() => null);
  const memory = MEMORY.take();
  const rows = await fetchRows(session.client, sequenceSet(there), 'BODY.PEEK[]', (size) => memory.allocate(size));
  const found = new Map(rows.map((row) => [row.uid, row]));
  return uids.map((uid) => {
    const row = uid === null ? undefined : found.get(uid);
    return row?.bytes ? inMemory(row, row.bytes, memory.hold()) : null;
  });
}

function* groupsOf(wanted: readonly WantedMessage[]): Generator<readonly WantedMessage[]> {
  let from = 0;
  let bytes = 0;
  for (const [index, { size }] of wanted.entries()) {
    if (index > from && (bytes + size > GROUP_BYTES || index - from === GROUP_MESSAGES)) {
      yield wanted.slice(from, index);
      from = index;
      bytes = 0;
    }
    bytes += size;
  }
  if (from < wanted.length) yield wanted.slice(from);
}

function inMemory({ isFreeOfNul }: FetchedMessage, bytes: Uint8Array, release?: () => void): ItemContent {
  return {
    size: bytes.byteLength,
    bytes,
    async *chunks() {
      yield bytes;
    },
    ...(isFreeOfNul ? { hasNul: false } : {}),
    ...(release ? { release } : {}),
  };
}
