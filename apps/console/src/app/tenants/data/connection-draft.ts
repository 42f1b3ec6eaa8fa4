import {
  AuthKind,
  ConnectionProtocol,
  ConnectionSecurity,
  type FolderPair,
  type ImapConnection,
  MasterUserForm,
  type SetImapAuth,
  type SetImapConnection,
  SourceDeletions,
} from '@ferry/contracts';
import { keepsSecret, needsSecret } from '@ferry/domain';
import type { Advice, Faults } from './body-faults';

/** A connection as a form holds it: texts, of which those count that belong to the way of signing in. */
export interface ConnectionDraft {
  readonly host: string;
  readonly port: string;
  readonly security: ConnectionSecurity;
  readonly kind: AuthKind;
  readonly user: string;
  readonly form: MasterUserForm;
  readonly separator: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly scope: string;
  /** Empty keeps the one that is kept. */
  readonly secret: string;
  readonly folders: readonly FolderPair[];
  /** In PEM; empty trusts the public authorities. */
  readonly certificateAuthority: string;
  /** Empty expects the host. */
  readonly certificateName: string;
  readonly deletions: SourceDeletions;
}

/** Where a connection stands in the body of a tenant or an endpoint. */
export const CONNECTION_PLACE = 'services.Exchange';

/** The port that goes with a way to protect the traffic (RFC 8314, section 3.2; RFC 3501, section 2.1). */
export const USUAL_PORTS: Readonly<Record<ConnectionSecurity, string>> = {
  [ConnectionSecurity.Tls]: '993',
  [ConnectionSecurity.StartTls]: '143',
  [ConnectionSecurity.None]: '143',
};

export const NEW_CONNECTION: ConnectionDraft = {
  host: '',
  port: USUAL_PORTS[ConnectionSecurity.Tls],
  security: ConnectionSecurity.Tls,
  kind: AuthKind.Password,
  user: '',
  form: MasterUserForm.LoginName,
  separator: '*',
  tokenEndpoint: '',
  clientId: '',
  scope: '',
  secret: '',
  folders: [],
  certificateAuthority: '',
  certificateName: '',
  deletions: SourceDeletions.Keep,
};

/** What a form shows of a connection that is registered. */
export function draftOf({ host, port, security, auth, folders = [], ...more }: ImapConnection): ConnectionDraft {
  return {
    host,
    port: String(port),
    security,
    kind: auth.kind,
    user: auth.user ?? '',
    form: auth.form ?? NEW_CONNECTION.form,
    separator: auth.separator ?? NEW_CONNECTION.separator,
    tokenEndpoint: auth.tokenEndpoint ?? '',
    clientId: auth.clientId ?? '',
    scope: auth.scope ?? '',
    secret: '',
    folders,
    certificateAuthority: more.certificateAuthority ?? '',
    certificateName: more.certificateName ?? '',
    deletions: more.deletions ?? NEW_CONNECTION.deletions,
  };
}

/** The connection as it is sent. */
export function connectionOf(draft: ConnectionDraft): SetImapConnection {
  const { host, port, security, folders, deletions } = draft;
  const [certificateAuthority, certificateName] = [draft.certificateAuthority.trim(), draft.certificateName.trim()];
  return {
    protocol: ConnectionProtocol.Imap,
    host: host.trim(),
    port: Number(port),
    security,
    auth: authOf(draft),
    folders: folders.map(({ source, target }) => ({ source: source.trim(), target: target.trim() })),
    ...(certificateAuthority === '' ? {} : { certificateAuthority }),
    ...(certificateName === '' ? {} : { certificateName }),
    ...(deletions === SourceDeletions.Keep ? {} : { deletions }),
  };
}

function authOf({ kind, secret: given, ...draft }: ConnectionDraft): SetImapAuth {
  const secret = given === '' ? {} : { secret: given };
  switch (kind) {
    case AuthKind.Password:
      return { kind };
    case AuthKind.MasterUser:
      return { kind, user: draft.user, form: draft.form, separator: draft.separator || null, ...secret };
    case AuthKind.OAuthClientCredentials: {
      const { tokenEndpoint, clientId, scope } = draft;
      return { kind, tokenEndpoint, clientId, scope, ...secret };
    }
  }
}

/** Whether a secret that is kept goes on to serve a connection after its change (ADR 0031). */
export function keepsOldSecret(before: ImapConnection | undefined, after: SetImapConnection): boolean {
  return before?.auth.hasSecret === true && keepsSecret(before, after);
}

/** What the rules of the members cannot see: a secret that has to be given. */
export function secretFault(before: ImapConnection | undefined, draft: ConnectionDraft): Faults {
  if (!needsSecret(draft.kind) || draft.secret !== '' || keepsOldSecret(before, connectionOf(draft))) return {};
  return { [`${CONNECTION_PLACE}.auth.secret`]: before?.auth.hasSecret ? SECRET_ELSEWHERE : SECRET_MISSING };
}

const SECRET_MISSING = 'Give the secret.';
const SECRET_ELSEWHERE =
  'Give the secret again: the one that is kept never goes to another server, nor in another way, than it was given for.';

/** What to do about the faults of a connection. */
export const CONNECTION_ADVICE: Advice = {
  host: { isNotEmpty: 'Name the server.', maxLength: 'A host has 253 characters at most.' },
  port: { '*': 'Give a port between 1 and 65535.' },
  user: { isNotEmpty: 'Name the master user.' },
  tokenEndpoint: { isUrl: 'Give the whole address, beginning with https://.' },
  clientId: { isNotEmpty: 'Give the id of the application.' },
  scope: { isNotEmpty: 'Give the scope that is asked for.' },
  source: { isNotEmpty: 'Name the folder at the source.' },
  target: { isNotEmpty: 'Name the folder at the target.' },
};
