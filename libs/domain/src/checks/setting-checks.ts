import { WORKLOADS, Workload } from '@ferry/contracts';
import type { Check, CheckCode } from './check';
import type { TenantSettings } from './check-facts';
import { finding, tenantInWords, tenantOf, type Side } from './finding';

/** A switch of one tenant that has to be on. */
interface RequiredSetting {
  readonly setting: keyof TenantSettings;
  readonly side: Side;
  readonly workloads: readonly Workload[];
  readonly code: CheckCode;
  /** Parameters of the code's message. */
  readonly params: (tenantId: string, partnerId: string) => readonly string[];
  /** What was seen when the switch is off: the rest of a sentence that begins with the tenant. */
  readonly seen: string;
  /** A switch without which this one says nothing: an application that is not there has no roles. */
  readonly presupposes?: keyof TenantSettings;
}

const TEAMS_APP = 'Cross-Tenant Teams Migration';
const MEETING_APP = 'Teams Meeting Migration Service';

const tenantOnly = (tenantId: string): readonly string[] => [tenantId];
const teamsAppAndTenant = (tenantId: string): readonly string[] => [TEAMS_APP, tenantId];
const meetingAppAndTenant = (tenantId: string): readonly string[] => [MEETING_APP, tenantId];

/** The same switch in both tenants, with a code for each. */
function inBothTenants(
  codes: Readonly<Record<Side, CheckCode>>,
  setting: Omit<RequiredSetting, 'side' | 'code'>,
): RequiredSetting[] {
  return [
    { ...setting, side: 'source', code: codes.source },
    { ...setting, side: 'target', code: codes.target },
  ];
}

const SETTINGS: readonly RequiredSetting[] = [
  {
    setting: 'ctmsApp',
    side: 'target',
    workloads: WORKLOADS,
    code: 'CTM-104',
    params: () => [],
    seen: 'has no enabled application of the cross-tenant migration service (CTMS)',
  },
  ...inBothTenants(
    { source: 'CTTM-002', target: 'CTTM-002' },
    {
      setting: 'teamsApp',
      workloads: [Workload.Teams],
      params: teamsAppAndTenant,
      seen: 'has no enabled Teams migration application',
    },
  ),
  ...inBothTenants(
    { source: 'CTTM-006', target: 'CTTM-006' },
    {
      setting: 'teamsAppRoles',
      presupposes: 'teamsApp',
      workloads: [Workload.Teams],
      params: teamsAppAndTenant,
      seen: 'has not granted the roles of the Teams migration application',
    },
  ),
  ...inBothTenants(
    { source: 'MMS-001', target: 'MMS-002' },
    {
      setting: 'meetingApp',
      workloads: [Workload.Meeting],
      params: meetingAppAndTenant,
      seen: 'has no enabled meeting migration application',
    },
  ),
  {
    setting: 'calendarRbac',
    presupposes: 'meetingApp',
    side: 'target',
    workloads: [Workload.Meeting],
    code: 'MMS-003',
    params: tenantOnly,
    seen: 'has not given the meeting migration application the role Calendars.ReadWrite',
  },
  ...inBothTenants(
    { source: 'MMS-005', target: 'MMS-006' },
    {
      setting: 'autoForwarding',
      workloads: [Workload.Meeting],
      params: tenantOnly,
      seen: 'does not have automatic forwarding set to On in its default outbound spam filter policy',
    },
  ),
  ...inBothTenants(
    { source: 'MMS-008', target: 'MMS-009' },
    {
      setting: 'meetingAppRoles',
      presupposes: 'meetingApp',
      workloads: [Workload.Meeting],
      params: tenantOnly,
      seen: 'has not granted all roles of the meeting migration application',
    },
  ),
  ...inBothTenants(
    { source: 'MMS-012', target: 'MMS-013' },
    {
      setting: 'exchangeAdministratorRole',
      presupposes: 'meetingApp',
      workloads: [Workload.Meeting],
      params: meetingAppAndTenant,
      seen: 'has not made the meeting migration application an Exchange administrator',
    },
  ),
  ...inBothTenants(
    { source: 'MnATrustNoSetupForPartner', target: 'MnATrustNoSetupForPartner' },
    {
      setting: 'oneDriveTrust',
      workloads: [Workload.ODSP],
      params: (_tenantId, partnerId) => [partnerId],
      seen: 'has no OneDrive relationship with its partner',
    },
  ),
];

const PARTNER: Readonly<Record<Side, Side>> = { source: 'target', target: 'source' };

function settingCheck({ setting, side, workloads, code, params, seen, presupposes }: RequiredSetting): Check {
  return {
    name: `${setting}Of${side === 'source' ? 'Source' : 'Target'}`,
    level: 'tenant',
    workloads,
    codes: [code],
    evaluate(facts) {
      const { tenantId, settings } = tenantOf(facts, side);
      if (settings === null || settings[setting] || (presupposes !== undefined && !settings[presupposes])) return null;
      const tenant = tenantInWords(facts, side);
      const evidence = `${tenant.charAt(0).toUpperCase()}${tenant.slice(1)} ${seen}.`;
      return finding(code, params(tenantId, facts[PARTNER[side]].tenantId), evidence);
    },
  };
}

/** The prerequisites that are a switch of one tenant: applications, roles, policies and trust (contract page 4.1). */
export const SETTING_CHECKS: readonly Check[] = SETTINGS.map(settingCheck);
