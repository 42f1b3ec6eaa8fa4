import { AuthKind, ConnectionSecurity, MasterUserForm } from '@ferry/contracts';

/** How the traffic of a connection is protected, in words. */
export const SECURITY_LABELS: Readonly<Record<ConnectionSecurity, string>> = {
  [ConnectionSecurity.Tls]: 'TLS',
  [ConnectionSecurity.StartTls]: 'STARTTLS',
  [ConnectionSecurity.None]: 'No encryption',
};

/** How Ferry signs in for a person, in words. */
export const AUTH_LABELS: Readonly<Record<AuthKind, string>> = {
  [AuthKind.Password]: 'Password of each person',
  [AuthKind.MasterUser]: 'Master user',
  [AuthKind.OAuthClientCredentials]: 'OAuth 2.0 application',
};

/** What the secret of a way of signing in is; null where it has none of its own. */
export const SECRET_LABELS: Readonly<Record<AuthKind, string | null>> = {
  [AuthKind.Password]: null,
  [AuthKind.MasterUser]: 'Password of the master user',
  [AuthKind.OAuthClientCredentials]: 'Secret of the application',
};

/** How a master user says whose mailbox it opens, in words. */
export const MASTER_FORM_LABELS: Readonly<Record<MasterUserForm, string>> = {
  [MasterUserForm.LoginName]: 'One login that names both, such as ann*master',
  [MasterUserForm.AuthorizationIdentity]: 'SASL PLAIN, with the person as authorization identity',
};

/** The steps of a test as people say them; a protocol may have others, which stand there as they are called. */
const STEP_LABELS: ReadonlyMap<string, string> = new Map([
  ['credentials', 'Login and credentials of the person'],
  ['host', 'Host is allowed and has an address'],
  ['connect', 'Connection to the port'],
  ['tls', 'Encryption and certificate'],
  ['greeting', 'Greeting of the server'],
  ['signIn', 'Sign-in'],
  ['folders', 'Folders'],
  ['quota', 'Space that is left'],
]);

export function stepLabel(step: string): string {
  return STEP_LABELS.get(step) ?? step;
}
