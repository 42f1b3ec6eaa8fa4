import type {
  AuthKind,
  ConnectionProtocol,
  ConnectionSecurity,
  FolderPair,
  MasterUserForm,
  SourceDeletions,
  Workload,
} from '@ferry/contracts';

/** How to sign in, as it is kept: everything but the secret. */
export type StoredAuth =
  | { readonly kind: AuthKind.Password }
  | {
      readonly kind: AuthKind.MasterUser;
      readonly user: string;
      readonly form: MasterUserForm;
      readonly separator: string;
    }
  | {
      readonly kind: AuthKind.OAuthClientCredentials;
      readonly tokenEndpoint: string;
      readonly clientId: string;
      readonly scope: string;
    };

/** A connection, as it is kept. */
export interface StoredConnection {
  readonly protocol: ConnectionProtocol;
  readonly host: string;
  readonly port: number;
  readonly security: ConnectionSecurity;
  /** Certificates of authorities in PEM that are trusted instead of the public ones. */
  readonly certificateAuthority?: string;
  /** The name that the certificate must be for, where it is not the host. */
  readonly certificateName?: string;
  readonly auth: StoredAuth;
  readonly folders: readonly FolderPair[];
  /** Absent where deletions at the source are not followed. */
  readonly deletions?: SourceDeletions;
}

/** By workload, how a tenant is reached, as it is kept. */
export type StoredConnections = Readonly<Partial<Record<Workload, StoredConnection>>>;
