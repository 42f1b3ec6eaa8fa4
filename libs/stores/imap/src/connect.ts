import { StoreRefusedError } from '@ferry/stores-spi';
import { isIP } from 'node:net';
import type { ImapFlowOptions } from 'imapflow';
import { MailClient } from './mail-client';
import { type ImapAuth, type ImapConnection, type ImapTimeLimits, TIME_LIMITS } from './settings';
import { storeErrorOf } from './trouble';

/** A message of 1 GB is more than any mail server takes; whoever announces more is not serving mail. */
const MOST_LITERAL_BYTES = 1024 * 1024 * 1024;

/**
 * Connects, greets and signs in. Throws a `StoreError`; a token that the server refuses is renewed once.
 */
export async function connect(connection: ImapConnection): Promise<MailClient> {
  const { auth } = connection;
  if (auth.kind !== 'bearer') return connectWith(connection, { auth: credentialsOf(auth) });
  try {
    return await connectWith(connection, { auth: await bearerOf(auth, false) });
  } catch (error) {
    const isSignIn = error instanceof StoreRefusedError && error.catalogueCode === 'AccessDenied';
    if (!isSignIn) throw error;
    return connectWith(connection, { auth: await bearerOf(auth, true) });
  }
}

/** Connects with further options of imapflow. Throws a `StoreError`. */
export async function connectWith(connection: ImapConnection, options: ImapFlowOptions): Promise<MailClient> {
  const settled = { ...connection, limits: { ...TIME_LIMITS, ...connection.limits } };
  let client: MailClient | undefined;
  try {
    const address = (await connection.resolve?.(connection.host)) ?? connection.host;
    client = new MailClient({ ...transportOf(settled, address), ...QUIET, ...options });
    await client.connect();
    await enableModSequences(client);
    return client;
  } catch (error) {
    client?.close();
    throw storeErrorOf(error, settled, client);
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
  maxLiteralSize: MOST_LITERAL_BYTES,
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
  return { user, accessToken: await token(renew) };
}

/** CONDSTORE (RFC 7162) where the server has it, so that a folder that has not changed is known by one number. */
async function enableModSequences(client: MailClient): Promise<void> {
  if (client.capabilities.has('CONDSTORE') && client.capabilities.has('ENABLE'))
    await client.run('ENABLE', ['CONDSTORE']);
}
