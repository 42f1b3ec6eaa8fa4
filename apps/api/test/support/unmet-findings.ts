import { MigrationSide, SandboxPrerequisite as Unmet, type Workload, WORKLOADS } from '@ferry/contracts';

const { Source, Target } = MigrationSide;

/** A prerequisite that is not met, and which code each workload then has. */
export type UnmetFinding = readonly [
  prerequisite: Unmet,
  side: MigrationSide,
  codes: Partial<Record<Workload, string>>,
];

const all = (code: string) => Object.fromEntries(WORKLOADS.map((workload) => [workload, code]));

/** Every prerequisite, in each tenant where it is looked at (contract page 4.1). */
export const UNMET_FINDINGS: readonly UnmetFinding[] = [
  [Unmet.OrganizationRelationship, Source, { Exchange: 'MIGR-001', Teams: 'MIGR-001', Meeting: 'MIGR-001' }],
  [Unmet.OrganizationRelationship, Target, { Exchange: 'MIGR-001', Teams: 'MIGR-001', Meeting: 'MIGR-001' }],
  [Unmet.MigrationEndpoint, Target, { Exchange: 'EXCH-07' }],
  [Unmet.CtmsApp, Target, all('CTM-104')],
  [Unmet.TeamsApp, Source, { Teams: 'CTTM-002' }],
  [Unmet.TeamsApp, Target, { Teams: 'CTTM-002' }],
  [Unmet.TeamsAppRoles, Source, { Teams: 'CTTM-006' }],
  [Unmet.TeamsAppRoles, Target, { Teams: 'CTTM-006' }],
  [Unmet.MeetingApp, Source, { Meeting: 'MMS-001' }],
  [Unmet.MeetingApp, Target, { Meeting: 'MMS-002' }],
  [Unmet.CalendarRbac, Target, { Meeting: 'MMS-003' }],
  [Unmet.AutoForwarding, Source, { Meeting: 'MMS-005' }],
  [Unmet.AutoForwarding, Target, { Meeting: 'MMS-006' }],
  [Unmet.MeetingAppRoles, Source, { Meeting: 'MMS-008' }],
  [Unmet.MeetingAppRoles, Target, { Meeting: 'MMS-009' }],
  [Unmet.ExchangeAdministratorRole, Source, { Meeting: 'MMS-012' }],
  [Unmet.ExchangeAdministratorRole, Target, { Meeting: 'MMS-013' }],
  [Unmet.OneDriveTrust, Source, { ODSP: 'MnATrustNoSetupForPartner' }],
  [Unmet.OneDriveTrust, Target, { ODSP: 'MnATrustNoSetupForPartner' }],
  [Unmet.IdentityMapping, Target, all('CTM-100')],
  [Unmet.IdentityMappingCompleted, Target, all('CTM-101')],
  [Unmet.ScopeGroup, Source, all('MIGR-002')],
  [Unmet.ExchangePlan, Source, { Exchange: 'EXCH-08', Meeting: 'MMS-007' }],
  [Unmet.ExchangePlan, Target, { Exchange: 'EXCH-08', Meeting: 'MMS-007' }],
  [Unmet.TeamsLicence, Source, { Teams: 'CTTM-005', Meeting: 'TMS-003' }],
  [Unmet.TeamsLicence, Target, { Teams: 'CTTM-005', Meeting: 'TMS-003' }],
  [Unmet.OneDriveLicence, Target, { ODSP: 'MnAOdbUsersAreNotLicensed' }],
  [Unmet.SipAddress, Target, { Teams: 'CTTM-018' }],
];
