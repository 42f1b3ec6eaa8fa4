import type { ThrottleScope } from '@ferry/stores-spi';
import type { MailClient } from './mail-client';
import { failureOf, isRefusal, responseCodeOf, wordsOf } from './server-answer';
import type { ImapConnection } from './settings';

/** What is wrong, and what to do about it, in one sentence each. */
export interface Explanation {
  readonly what: string;
  readonly remedy: string;
}

/** What an error of a connection comes from. */
export type Diagnosis = Explanation &
  (
    | { readonly kind: 'throttled'; readonly seconds: number; readonly scope: ThrottleScope }
    /** Nobody signs in like this. `reason` is what the server said. */
    | { readonly kind: 'accessDenied'; readonly reason: string }
    /** It stays like this until somebody changes something. */
    | { readonly kind: 'unusable' }
    /** It may be better in a while. `isUnreachable`: nothing has been heard from the server at all. */
    | { readonly kind: 'unavailable'; readonly isUnreachable: boolean }
  );

/** What is waited for when a server turns us away without saying for how long. */
const DEFAULT_WAIT_SECONDS = 60;

/** Finds out what an error means. `client` is the connection that it happened on, if there was one already. */
export function diagnose(error: unknown, connection: ImapConnection, client?: MailClient): Diagnosis {
  const server = placeOf(connection);
  const wait = waitOf(error, client);
  if (wait) {
    const what = `${server} asks to wait ${wait.seconds} s (${wordsOf(error) || 'too many requests'}).`;
    return { kind: 'throttled', ...wait, what, remedy: 'Nothing has to be done, or fewer people at once.' };
  }
  const { code, authenticationFailed, tlsFailed } = failureOf(error);
  if (authenticationFailed) return signInRefused(error, connection);
  const unusable = unusableFor(code ?? (tlsFailed ? 'NO_STARTTLS' : ''), connection);
  if (unusable)
    return { kind: 'unusable', what: `${server} cannot be used: ${unusable.what}.`, remedy: unusable.remedy };
  if (isRefusal(error)) {
    const isPassing = responseCodeOf(error) === 'UNAVAILABLE' || responseCodeOf(error) === 'SERVERBUG';
    const what = `${server} refused a command: ${wordsOf(error) || 'it gave no reason'}.`;
    const remedy = "Look at the server's log.";
    return isPassing ? { kind: 'unavailable', isUnreachable: false, what, remedy } : { kind: 'unusable', what, remedy };
  }
  return unavailable(code, connection, error);
}

/** Host and port, as people write them. */
export function placeOf({ host, port }: ImapConnection): string {
  return `${host}:${port}`;
}

const NO_TLS: Explanation = {
  what: 'the port does not speak TLS',
  remedy: 'Use the port for IMAP over TLS (993), or set security to "starttls" (143).',
};
const OLD_TLS: Explanation = {
  what: 'the server offers only versions of TLS that are not safe any more',
  remedy: 'Update the server, so that it offers TLS 1.2 or newer.',
};

const UNUSABLE: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: { what: 'there is no such host', remedy: 'Correct the host name of the endpoint.' },
  ERR_SSL_WRONG_VERSION_NUMBER: NO_TLS,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: NO_TLS,
  ERR_SSL_UNSUPPORTED_PROTOCOL: OLD_TLS,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: OLD_TLS,
  NO_STARTTLS: {
    what: 'the server does not offer STARTTLS',
    remedy: 'Use security "tls", or "none" within a network that is trusted.',
  },
  CERT_HAS_EXPIRED: { what: 'its certificate has expired', remedy: 'Renew the certificate on the server.' },
};

const CERTIFICATE = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH)/;

function unusableFor(code: string, connection: ImapConnection): Explanation | null {
  const known = UNUSABLE[code];
  if (known) return known;
  if (!CERTIFICATE.test(code)) return null;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') {
    return {
      what: `its certificate is for another name than ${connection.tls?.servername ?? connection.host}`,
      remedy: 'Use the name that the certificate has, or give it with the connection (certificateName).',
    };
  }
  return {
    what: `its certificate is not signed by an authority that is trusted here (${code})`,
    remedy:
      "Give the authority's certificate with the connection (certificateAuthority), or install a public one on the server.",
  };
}

const SIGN_IN_REMEDIES: Readonly<Record<ImapConnection['auth']['kind'], string>> = {
  password: 'Check the login and the password of this person.',
  masterUser: 'Check the master user and its password, and that it may open the mailboxes of others.',
  bearer: 'Check the client of the endpoint, its scope, and that it may open this mailbox by IMAP.',
};

function signInRefused(error: unknown, connection: ImapConnection): Diagnosis {
  const reason = wordsOf(error) || 'it gave no reason';
  const code = responseCodeOf(error);
  const { user, kind } = connection.auth;
  if (code === 'UNAVAILABLE' || code === 'SERVERBUG') {
    const what = `${placeOf(connection)} cannot check passwords at the moment: ${reason}.`;
    return { kind: 'unavailable', isUnreachable: false, what, remedy: "Look at the server's log." };
  }
  const remedy = code === 'PRIVACYREQUIRED' ? 'Set security to "tls" or "starttls".' : SIGN_IN_REMEDIES[kind];
  return {
    kind: 'accessDenied',
    reason,
    what: `${placeOf(connection)} refused to sign in ${user}: ${reason}.`,
    remedy,
  };
}

const TOO_MANY = /too many|maximum number|throttl|rate limit|try again (later|in)/i;
const OF_PERSON = /user\+ip|per[- ]user|this (account|mailbox|user)|simultaneous/i;
const WAIT = /(?:in|after|wait|backoff(?: time)?:?)\s+(\d+)\s*(ms|milliseconds|s|sec|seconds?|m|min|minutes?)\b/i;

/** For how long, and whom, a server asks to wait; null when it does not. */
function waitOf(error: unknown, client?: MailClient): { seconds: number; scope: ThrottleScope } | null {
  const milliseconds = failureOf(error).throttleReset ?? client?.throttledFor ?? 0;
  if (milliseconds > 0) return { seconds: Math.ceil(milliseconds / 1000), scope: 'person' };
  const words = `${wordsOf(error)} ${client?.byeReason ?? ''}`;
  const code = responseCodeOf(error);
  if (code !== 'LIMIT' && code !== 'INUSE' && code !== 'THROTTLED' && !TOO_MANY.test(words)) return null;
  const [, count, unit = 's'] = WAIT.exec(words) ?? [];
  const scope = code === 'INUSE' || OF_PERSON.test(words) ? 'person' : 'endpoint';
  return { seconds: count === undefined ? DEFAULT_WAIT_SECONDS : secondsOf(Number(count), unit), scope };
}

function secondsOf(count: number, unit: string): number {
  if (/^m(s|illi)/i.test(unit)) return Math.ceil(count / 1000);
  return /^m/i.test(unit) ? count * 60 : count;
}

function unavailable(code: string | undefined, connection: ImapConnection, error: unknown): Diagnosis {
  const server = placeOf(connection);
  const { connect, greeting, silence } = { ...connection.limits };
  const unreachable = (what: string, remedy: string): Diagnosis => ({
    kind: 'unavailable',
    isUnreachable: true,
    what,
    remedy,
  });
  switch (code) {
    case 'ECONNREFUSED':
      return unreachable(`Nothing answers at ${server}.`, 'Check the port, and that the server is running.');
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return unreachable(`There is no way to ${server}.`, 'Check the network, and firewalls in between.');
    case 'EAI_AGAIN':
      return unreachable(
        `The name ${connection.host} could not be looked up.`,
        'Check the name server of this machine.',
      );
    case 'CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return unreachable(
        `${server} did not accept the connection${within(connect)}.`,
        'Check host, port and the firewalls in between.',
      );
    case 'GREETING_TIMEOUT':
      return unreachable(
        `${server} accepted the connection and did not greet${within(greeting)}.`,
        'Check that the port is one for IMAP, and that security fits it.',
      );
    case 'ETIMEOUT': {
      const what = `${server} left a command without an answer${within(silence)}.`;
      return { kind: 'unavailable', isUnreachable: false, what, remedy: 'Look at the load of the server.' };
    }
    case undefined:
    default: {
      const what = `The connection to ${server} was lost (${wordsOf(error) || (code ?? 'no reason given')}).`;
      return { kind: 'unavailable', isUnreachable: false, what, remedy: "Look at the server's log." };
    }
  }
}

function within(milliseconds: number | undefined): string {
  return milliseconds === undefined ? ' in time' : ` within ${milliseconds / 1000} s`;
}
