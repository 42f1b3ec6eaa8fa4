import { catalogueError } from '@ferry/domain';
import { type ItemHeader, StoreRefusedError, type WriteOutcome } from '@ferry/stores-spi';
import { responseCodeOf, wordsOf } from './server-answer';

/** The message is there. */
export function written({ key }: ItemHeader, bytes: number): WriteOutcome {
  return { key, kind: 'written', bytes };
}

/** The message is larger than the target takes, see APPENDLIMIT (RFC 7889). */
export function tooLarge({ key }: ItemHeader, size: number, limit: number): WriteOutcome {
  return { key, kind: 'skipped', ...catalogueError('ItemTooLarge', [String(size), `${limit} bytes`]) };
}

/** What a server says to messages that it will never take, in the words of Cyrus, Exchange, Dovecot and others. */
const NEVER = /bare (newline|lf|cr)|nul (byte|character)|invalid (header|message)|8-?bit|malformed|not rfc/i;
const TOO_LARGE = /too (large|big|long)|size limit|maximum (message )?size|exceeds/i;

/** What a refusal of one message means for it; null for a refusal that concerns the mailbox and all that would follow. */
export function outcomeOfRefusal({ key }: ItemHeader, size: number, error: unknown): WriteOutcome | null {
  const words = wordsOf(error) || 'no reason given';
  const code = responseCodeOf(error);
  if (isOverQuota(error)) return null;
  if (code === 'TOOBIG' || code === 'APPENDLIMIT' || TOO_LARGE.test(words)) {
    return { key, kind: 'skipped', ...catalogueError('ItemTooLarge', [String(size), `less (it said: ${words})`]) };
  }
  if (code === 'CANNOT' || code === 'PARSE' || NEVER.test(words)) {
    return { key, kind: 'skipped', ...catalogueError('ItemNotSupported', [words]) };
  }
  if (code === 'NOPERM' || code === 'AUTHORIZATIONFAILED') return null;
  return { key, kind: 'failed', ...catalogueError('ItemWriteFailed', [words]) };
}

/** Whether the server refused because the mailbox is full (RFC 5530). */
export function isOverQuota(error: unknown): boolean {
  return responseCodeOf(error) === 'OVERQUOTA' || /over ?quota|quota exceeded|mailbox is full/i.test(wordsOf(error));
}

/** The mailbox of a person is full. */
export function full(user: string, details: string, options?: ErrorOptions): StoreRefusedError {
  return new StoreRefusedError(
    `The mailbox of ${user} is full: ${details}. Raise its quota, then migrate again; it goes on where it stopped.`,
    'QuotaExceeded',
    [user],
    options,
  );
}
