import type pg from 'pg';
import { PreparingClient, type PreparingClientConfig } from './preparing-client';
import type { StatementNames } from './statement-names';

/** How long it may take to get a connection, in milliseconds: from the server, or from a pool whose own are all in use. */
const CONNECT_MS = 10_000;
/** The server gives a statement up a little before we give up the connection, which then stays good. */
const SERVER_SHARE = 0.9;

/**
 * What every pool of the service says to PostgreSQL. Nothing may wait for ever: neither for a server that has vanished
 * without a word, nor may the server hold the locks of a process that has vanished or is frozen in a transaction.
 */
export function connectionSettings(
  connectionString: string,
  timeoutMs: number,
  statementNames: StatementNames,
  onServerError: (error: unknown) => void = () => undefined,
) {
  const serverMs = Math.floor(timeoutMs * SERVER_SHARE);
  const options = [
    'timezone=UTC',
    `statement_timeout=${serverMs}`,
    `idle_in_transaction_session_timeout=${serverMs}`,
    'tcp_keepalives_idle=30',
    'tcp_keepalives_interval=10',
  ];
  return {
    connectionString,
    Client: PreparingClient,
    statementNames,
    onServerError,
    options: options.map((option) => `-c ${option}`).join(' '),
    query_timeout: timeoutMs,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  } satisfies pg.PoolConfig & PreparingClientConfig;
}
