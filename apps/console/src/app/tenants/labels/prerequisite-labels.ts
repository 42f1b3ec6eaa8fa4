import type { TenantSettings } from '@ferry/domain';

/** What the checks look at in a tenant, in words. */
const PREREQUISITE_LABELS: Readonly<Record<keyof TenantSettings, string>> = {
  organizationRelationship: 'Organization relationship allows mailbox moves',
  oneDriveTrust: 'OneDrive trust with the partner tenant',
  ctmsApp: 'Cross-tenant migration service is provisioned',
  teamsApp: 'Teams migration application is provisioned',
  teamsAppRoles: 'Teams migration application has its roles',
  meetingApp: 'Meeting migration application is provisioned',
  meetingAppRoles: 'Meeting migration application has its roles',
  calendarRbac: 'Meeting migration application may write calendars',
  exchangeAdministratorRole: 'Meeting migration application is Exchange administrator',
  autoForwarding: 'Automatic forwarding is on',
};

/** In the order in which they are read: the trust first, then what each workload needs. */
export const PREREQUISITES = Object.keys(PREREQUISITE_LABELS);

/** One that a later service adds stands there as it is called. */
export function prerequisiteLabel(name: string): string {
  return new Map<string, string>(Object.entries(PREREQUISITE_LABELS)).get(name) ?? name;
}
