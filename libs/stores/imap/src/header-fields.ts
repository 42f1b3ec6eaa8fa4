import { decodeEncodedWords } from './encoded-words';

/** The header fields that a listing asks for. */
export const LISTED_FIELDS = ['message-id', 'received', 'subject'];
/** The header fields that tell messages apart. */
export const IDENTIFYING_FIELDS = ['message-id', 'received'];

/** What a FETCH asks for to get header fields, without marking a message as read. */
export function fieldsItem(fields: readonly string[]): string {
  return `BODY.PEEK[HEADER.FIELDS (${fields.join(' ').toUpperCase()})]`;
}

/** As much of a subject as is kept; the longest line that a mail program writes fits in. */
const MOST_SUBJECT = 500;

/** What is read from the header of a message (RFC 5322, section 3.6). */
export interface MessageFields {
  /** With its angle brackets; null where it is missing or empty. */
  readonly messageId: string | null;
  /** One for each server that the message came through, newest first, with folds and runs of space as one space. */
  readonly received: readonly string[];
  /** Decoded, on one line; empty where it is missing. */
  readonly subject: string;
}

/** Reads header fields as a server hands them out: folded, in any case, as often as they occur. */
export function parseFields(header: Uint8Array): MessageFields {
  const text = Buffer.from(header.buffer, header.byteOffset, header.byteLength).toString('latin1');
  const received: string[] = [];
  let messageId: string | null = null;
  let subject: string | null = null;
  for (const field of text.replace(/\r?\n(?=[ \t])/g, ' ').split(/\r?\n/)) {
    const colon = field.indexOf(':');
    if (colon < 1) continue;
    const value = field
      .slice(colon + 1)
      .replace(/\s+/g, ' ')
      .trim();
    const name = field.slice(0, colon).trim().toLowerCase();
    if (name === 'message-id') messageId ??= value || null;
    if (name === 'received') received.push(value);
    if (name === 'subject') subject ??= readable(value);
  }
  return { messageId, received, subject: subject ?? '' };
}

/** Fields that hold bytes above 127 are UTF-8 (RFC 6532) or, in old mail, Latin-1. */
function readable(latin1: string): string {
  const bytes = Buffer.from(latin1, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\uFFFD') ? latin1 : utf8;
  return decodeEncodedWords(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_SUBJECT);
}
