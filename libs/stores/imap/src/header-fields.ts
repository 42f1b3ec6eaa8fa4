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

/** Runs of space, or space of another kind than a blank. */
const UNEVEN = /\s\s|[^\S ]/;
/** Such a text is the same in every encoding, and has nothing to decode but encoded words. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Reads header fields as a server hands them out: folded, in any case, as often as they occur. */
export function parseFields(header: Uint8Array): MessageFields {
  const text = Buffer.from(header.buffer, header.byteOffset, header.byteLength).toString('latin1');
  const unfolded = text.replace(/\r?\n(?=[ \t])/g, ' ');
  const received: string[] = [];
  let messageId: string | null = null;
  let subject: string | null = null;
  let colon = -1;
  for (let start = 0, end = 0; start < unfolded.length; start = end + 1) {
    const lineFeed = unfolded.indexOf('\n', start);
    end = lineFeed === -1 ? unfolded.length : lineFeed;
    // Not looked for again by each of many lines that have none.
    if (colon < start) colon = unfolded.indexOf(':', start);
    if (colon === -1) break;
    if (colon === start || colon > end) continue;
    const name = unfolded.slice(start, colon).trim().toLowerCase();
    if (name === 'message-id') messageId ??= evenly(unfolded, colon + 1, end) || null;
    else if (name === 'received') received.push(evenly(unfolded, colon + 1, end));
    else if (name === 'subject') subject ??= readable(evenly(unfolded, colon + 1, end));
  }
  return { messageId, received, subject: subject ?? '' };
}

/** A part of a text, with runs of space as one blank, and none at its ends. */
function evenly(text: string, start: number, end: number): string {
  const value = text.slice(start, end).trim();
  return UNEVEN.test(value) ? value.replace(/\s+/g, ' ') : value;
}

/** Fields that hold bytes above 127 are UTF-8 (RFC 6532) or, in old mail, Latin-1. */
function readable(latin1: string): string {
  if (PLAIN.test(latin1) && !latin1.includes('=?')) return latin1.slice(0, MOST_SUBJECT);
  const bytes = Buffer.from(latin1, 'latin1');
  const utf8 = bytes.toString('utf8');
  const text = utf8.includes('\uFFFD') ? latin1 : utf8;
  return decodeEncodedWords(text)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MOST_SUBJECT);
}
