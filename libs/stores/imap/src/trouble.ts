import {
  ItemVanishedError,
  StoreError,
  StoreRefusedError,
  StoreThrottledError,
  StoreUnavailableError,
  type ThrottleScope,
} from '@ferry/stores-spi';
import type { ImapFlowError } from 'imapflow';
import type { AnswerToken, MailClient } from './mail-client';
import type { ImapConnection } from './settings';

/** What is waited for when a server turns us away without saying for how long. */
const DEFAULT_WAIT_SECONDS = 60;
/** As much of a server's answer as a person is shown. */
const MOST_WORDS = 200;

/** The response code of a failed command, in capitals (RFC 5530); null where the server gave none. */
export function responseCodeOf(error: unknown): string | null {
  const { serverResponseCode, response } = failureOf(error);
  if (serverResponseCode) return serverResponseCode.toUpperCase();
  if (typeof response !== 'object') return null;
  const [first] = (response.attributes as readonly (AnswerToken | null)[] | undefined) ?? [];
  const code = first?.section?.[0]?.value;
  return typeof code === 'string' ? code.toUpperCase() : null;
}

/** What the server said in words, on one line and cut to length; empty where it said nothing. */
export function wordsOf(error: unknown): string {
  const { responseText, response, message, responseStatus } = failureOf(error);
  const words = responseText ?? (typeof response === 'string' ? response : responseStatus ? '' : message);
  return words.replace(/\s+/g, ' ').trim().slice(0, MOST_WORDS);
}

/** Whether a server refused the command (NO or BAD), and the connection lives on. */
export function isRefusal(error: unknown): boolean {
  const { responseStatus } = failureOf(error);
  return responseStatus === 'NO' || responseStatus === 'BAD';
}

/**
 * What an error of the connection means for whoever asked: a `StoreError` whose message says what to do. `client` is the
 * connection that it happened on, if there was one already.
 */
export function storeErrorOf(error: unknown, connection: ImapConnection, client?: MailClient): StoreError {
  if (error instanceof StoreError) return error;
  const { code, authenticationFailed, tlsFailed } = failureOf(error);
  const options = { cause: error };
  const wait = waitOf(error, client);
  if (wait)
    return new StoreThrottledError(
      `${place(connection)} asks to wait: ${said(error)}.`,
      wait.seconds,
      wait.scope,
      options,
    );
  if (authenticationFailed) return signInRefused(error, connection);
  const unusable = UNUSABLE[code ?? (tlsFailed ? 'MissingServerExtension' : '')];
  if (unusable) return refused(connection, unusable, options);
  if (code !== undefined && isCertificateCode(code))
    return refused(connection, certificateWords(code, connection), options);
  if (isRefusal(error)) {
    const text = `${place(connection)} refused a command: ${said(error)}.`;
    return responseCodeOf(error) === 'UNAVAILABLE'
      ? new StoreUnavailableError(text, options)
      : new StoreRefusedError(text, 'EXCH-08', [text.slice(0, -1)], options);
  }
  return new StoreUnavailableError(unavailableWords(code, connection, error), options);
}

/** A mailbox or message that is not there, as far as a refusal can tell. */
export function isMissingMailbox(error: unknown): boolean {
  const { mailboxMissing } = failureOf(error);
  const code = responseCodeOf(error);
  return mailboxMissing === true || code === 'NONEXISTENT' || code === 'TRYCREATE';
}

/** The error for an item that is not there any more. */
export function vanished(): ItemVanishedError {
  return new ItemVanishedError('The message is not in its folder any more.');
}

/** Where trying again changes nothing, what is wrong and what to do. */
const UNUSABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host. Correct the host name of the endpoint',
  ERR_SSL_WRONG_VERSION_NUMBER:
    'the port does not speak TLS. Use the port for IMAP over TLS (993), or set security to "starttls" (143)',
  ERR_SSL_PACKET_LENGTH_TOO_LONG:
    'the port does not speak TLS. Use the port for IMAP over TLS (993), or set security to "starttls" (143)',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'the server offers only versions of TLS that are not safe. Update the server',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'the server offers only versions of TLS that are not safe. Update the server',
  MissingServerExtension: 'the server does not offer STARTTLS. Use security "tls", or "none" within a trusted network',
};

const CERTIFICATE_CODES = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

function isCertificateCode(code: string): boolean {
  return CERTIFICATE_CODES.test(code);
}

function certificateWords(code: string, connection: ImapConnection): string {
  switch (code) {
    case 'CERT_HAS_EXPIRED':
      return 'its certificate has expired. Renew it on the server';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
      return (
        `its certificate is for another name than ${connection.tls?.servername ?? connection.host}. ` +
        'Use the name that the certificate has, or set the server name of the endpoint'
      );
    default:
      return (
        `its certificate is not signed by an authority that is trusted here (${code}). ` +
        'Give the certificate of its authority with the endpoint, or install a public one on the server'
      );
  }
}

function refused(connection: ImapConnection, reason: string, options: ErrorOptions): StoreRefusedError {
  const text = `${place(connection)} cannot be used: ${reason}`;
  return new StoreRefusedError(`${text}.`, 'EXCH-08', [text], options);
}

function signInRefused(error: unknown, connection: ImapConnection): StoreError {
  const options = { cause: error };
  const code = responseCodeOf(error);
  const answer = said(error);
  if (code === 'UNAVAILABLE' || code === 'SERVERBUG') {
    return new StoreUnavailableError(`${place(connection)} cannot check passwords at the moment: ${answer}.`, options);
  }
  const reason = code === 'PRIVACYREQUIRED' ? `${answer}; set security to "tls" or "starttls"` : answer;
  const remedy = SIGN_IN_REMEDIES[connection.auth.kind];
  return new StoreRefusedError(
    `${place(connection)} refused to sign in ${connection.auth.user}: ${reason}. ${remedy}`,
    'AccessDenied',
    [`the mailbox of ${connection.auth.user} at ${place(connection)}`, reason],
    options,
  );
}

const SIGN_IN_REMEDIES: Readonly<Record<ImapConnection['auth']['kind'], string>> = {
  password: 'Check the login and the password of this person.',
  masterUser: 'Check the master user and its password, and that it may open the mailboxes of others.',
  bearer: 'Check the client of the endpoint, its scope, and that it may open this mailbox by IMAP.',
};

const TOO_MANY = /too many|maximum number|throttl|rate limit|try again (later|in)|temporarily/i;
const OF_PERSON = /user\+ip|per[- ]user|this (account|mailbox|user)|simultaneous/i;

/** For how long, and whom, a server asks to wait; null when it does not. */
function waitOf(error: unknown, client?: MailClient): { seconds: number; scope: ThrottleScope } | null {
  const { throttleReset } = failureOf(error);
  const milliseconds = throttleReset ?? client?.throttledFor ?? 0;
  if (milliseconds > 0) return { seconds: Math.ceil(milliseconds / 1000), scope: 'person' };
  const words = `${wordsOf(error)} ${failureOf(error).reason ?? client?.byeReason ?? ''}`;
  const code = responseCodeOf(error);
  const isAsked = code === 'LIMIT' || code === 'INUSE' || code === 'THROTTLED' || TOO_MANY.test(words);
  if (!isAsked) return null;
  const told =
    /(?:in|after|wait|backoff(?: time)?:?)\s+(\d+)\s*(ms|milliseconds|s|sec|seconds?|m|min|minutes?)\b/i.exec(words);
  const scope = code === 'INUSE' || OF_PERSON.test(words) ? 'person' : 'endpoint';
  return { seconds: told ? secondsOf(Number(told[1]), told[2] ?? 's') : DEFAULT_WAIT_SECONDS, scope };
}

function secondsOf(count: number, unit: string): number {
  if (/^m(s|illi)/i.test(unit)) return Math.ceil(count / 1000);
  return /^m/i.test(unit) ? count * 60 : count;
}

function unavailableWords(code: string | undefined, connection: ImapConnection, error: unknown): string {
  const { connect, greeting, silence } = { ...connection.limits };
  switch (code) {
    case 'ECONNREFUSED':
      return `Nothing answers at ${place(connection)}. Check the port, and that the server is running.`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return `There is no way to ${place(connection)}. Check the network, and firewalls in between.`;
    case 'EAI_AGAIN':
      return `The name ${connection.host} could not be looked up. Check the name server of this machine.`;
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return `${place(connection)} did not accept the connection${within(connect)}. Check host, port and firewalls.`;
    case 'GREETING_TIMEOUT':
      return (
        `${place(connection)} accepted the connection and did not greet${within(greeting)}. ` +
        'Check that the port is one for IMAP, and that security fits it.'
      );
    case 'ETIMEOUT':
      return `${place(connection)} left a command without an answer${within(silence)}. Look at the load of the server.`;
    case undefined:
    default:
      return `The connection to ${place(connection)} was lost (${code ?? said(error)}). Look at the server's log.`;
  }
}

function within(milliseconds: number | undefined): string {
  return milliseconds === undefined ? ' in time' : ` within ${milliseconds / 1000} s`;
}

function said(error: unknown): string {
  return wordsOf(error).replace(/\.$/, '') || 'it gave no reason';
}

function place({ host, port }: ImapConnection): string {
  return `${host}:${port}`;
}

function failureOf(error: unknown): Partial<ImapFlowError> & { message: string } {
  return error instanceof Error ? error : { message: String(error) };
}
