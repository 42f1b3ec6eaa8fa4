import type { AnswerToken, MailClient, UntaggedAnswer } from './mail-client';

/** What a server told of one message; empty members were not asked for. */
export interface FetchedMessage {
  readonly uid: number;
  readonly flags: ReadonlySet<string>;
  readonly size: number;
  /** As the server spells it. */
  readonly internalDate: string;
  /** The header fields, or the content that was asked for; null where the server said NIL. */
  readonly bytes: Buffer | null;
}

const NOTHING = Buffer.alloc(0);

/**
 * Asks for the same of several messages (RFC 3501, section 6.4.5) and answers them in the order of their UIDs, without
 * those that are gone. `items` has at most one section of the body. imapflow's own method spells out, hashes and copies
 * each answer into an object for all purposes, which costs more than everything else that is done with a message.
 */
export async function fetchRows(client: MailClient, uids: string, items: string): Promise<FetchedMessage[]> {
  const rows = new Map<number, FetchedMessage>();
  const answer = await client.exec(`UID FETCH ${uids} (UID ${items})`, false, {
    untagged: {
      FETCH: async (untagged) => {
        const row = rowOf(untagged);
        // A flag that somebody else has changed meanwhile comes as a row of its own, without what was asked for.
        if (row && (row.bytes || !rows.has(row.uid))) rows.set(row.uid, row);
      },
    },
  });
  answer.next();
  const asked = [...rows.values()].filter(({ bytes }) => bytes !== null || !items.includes('BODY'));
  return asked.sort((a, b) => a.uid - b.uid);
}

function rowOf({ attributes }: UntaggedAnswer): FetchedMessage | null {
  const told = attributes?.[1];
  if (!Array.isArray(told)) return null;
  let [uid, size] = [0, 0];
  let flags: ReadonlySet<string> = new Set();
  let internalDate = '';
  let bytes: Buffer | null = null;
  const tokens = told as readonly (AnswerToken | readonly AnswerToken[] | null)[];
  for (let index = 0; index + 1 < tokens.length; index += 2) {
    const [name, value] = [tokens[index], tokens[index + 1] ?? null];
    if (!name || isList(name)) continue;
    switch (String(name.value).toUpperCase()) {
      case 'UID':
        uid = numberOf(value);
        break;
      case 'RFC822.SIZE':
        size = numberOf(value);
        break;
      case 'FLAGS':
        flags = new Set(isList(value) ? value.map((flag) => String(flag.value)) : []);
        break;
      case 'INTERNALDATE':
        internalDate = textOf(value);
        break;
      case 'BODY':
        bytes = bytesOf(value);
        break;
      default:
    }
  }
  return uid > 0 ? { uid, flags, size, internalDate, bytes } : null;
}

type Value = AnswerToken | readonly AnswerToken[] | null;

function isList(value: Value): value is readonly AnswerToken[] {
  return Array.isArray(value);
}

function numberOf(value: Value): number {
  const number = Number(textOf(value));
  return Number.isSafeInteger(number) && number >= 0 ? number : 0;
}

function textOf(value: Value): string {
  return value !== null && !isList(value) && typeof value.value === 'string' ? value.value : '';
}

/** A short text may come as a quoted string instead of a literal. */
function bytesOf(value: Value): Buffer {
  if (value === null || isList(value)) return NOTHING;
  if (Buffer.isBuffer(value.value)) return value.value;
  return typeof value.value === 'string' ? Buffer.from(value.value) : NOTHING;
}
