import { DrizzleQueryError } from 'drizzle-orm';

/**
 * Why the database could not do what it was asked, where that is nobody's fault in the service: its disk is full, or it
 * does not answer.
 */
export type DatabaseTrouble = 'diskFull' | 'unavailable';

/** No connection to the database could be had, or the one in use broke. */
export class DatabaseConnectionError extends Error {
  readonly code = 'databaseConnection';

  constructor(cause: unknown) {
    super('There is no connection to the database.', { cause });
    this.name = 'DatabaseConnectionError';
  }
}

/** SQLSTATE classes: connection exception, operator intervention, insufficient resources, system error. */
const UNAVAILABLE_CLASSES: readonly string[] = ['08', '57', '53', '58'];
/** A session that sat idle in a transaction for too long was ended by the server. */
const IDLE_IN_TRANSACTION = '25P03';
const DISK_FULL = '53100';
const NO_SPACE = /no space left on device/i;

/** What the driver says, in words only, when a connection breaks or does not answer. */
const BROKEN =
  /^(?:connection terminated|query read timeout|timeout exceeded when trying to connect|client (?:was closed|has encountered a connection error)|pglite is closed)/i;
const SYSTEM_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/**
 * What an error of a statement says about the database; null when it says nothing, or comes from somewhere else: a store
 * that cannot be reached is not the database.
 */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof DrizzleQueryError || cause instanceof DatabaseConnectionError)
      return statementTroubleOf(cause.cause);
  }
  return null;
}

/** The same for an error that is known to come from the driver of the database. */
export function statementTroubleOf(error: unknown): DatabaseTrouble | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === DISK_FULL || code === 'ENOSPC' || NO_SPACE.test(error.message)) return 'diskFull';
  const isUnavailable =
    SYSTEM_CODES.has(code) ||
    code === IDLE_IN_TRANSACTION ||
    (/^[0-9A-Z]{5}$/.test(code) && UNAVAILABLE_CLASSES.includes(code.slice(0, 2))) ||
    BROKEN.test(error.message) ||
    (error instanceof AggregateError && error.errors.some((one) => statementTroubleOf(one) !== null));
  return isUnavailable ? 'unavailable' : null;
}

/** Whether the driver gave a statement up because nothing was heard: the connection is still waiting for its answer. */
export function isReadTimeout(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message === 'Query read timeout') return true;
  }
  return false;
}

/** What went wrong, for a log line. The error of a statement names its parameters, which are content: only its cause is told. */
export function reasonOf(error: unknown): string {
  if (error instanceof DrizzleQueryError) return reasonOf(error.cause);
  return error instanceof Error ? error.message : String(error);
}
