import { StoreError, StoreRefusedError, StoreUnavailableError } from '@ferry/stores-spi';
import { isIP } from 'node:net';
import type { ImapFlowOptions } from 'imapflow';
import { MailClient } from './mail-client';
import { type ImapAuth, type ImapConnection, type ImapTimeLimits, TIME_LIMITS } from './settings';
import { storeErrorOf } from './trouble';

/**
 * Connects, greets and signs in. A token that the server refuses is renewed once. Throws a `StoreError`, or the reason of
 * the signal at once when it is aborted.
 */
export async function connect(connection: ImapConnection, signal?: AbortSignal): Promise<MailClient> {
  const { auth } = connection;
  if (auth.kind !== 'bearer') return connectWith(connection, credentialsOf(auth), signal);
  try {
    return await connectWith(connection, await bearerOf(auth, false), signal);
  } catch (error) {
    const isSignIn = error instanceof StoreRefusedError && error.catalogueCode === 'AccessDenied';
    if (!isSignIn) throw error;
    return connectWith(connection, await bearerOf(auth, true), signal);
  }
}

async function connectWith(
  connection: ImapConnection,
  auth: NonNullable<ImapFlowOptions['auth']>,
  signal?: AbortSignal,
): Promise<MailClient> {
  const settled = { ...connection, limits: { ...TIME_LIMITS, ...connection.limits } };
  let client: MailClient | undefined;
  const cut = (): void => client?.close();
  signal?.addEventListener('abort', cut);
  try {
    const address = (await connection.resolve?.(connection.host)) ?? connection.host;
    signal?.throwIfAborted();
    client = new MailClient({ ...transportOf(settled, address), ...QUIET, auth });
    await client.connect();
    client.sendAtOnce();
    return client;
  } catch (error) {
    cut();
    signal?.throwIfAborted();
    throw storeErrorOf(error, settled, client);
  } finally {
    signal?.removeEventListener('abort', cut);
  }
}

/** Nothing is logged, because commands and answers hold credentials and content; nothing is sent unasked. */
const QUIET: ImapFlowOptions = {
  logger: false,
  disableAutoIdle: true,
  disableCompression: true,
  disableIMAP4rev2: true,
  // With UTF8=ACCEPT (RFC 6855) a server may change messages and names; modified UTF-7 is spoken by all.
  disableAutoEnable: true,
  maxLockHoldTime: 0,
  clientInfo: { name: 'Ferry', vendor: 'Ferry', 'support-url': false },
};

function transportOf(
  { host, port, security, tls, limits }: ImapConnection & { limits: ImapTimeLimits },
  address: string,
): ImapFlowOptions {
  const name = tls?.servername ?? host;
  return {
    host: address,
    port,
    secure: security === 'tls',
    doSTARTTLS: security === 'starttls',
    ...(isIP(name) === 0 ? { servername: name } : {}),
    tls: { ...(tls?.ca === undefined ? {} : { ca: tls.ca }), minVersion: 'TLSv1.2' },
    connectionTimeout: limits.connect,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
  };
}

function credentialsOf(auth: Exclude<ImapAuth, { kind: 'bearer' }>): NonNullable<ImapFlowOptions['auth']> {
  if (auth.kind === 'password') return { user: auth.user, pass: auth.password };
  const { user, master, password } = auth;
  switch (auth.form) {
    case 'loginName':
      return { user: `${user}${auth.separator ?? '*'}${master}`, pass: password };
    case 'authorizationIdentity':
      return { user: master, pass: password, authzid: user, loginMethod: 'AUTH=PLAIN' };
  }
}

async function bearerOf(
  { user, token }: Extract<ImapAuth, { kind: 'bearer' }>,
  renew: boolean,
): Promise<NonNullable<ImapFlowOptions['auth']>> {
  try {
    return { user, accessToken: await token(renew) };
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const text = `No token could be had for ${user}. Check the token endpoint, the client and its scope.`;
    throw new StoreUnavailableError(text, { cause });
  }
}
