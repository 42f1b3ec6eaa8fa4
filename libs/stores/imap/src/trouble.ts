import {
  ItemVanishedError,
  StoreError,
  StoreRefusedError,
  StoreThrottledError,
  StoreUnavailableError,
} from '@ferry/stores-spi';
import { diagnose, type Diagnosis, placeOf } from './diagnosis';
import type { MailClient } from './mail-client';
import type { ImapConnection } from './settings';

/**
 * What an error of the connection means for whoever asked: a `StoreError` whose message says what to do. `client` is the
 * connection that it happened on, if there was one already.
 */
export function storeErrorOf(error: unknown, connection: ImapConnection, client?: MailClient): StoreError {
  if (error instanceof StoreError) return error;
  return storeErrorFor(diagnose(error, connection, client), connection, { cause: error });
}

/** The error for an item that is not there any more. */
export function vanished(): ItemVanishedError {
  return new ItemVanishedError('The message is not in its folder any more.');
}

function storeErrorFor(diagnosis: Diagnosis, connection: ImapConnection, options: ErrorOptions): StoreError {
  const { what, remedy } = diagnosis;
  const text = `${what} ${remedy}`;
  /** The sentence of the catalogue has a full stop of its own. */
  const cause = text.replace(/\.$/, '');
  switch (diagnosis.kind) {
    case 'throttled':
      return new StoreThrottledError(text, diagnosis.seconds, diagnosis.scope, options);
    case 'accessDenied': {
      const mailbox = `the mailbox of ${connection.auth.user} at ${placeOf(connection)}`;
      return new StoreRefusedError(text, 'AccessDenied', [mailbox, diagnosis.reason], options);
    }
    case 'unusable':
      return new StoreRefusedError(text, 'EXCH-08', [cause], options);
    case 'unavailable':
      return new StoreUnavailableError(text, {
        ...options,
        ...(diagnosis.isUnreachable ? { lastly: { catalogueCode: 'EXCH-08', parameters: [cause] } } : {}),
      });
  }
}
