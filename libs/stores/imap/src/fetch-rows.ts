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

/** What a row of a listing takes; a longer one has memory of its own. */
const ROW_BYTES = 16 * 1024;

/**
 * Asks as `fetchRows` does, and makes of each row what is wanted of it as soon as it arrives: `row.bytes` is memory that the next
 * row uses again, and must not be kept. Of a page of a listing only what was made stays then.
 */
export async function fetchEach<T>(
  client: MailClient,
  uids: string,
  items: string,
  make: (row: FetchedMessage) => T,
): Promise<T[]> {
  const made = new Map<number, T>();
  const memory = Buffer.allocUnsafeSlow(ROW_BYTES);
  let used = 0;
  const answer = await client.exec(`UID FETCH ${uids} (UID ${items})`, false, {
    onRow: (row) => {
      if (row.bytes) made.set(row.uid, make(row));
      used = 0;
    },
    allocate: (size) => {
      const start = used;
      if (start + size > memory.length) return Buffer.allocUnsafe(size);
      used = start + size;
      return memory.subarray(start, used);
    },
  });
  answer.next();
  return [...made.entries()].sort(([one], [other]) => one - other).map(([, value]) => value);
}
