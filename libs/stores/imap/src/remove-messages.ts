import { openMailbox } from './identify';
import { parseKey } from './item-key';
import type { MailboxState } from './mailbox-state';
import { sequenceSet } from './sequence-set';
import type { Session } from './sessions';

/**
 * Deletes messages of a mailbox for good and answers whether it could. Without UIDPLUS (RFC 4315) nothing is deleted:
 * EXPUNGE alone would take whatever else somebody has marked as deleted.
 */
export async function removeMessages(
  session: Session,
  mailbox: string,
  state: MailboxState,
  keys: readonly string[],
): Promise<boolean> {
  const { client } = session;
  if (!client.capabilities.has('UIDPLUS')) return false;
  await openMailbox(session, mailbox, state, false);
  const uids = keys
    .map(parseKey)
    .map((key) => key && state.index.uidOf(key.identity, key.occurrence))
    .filter((uid) => uid !== null)
    .sort((one, other) => one - other);
  if (uids.length === 0) return true;
  const set = sequenceSet(uids);
  for (const command of [`UID STORE ${set} +FLAGS.SILENT (\\Deleted)`, `UID EXPUNGE ${set}`]) {
    (await client.exec(command, false, {})).next();
  }
  return true;
}
