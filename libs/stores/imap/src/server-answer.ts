import type { ImapFlowError } from 'imapflow';
import type { AnswerToken } from './mail-client';

/** As much of a server's answer as a person is shown. */
const MOST_WORDS = 200;

type Failure = Partial<ImapFlowError> & { readonly message: string };

/** An error of imapflow or of Node, with whatever it says. */
export function failureOf(error: unknown): Failure {
  const isFailure = typeof error === 'object' && error !== null && 'message' in error;
  return isFailure ? (error as Failure) : { message: String(error) };
}

/** The response code of a failed command, in capitals (RFC 5530); null where the server gave none. */
export function responseCodeOf(error: unknown): string | null {
  const { serverResponseCode, response } = failureOf(error);
  if (serverResponseCode) return serverResponseCode.toUpperCase();
  if (typeof response !== 'object') return null;
  const [first] = (response.attributes as readonly (AnswerToken | null)[] | undefined) ?? [];
  const code = first?.section?.[0]?.value;
  return typeof code === 'string' ? code.toUpperCase() : null;
}

/** What the server said in words, on one line, cut to length and without a full stop; empty where it said nothing. */
export function wordsOf(error: unknown): string {
  const { responseText, response, message, responseStatus, reason } = failureOf(error);
  const words = responseText ?? (typeof response === 'string' ? response : (reason ?? (responseStatus ? '' : message)));
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS).replace(/\.$/, '');
}

/** Whether a server refused the command (NO or BAD), and the connection lives on. */
export function isRefusal(error: unknown): boolean {
  const { responseStatus } = failureOf(error);
  return responseStatus === 'NO' || responseStatus === 'BAD';
}

/** Whether a command failed because its mailbox does not exist (any more). */
export function isMissingMailbox(error: unknown): boolean {
  const code = responseCodeOf(error);
  return failureOf(error).mailboxMissing === true || code === 'NONEXISTENT' || code === 'TRYCREATE';
}
