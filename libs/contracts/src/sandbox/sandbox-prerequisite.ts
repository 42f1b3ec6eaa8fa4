/** What the checks look at, and what can be taken away in the sandbox (contract page 4.1). */
export enum SandboxPrerequisite {
  OrganizationRelationship = 'organizationRelationship',
  MigrationEndpoint = 'migrationEndpoint',
  CtmsApp = 'ctmsApp',
  TeamsApp = 'teamsApp',
  TeamsAppRoles = 'teamsAppRoles',
  MeetingApp = 'meetingApp',
  MeetingAppRoles = 'meetingAppRoles',
  CalendarRbac = 'calendarRbac',
  ExchangeAdministratorRole = 'exchangeAdministratorRole',
  AutoForwarding = 'autoForwarding',
  OneDriveTrust = 'oneDriveTrust',
  /** An entry in the identity map. */
  IdentityMapping = 'identityMapping',
  /** That the entry has been written to both sides. */
  IdentityMappingCompleted = 'identityMappingCompleted',
  ScopeGroup = 'scopeGroup',
  ExchangePlan = 'exchangePlan',
  TeamsLicence = 'teamsLicence',
  OneDriveLicence = 'oneDriveLicence',
  SipAddress = 'sipAddress',
}
