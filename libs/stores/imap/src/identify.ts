import type { FetchedMessage } from './fetch-row';
import { fetchEach } from './fetch-rows';
import { fieldsItem, IDENTIFYING_FIELDS, parseFields } from './header-fields';
import { identityOf, identityOfContent, PREFIX_BYTES } from './item-key';
import type { MailboxState } from './mailbox-state';
import { numbersIn, sequenceSet } from './sequence-set';
import type { Session } from './sessions';

/** Headers that are asked for at once. */
const PAGE = 1_000;
/** Beginnings of messages that are asked for at once, of 64 KiB each. */
const CONTENT_PAGE = 64;

/** A message, with what tells it apart. */
export interface IdentifiedMessage extends Omit<FetchedMessage, 'bytes' | 'isFreeOfNul'> {
  readonly messageId: string | null;
  readonly subject: string;
  readonly identity: Uint8Array;
}

/**
 * Opens a mailbox and brings what is known of it up to date: with `fresh` it is asked what it holds, otherwise what the
 * connection has opened is good enough. Costs one command when nothing has come or gone.
 */
export async function openMailbox(
  session: Session,
  mailbox: string,
  state: MailboxState,
  fresh: boolean,
): Promise<void> {
  const status = await session.open(mailbox, fresh);
  if (!fresh && state.uidValidity === status.uidValidity) return;
  if (state.isCurrent(status)) return;
  state.update(status, status.exists === 0 ? new Uint32Array(0) : await allUids(session));
}

/** Learns the identity of every message up to a UID. */
export async function identifyUpTo(
  session: Session,
  state: MailboxState,
  upTo: number,
  signal: AbortSignal,
): Promise<void> {
  const missing = state.unidentified(upTo);
  for (let start = 0; start < missing.length; start += PAGE) {
    signal.throwIfAborted();
    const uids = missing.subarray(start, start + PAGE);
    const { uidValidity } = state;
    const messages = await fetchIdentified(session, sequenceSet(uids), fieldsItem(IDENTIFYING_FIELDS));
    // Another store may have found the folder made anew meanwhile: these UIDs mean nothing then.
    if (state.uidValidity !== uidValidity) return;
    remember(state, messages, uids.at(-1) ?? 0);
  }
}

/**
 * Fetches messages with their identities, in the order of their UIDs; what vanishes meanwhile is left out. `items` asks for header
 * fields, of which no more is kept than what is named here: the others are garbage before the next row.
 */
export async function fetchIdentified(session: Session, uids: string, items: string): Promise<IdentifiedMessage[]> {
  const rows = await fetchEach(session.client, uids, items, ({ uid, size, flags, internalDate, bytes }) => {
    const { messageId, received, subject } = parseFields(bytes ?? new Uint8Array(0));
    return { uid, size, flags, internalDate, messageId, subject, identity: identityOf({ messageId, received }) };
  });
  const nameless = rows.filter(({ identity }) => identity === null).map(({ uid }) => uid);
  const byContent = await identitiesByContent(session, nameless);
  return rows
    .map((row) => (row.identity ? row : { ...row, identity: byContent.get(row.uid) ?? null }))
    .filter((row): row is IdentifiedMessage => row.identity !== null);
}

/** Adds the identities of messages that follow those that are known. */
export function remember(state: MailboxState, messages: readonly IdentifiedMessage[], upTo: number): void {
  for (const { uid, identity } of messages) if (uid > state.identifiedUpTo) state.index.add(uid, identity);
  state.identifiedUpTo = Math.max(state.identifiedUpTo, upTo);
}

async function identitiesByContent(session: Session, uids: readonly number[]): Promise<Map<number, Uint8Array>> {
  const identities = new Map<number, Uint8Array>();
  const ascending = uids.toSorted((a, b) => a - b);
  for (let start = 0; start < ascending.length; start += CONTENT_PAGE) {
    const set = sequenceSet(ascending.slice(start, start + CONTENT_PAGE));
    await fetchEach(session.client, set, `BODY.PEEK[]<0.${PREFIX_BYTES}>`, ({ uid, bytes }) => {
      if (bytes) identities.set(uid, identityOfContent(bytes));
    });
  }
  return identities;
}

/** ESEARCH (RFC 4731) answers ranges: a hundred thousand UIDs in a few bytes. */
async function allUids({ client }: Session): Promise<Uint32Array> {
  const found = await client.search({ all: true }, { uid: true, returnOptions: ['ALL'] });
  if (Array.isArray(found)) return Uint32Array.from(found).sort();
  if (found === false || found === undefined) throw new Error('The server refused to list the messages of a folder.');
  return numbersIn(found.all ?? '');
}
