/** Who asks, as the verified token says. */
export interface Caller {
  /** The caller's tenant: whose jobs they see, and the target of those they create. */
  readonly tenantId: string;
  /** User principal name of a person, or id of an application (OPEN-6). */
  readonly actor: string;
  readonly displayName: string;
  /** A person through an application, or an application by itself. */
  readonly kind: 'delegated' | 'application';
  /** Permissions of the token: its scopes or its application roles. */
  readonly permissions: readonly string[];
  readonly canRead: boolean;
  readonly canWrite: boolean;
  /** When the token expires, in real time: nothing that it opened may go on after that. */
  readonly expiresAt: Date;
}
