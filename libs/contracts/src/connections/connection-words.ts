/** How a workload of a tenant is reached. */
export enum ConnectionProtocol {
  /** IMAP4rev1 and later (RFC 3501, RFC 9051). */
  Imap = 'imap',
}

/** How the traffic of a connection is protected. */
export enum ConnectionSecurity {
  /** TLS from the first byte on (RFC 8314). */
  Tls = 'tls',
  /** TLS after STARTTLS; without it the connection is given up. */
  StartTls = 'starttls',
  /** Not at all: passwords and content can be read on the way. */
  None = 'none',
}

/** What becomes of a message that Ferry copied and that was deleted at the source before the cutover. */
export enum SourceDeletions {
  /** It stays at the target. */
  Keep = 'keep',
  /** It is deleted at the target, too. */
  Follow = 'follow',
}

/** How Ferry signs in for a person. */
export enum AuthKind {
  /** By the login and the password of each person, which come with the import of people. */
  Password = 'password',
  /** By a user of the server who may open the mailboxes of all. */
  MasterUser = 'masterUser',
  /** By a token that an application gets for itself (RFC 6749, section 4.4), sent as XOAUTH2. */
  OAuthClientCredentials = 'oauthClientCredentials',
}

/** How the master user says whose mailbox is to be opened. */
export enum MasterUserForm {
  /** One login that names both, such as `ann@example.com*master`. */
  LoginName = 'loginName',
  /** SASL PLAIN with the person as authorization identity (RFC 4616). */
  AuthorizationIdentity = 'authorizationIdentity',
}
