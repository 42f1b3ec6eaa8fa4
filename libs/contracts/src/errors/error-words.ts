/** Which errors belong together: by what they are about. */
export enum ErrorFamily {
  /** Identity map, authorization, batches: any workload. */
  General = 'general',
  /** Mailboxes. */
  Exchange = 'exchange',
  /** Chats. */
  Teams = 'teams',
  /** Meetings. */
  Meetings = 'meetings',
  /** Files. */
  OneDrive = 'oneDrive',
  /** Writing the identity map, before a migration. */
  IdentityMapping = 'identityMapping',
  /** Single items, and the stores that hold them. */
  Items = 'items',
  /** Requests that are refused. */
  Requests = 'requests',
}

/** Who can mend a problem. */
export enum Fixer {
  MigrationAdmin = 'migrationAdmin',
  TargetTenantAdmin = 'targetTenantAdmin',
  SourceTenantAdmin = 'sourceTenantAdmin',
  LicenceAdmin = 'licenceAdmin',
  Operator = 'operator',
  User = 'user',
}

/** Which part of the service raises an error of its own accord. */
export enum Raiser {
  /** A check, before anything moves. */
  Check = 'check',
  /** The engine: the copy, the comparison, the retries. */
  Engine = 'engine',
  /** A store at the source or the target. */
  Store = 'store',
  /** The API, which refuses a request. */
  Api = 'api',
}
