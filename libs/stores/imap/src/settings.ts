/** How the connection is protected: TLS from the first byte, TLS after STARTTLS, or not at all. */
export type ImapSecurity = 'tls' | 'starttls' | 'none';

/** How to sign in to the mailbox of one person. */
export type ImapAuth = PasswordAuth | MasterUserAuth | BearerAuth;

/** The person's own password. */
export interface PasswordAuth {
  readonly kind: 'password';
  readonly user: string;
  readonly password: string;
}

/**
 * A master user who may open any mailbox: by the login name `user*master` (Dovecot, Cyrus with a proxy account), or by SASL
 * PLAIN with the person as authorization identity (RFC 4616).
 */
export interface MasterUserAuth {
  readonly kind: 'masterUser';
  readonly user: string;
  readonly master: string;
  readonly password: string;
  readonly form: 'loginName' | 'authorizationIdentity';
  /** What stands between the two in a login name; `*` unless said otherwise. */
  readonly separator?: string;
}

/** An OAuth 2.0 access token, sent by OAUTHBEARER (RFC 7628) or XOAUTH2, whichever the server offers. */
export interface BearerAuth {
  readonly kind: 'bearer';
  readonly user: string;
  /** Answers a token. `renew` is true when the server has just refused the one before: it must not come from a cache. */
  readonly token: (renew: boolean) => Promise<string>;
}

/** What is trusted when the server shows its certificate. */
export interface ImapTls {
  /** Certificates of authorities in PEM that are trusted instead of the public ones. */
  readonly ca?: string;
  /** The name that the certificate must be for, where it is not the host. */
  readonly servername?: string;
}

/** Time limits of a connection, in milliseconds. */
export interface ImapTimeLimits {
  /** For name, TCP and TLS together. */
  readonly connect: number;
  /** From the connection to the greeting. */
  readonly greeting: number;
  /** How long a server may be silent while an answer is due. */
  readonly silence: number;
}

/** Time limits that suit servers on the other side of the world, and end a hanging one within a minute. */
export const TIME_LIMITS: ImapTimeLimits = { connect: 20_000, greeting: 15_000, silence: 60_000 };

/** How one mailbox is reached. */
export interface ImapConnection {
  readonly host: string;
  readonly port: number;
  readonly security: ImapSecurity;
  readonly auth: ImapAuth;
  readonly tls?: ImapTls;
  readonly limits?: Partial<ImapTimeLimits>;
  /**
   * Turns the host into the address that is connected to, and nothing else is: whoever must not reach certain networks
   * looks at the address here and throws. The certificate is still checked against the host.
   */
  readonly resolve?: (host: string) => Promise<string>;
}

/** Whose mailbox it is: the same text for every connection to the same one. */
export function accountOf({ host, port, auth }: ImapConnection): string {
  return `${auth.user}@${host}:${port}`;
}
