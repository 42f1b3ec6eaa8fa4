import type { AuthKind, MasterUserForm } from '@ferry/contracts';
import type { StoredConnection } from '../connections/stored-connection';

/** How to sign in as one person, with everything that it needs. Holds secrets: never log it, never answer with it. */
export type SignIn =
  | { readonly kind: AuthKind.Password; readonly user: string; readonly password: string }
  | {
      readonly kind: AuthKind.MasterUser;
      /** The person whose mailbox it is. */
      readonly user: string;
      readonly master: string;
      readonly form: MasterUserForm;
      readonly separator: string;
      readonly password: string;
    }
  | {
      readonly kind: AuthKind.OAuthClientCredentials;
      /** The person whose mailbox it is. */
      readonly user: string;
      readonly tokenEndpoint: string;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string;
    };

/** How a workload of one person is reached: over a connection, or in the sandbox, which needs none. */
export type ServiceAccess =
  | { readonly over: 'sandbox' }
  | { readonly over: 'connection'; readonly connection: StoredConnection; readonly signIn: SignIn };

/** Something is missing without which a workload of a person cannot be reached. */
export class AccessMissingError extends Error {
  readonly code = 'accessMissing';

  /** @param remedy what to do about it */
  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
    this.name = 'AccessMissingError';
  }
}
