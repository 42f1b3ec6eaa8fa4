/** Who asks: the administrator, one who may only read, one without a role, the administrator of another tenant. */
export type Who = 'admin' | 'reader' | 'stranger' | 'otherTenant';

/** Every caller, the one without whom nothing can be tried first. */
export const CALLERS: readonly Who[] = ['admin', 'reader', 'stranger', 'otherTenant'];

/** How a caller gets a token. */
export type Credentials =
  | { readonly kind: 'token'; readonly token: string }
  | {
      readonly kind: 'client';
      readonly endpoint: URL;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string | null;
    };

/** What create bodies are made of. */
export interface MigrationData {
  /** GUID of the tenant that the content leaves. */
  readonly sourceTenant: string;
  /** Name of a migration endpoint. */
  readonly sourceEndpoint: string;
  readonly targetDomain: string;
  /** Object ids of people in the target tenant who are ready to be migrated, and whom nobody needs. */
  readonly people: readonly string[];
}

/** What a run was told. */
export interface Options {
  /** The address of the server, before the version. */
  readonly baseUrl: URL;
  /** The same server at its other scheme, if it has one. */
  readonly secondUrl: URL | null;
  /** The versions to ask; '' is the address without one. The first is asked wherever one is enough. */
  readonly versions: readonly string[];
  /** Null where nothing was said. */
  readonly credentials: Readonly<Record<Who, Credentials | null>>;
  readonly data: Partial<MigrationData>;
  /** Sections and ids, or beginnings of ids; all checks when it is empty. */
  readonly only: readonly string[];
  readonly skipDecisions: boolean;
  /** How many requests to send at once to be throttled; null to leave the limit alone. */
  readonly provokeThrottling: number | null;
  /** For how long a job may take from one status to the next, in seconds. */
  readonly patienceSeconds: number;
  readonly asJson: boolean;
}

/** What the command line asks for. */
export type Invocation =
  | { readonly kind: 'help' }
  | { readonly kind: 'list'; readonly asMarkdown: boolean; readonly only: readonly string[] }
  | { readonly kind: 'run'; readonly options: Options };
