import type { TenantSettings } from './check-facts';

/**
 * The settings of a tenant that is reached over open protocols. The prerequisites of a Microsoft 365 tenant (applications,
 * roles, policies, trust) do not exist there, so there is nothing that could be missing.
 */
export const OPEN_TENANT_SETTINGS: TenantSettings = {
  organizationRelationship: true,
  teamsApp: true,
  teamsAppRoles: true,
  meetingApp: true,
  meetingAppRoles: true,
  calendarRbac: true,
  exchangeAdministratorRole: true,
  autoForwarding: true,
  ctmsApp: true,
  oneDriveTrust: true,
};
