import type { ItemHeader, ItemPage } from '@ferry/stores-spi';
import { fetchRows } from './fetch-rows';
import type { Folder } from './folders';
import { fieldsItem, LISTED_FIELDS } from './header-fields';
import { identified, type IdentifiedMessage, identifyUpTo, openMailbox, remember } from './identify';
import { folderMark, formatKey } from './item-key';
import { dateTimeIn } from './date-time';
import { propertiesOf } from './flags';
import type { MailboxState } from './mailbox-state';
import { sequenceSet } from './sequence-set';
import type { Session } from './sessions';

/** Whether a message is shown in another folder already, and is therefore not listed here. */
export type IsElsewhere = (message: IdentifiedMessage) => boolean;

/** A page of a folder, after a cursor of an earlier page. */
export async function listPage(
  session: Session,
  {
    folder,
    state,
    after,
    limit,
    isElsewhere,
  }: {
    readonly folder: Folder;
    readonly state: MailboxState;
    readonly after: string | null;
    readonly limit: number;
    readonly isElsewhere: IsElsewhere | null;
  },
  signal: AbortSignal,
): Promise<ItemPage> {
  await openMailbox(session, folder.mailbox, state, after === null);
  const from = positionOf(after, folder, state);
  const uids = state.uidsAfter(from, limit);
  const last = uids.at(-1);
  if (last === undefined) return { items: [], next: null };

  await identifyUpTo(session, state, (uids[0] ?? 1) - 1, signal);
  const items = `FLAGS INTERNALDATE RFC822.SIZE ${fieldsItem(LISTED_FIELDS)}`;
  const rows = await fetchRows(session.client, sequenceSet(uids), items);
  const messages = await identified(session, rows);
  remember(state, messages, last);
  const shown = isElsewhere ? messages.filter((message) => !isElsewhere(message)) : messages;
  const mark = folderMark(folder.path);
  const isEnd = state.uidsAfter(last, 1).length === 0;
  return {
    items: shown.map((message) => headerOf(message, folder, mark, state)),
    next: isEnd ? null : cursorOf(folder, state, last),
  };
}

function headerOf(
  { message, fields, identity }: IdentifiedMessage,
  folder: Folder,
  mark: string,
  state: MailboxState,
): ItemHeader {
  const { uid, size, internalDate, flags } = message;
  const occurrence = state.index.entryOf(uid)?.occurrence ?? 1;
  return {
    key: formatKey({ identity, occurrence }, mark, fields.messageId),
    container: folder.path,
    name: fields.subject,
    size,
    dateTime: dateTimeIn(internalDate),
    properties: propertiesOf(flags),
  };
}

/**
 * A cursor names the folder and its UIDVALIDITY beside the last UID: after a change of either the folder is listed from
 * its beginning, and what was settled already is passed over by its key.
 */
function cursorOf(folder: Folder, { uidValidity }: MailboxState, uid: number): string {
  return `${folderMark(folder.mailbox)}:${uidValidity ?? 0}:${uid}`;
}

function positionOf(cursor: string | null, folder: Folder, { uidValidity }: MailboxState): number {
  const [mark, validity, uid] = cursor?.split(':') ?? [];
  return mark === folderMark(folder.mailbox) && validity === String(uidValidity ?? 0) ? Number(uid) : 0;
}
