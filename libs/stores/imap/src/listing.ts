import type { ItemHeader, ItemPage } from '@ferry/stores-spi';
import type { ChangedMessages } from './changed-messages';
import type { Folder } from './folders';
import { type IdentifiedMessage, identifyUpTo, openMailbox, remember } from './identify';
import { folderMark, formatKey } from './item-key';
import { dateTimeIn } from './date-time';
import { propertiesOf } from './flags';
import type { MailboxState } from './mailbox-state';
import { type ListingWindow, WINDOW } from './listing-window';
import type { Session } from './sessions';

/** Whether a message is shown in another folder already, and is therefore not listed here. */
export type IsElsewhere = (message: IdentifiedMessage) => boolean;

/** What is listed, and from where on. */
export interface PageRequest {
  readonly folder: Folder;
  readonly state: MailboxState;
  readonly changes: ChangedMessages;
  readonly listed: ListingWindow;
  /** Cursor of the page before; null for the first. */
  readonly after: string | null;
  /** A version of the folder after which something has changed; null where everything is wanted. */
  readonly since: string | null;
  readonly limit: number;
  readonly isElsewhere: IsElsewhere | null;
}

/** A page of a folder, after a cursor of an earlier page. */
export async function listPage(session: Session, request: PageRequest, signal: AbortSignal): Promise<ItemPage> {
  const { folder, state, changes, listed, after, limit, isElsewhere } = request;
  await openMailbox(session, folder.mailbox, state, after === null);
  const { uid: from, modseq } = placeOf(request);
  const changed = modseq === null ? null : await changes.since(session.client, folder.mailbox, modseq);
  // The first page is asked for alone: others wait for it.
  const most = after === null ? limit : Math.max(limit, WINDOW);
  const left = changed ? changed.filter((uid) => uid > from) : state.uidsAfter(from, most + 1);
  const uids = left.subarray(0, limit);
  const last = uids.at(-1);
  if (last === undefined) return { items: [], next: null };

  // Between messages that have changed there are others, which count for the number of those that follow.
  await identifyUpTo(session, state, changed ? last : (uids[0] ?? 1) - 1, signal);
  if (after === null) listed.forget();
  const name = `${folderName(folder, state)}:${changed ? modseq : ''}`;
  const messages = await listed.page(session, name, left.subarray(0, most), uids.length);
  remember(state, messages, last);
  const shown = isElsewhere ? messages.filter((message) => !isElsewhere(message)) : messages;
  const mark = folderMark(folder.path);
  return {
    items: shown.map((message) => headerOf(message, folder, mark, state)),
    next: left.length === uids.length ? null : cursorOf(folder, state, { uid: last, modseq: changed ? modseq : null }),
  };
}

function headerOf(
  { uid, size, internalDate, flags, messageId, subject, identity }: IdentifiedMessage,
  folder: Folder,
  mark: string,
  state: MailboxState,
): ItemHeader {
  const occurrence = state.index.occurrenceOf(uid) ?? 1;
  return {
    key: formatKey({ identity, occurrence }, mark, messageId),
    container: folder.path,
    name: subject,
    size,
    dateTime: dateTimeIn(internalDate),
    properties: propertiesOf(flags),
  };
}

/** Where a page begins: behind a UID, among all messages or among those that have changed since a MODSEQ. */
interface Place {
  readonly uid: number;
  readonly modseq: string | null;
}

/**
 * A cursor names the folder and its UIDVALIDITY beside the place: after a change of either the folder is listed from
 * its beginning, and what was settled already is passed over by its key.
 */
function cursorOf(folder: Folder, state: MailboxState, { uid, modseq }: Place): string {
  const place = `${folderName(folder, state)}:${uid}`;
  return modseq === null ? place : `${place}:${modseq}`;
}

function folderName({ mailbox }: Folder, { uidValidity }: MailboxState): string {
  return `${folderMark(mailbox)}:${uidValidity ?? 0}`;
}

function placeOf({ after, since, folder, state }: PageRequest): Place {
  const current = String(state.uidValidity ?? 0);
  const [mark, validity, uid, modseq] = after?.split(':') ?? [];
  if (mark === folderMark(folder.mailbox) && validity === current) return { uid: Number(uid), modseq: modseq ?? null };
  const [validityThen, modseqThen] = since?.split(':') ?? [];
  return { uid: 0, modseq: validityThen === current ? (modseqThen ?? null) : null };
}
