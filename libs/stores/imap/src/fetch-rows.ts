import type { FetchedMessage } from './fetch-row';
import type { MailClient } from './mail-client';

/**
 * Asks for the same of several messages (RFC 3501, section 6.4.5) and answers them in the order of their UIDs, without
 * those that are gone. `items` has at most one section of the body; `allocate` has the memory that it is read into.
 */
export async function fetchRows(
  client: MailClient,
  uids: string,
  items: string,
  allocate?: (size: number) => Buffer,
): Promise<FetchedMessage[]> {
  const rows = new Map<number, FetchedMessage>();
  const answer = await client.exec(`UID FETCH ${uids} (UID ${items})`, false, {
    onRow: (row) => {
      // A flag that somebody else has changed meanwhile comes as a row of its own, without what was asked for.
      if (row.bytes || !rows.has(row.uid)) rows.set(row.uid, row);
    },
    ...(allocate ? { allocate } : {}),
  });
  answer.next();
  const asked = [...rows.values()].filter(({ bytes }) => bytes !== null || !items.includes('BODY'));
  return asked.sort((a, b) => a.uid - b.uid);
}
