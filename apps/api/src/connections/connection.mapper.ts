import {
  AuthKind,
  type ImapAuth,
  type ImapConnection,
  MasterUserForm,
  type ServiceConnections,
  type SetImapAuth,
  type SetImapConnection,
  Workload,
} from '@ferry/contracts';
import type { StoredAuth, StoredConnection, StoredConnections } from './stored-connection';

const USUAL_SEPARATOR = '*';

/** A connection as it is kept, from a body whose members fit its kind. */
export function toStoredConnection(wanted: SetImapConnection, host: string): StoredConnection {
  const { protocol, port, security, folders = [] } = wanted;
  const pairs = folders.map(({ source, target }) => ({ source, target }));
  return { protocol, host, port, security, ...givenOf(wanted), auth: toStoredAuth(wanted.auth), folders: pairs };
}

/** What is there only where it was given. */
function givenOf({
  certificateAuthority,
  certificateName,
  deletions,
}: Pick<StoredConnection, 'certificateAuthority' | 'certificateName' | 'deletions'>) {
  return {
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
    ...(certificateName === undefined ? {} : { certificateName }),
    ...(deletions === undefined ? {} : { deletions }),
  };
}

function toStoredAuth(auth: SetImapAuth): StoredAuth {
  switch (auth.kind) {
    case AuthKind.Password:
      return { kind: auth.kind };
    case AuthKind.MasterUser: {
      const { kind, user, form, separator } = auth;
      return {
        kind,
        user: user ?? '',
        form: form ?? MasterUserForm.LoginName,
        separator: separator ?? USUAL_SEPARATOR,
      };
    }
    case AuthKind.OAuthClientCredentials: {
      const { kind, tokenEndpoint, clientId, scope } = auth;
      return { kind, tokenEndpoint: tokenEndpoint ?? '', clientId: clientId ?? '', scope: scope ?? '' };
    }
  }
}

/** Connections as the API shows them: with the dates of their secrets, and never with these. */
export function toServiceConnections(
  stored: StoredConnections,
  secretDates: ReadonlyMap<string, Date> | undefined,
): ServiceConnections {
  const exchange = stored[Workload.Exchange];
  return exchange ? { Exchange: toImapConnection(exchange, secretDates?.get(Workload.Exchange) ?? null) } : {};
}

function toImapConnection(stored: StoredConnection, secretSetDateTime: Date | null): ImapConnection {
  const { protocol, host, port, security, folders } = stored;
  const auth: ImapAuth = { ...stored.auth, hasSecret: secretSetDateTime !== null, secretSetDateTime };
  return { protocol, host, port, security, ...givenOf(stored), folders: [...folders], auth };
}
