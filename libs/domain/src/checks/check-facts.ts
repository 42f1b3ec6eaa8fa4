/** How a tenant is set up, one switch for each prerequisite that a check looks at (contract page 4.1). */
export interface TenantSettings {
  /** The organization relationship with the partner tenant exists and allows mailbox moves. */
  organizationRelationship: boolean;
  /** The Teams migration application is provisioned and enabled. */
  teamsApp: boolean;
  /** The Teams migration application holds all of its roles. */
  teamsAppRoles: boolean;
  /** The meeting migration application is provisioned and enabled. */
  meetingApp: boolean;
  /** The meeting migration application holds all of its roles. */
  meetingAppRoles: boolean;
  /** The meeting migration application may write calendars (RBAC role Calendars.ReadWrite); asked of the target. */
  calendarRbac: boolean;
  /** The meeting migration application holds the directory role Exchange Administrator. */
  exchangeAdministratorRole: boolean;
  /** Automatic forwarding is On in the default outbound spam filter policy. */
  autoForwarding: boolean;
  /** The cross-tenant migration service (CTMS) application is provisioned and enabled; asked of the target. */
  ctmsApp: boolean;
  /** The cross-tenant relationship of OneDrive with the partner tenant is established. */
  oneDriveTrust: boolean;
}

/** Whether something is there on each side of the migration. */
export interface BothSides {
  source: boolean;
  target: boolean;
}

/** What is known of a person who exists in the target tenant. */
export interface PersonFacts {
  displayName: string;
  /** Address in the target tenant. */
  mail: string;
  /** Whether the person is mapped to somebody in the source tenant. */
  identityMapping: 'completed' | 'pending' | 'missing';
  /** Object id in the source tenant; null while it is not known. */
  sourcePersonId: string | null;
  /** Address in the source tenant; null while it is not known. */
  sourceMail: string | null;
  /** Whether the source person is a member of the group of people who may be migrated. */
  inScopeGroup: boolean;
  /** Name of that group in the source tenant. */
  scopeGroup: string;
  /** An Exchange Online plan is assigned. */
  exchangePlan: BothSides;
  /** A Teams licence is assigned. */
  teamsLicence: BothSides;
  /** A licence for cross-tenant OneDrive migration is assigned on either side. */
  oneDriveLicence: boolean;
  /** A SIP address is present. */
  sipAddress: boolean;
}

/** Everything that the checks of one person in one job look at; gathered beforehand, so a check never has to ask. */
export interface CheckFacts {
  jobId: string;
  /** Object id in the target tenant. */
  personId: string;
  now: Date;
  /** Settings are null when the tenant is not known. */
  source: { tenantId: string; exists: boolean; settings: TenantSettings | null };
  target: { tenantId: string; settings: TenantSettings };
  /** The migration endpoint that the job names; null when the job does not move mailboxes. */
  endpoint: { name: string; registered: boolean; leadsToSource: boolean } | null;
  /** Null when the id does not exist in the target tenant. */
  person: PersonFacts | null;
  /** Display name of another active job with this person. */
  otherActiveJob: string | null;
}
