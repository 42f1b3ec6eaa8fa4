import { WORKLOADS, Workload } from '@ferry/contracts';
import type { CheckFacts, TenantSettings } from '../check-facts';
import { CLEAN, SOURCE_ID, atSource, atTarget, person } from './clean-facts';

/** Facts in which one thing is wrong, the only checks that may speak up (a pattern), and what each workload gets. */
export interface CheckCase {
  wrong: string;
  checks: string;
  facts: CheckFacts;
  expected: Partial<Record<Workload, string>>;
}

/** The same code for several workloads. */
export function allOf(workloads: readonly Workload[], code: string): Partial<Record<Workload, string>> {
  return Object.fromEntries(workloads.map((workload) => [workload, code]));
}

const TEAMS = [Workload.Teams];
const MEETING = [Workload.Meeting];

/** Every switch of a tenant that a check of its own looks at: code at the source, code at the target, workloads. */
// prettier-ignore
const SETTINGS: readonly [keyof TenantSettings, string | null, string, readonly Workload[]][] = [
  ['ctmsApp',                   null,                        'CTM-104',                   WORKLOADS],
  ['teamsApp',                  'CTTM-002',                  'CTTM-002',                  TEAMS],
  ['teamsAppRoles',             'CTTM-006',                  'CTTM-006',                  TEAMS],
  ['meetingApp',                'MMS-001',                   'MMS-002',                   MEETING],
  ['calendarRbac',              null,                        'MMS-003',                   MEETING],
  ['autoForwarding',            'MMS-005',                   'MMS-006',                   MEETING],
  ['meetingAppRoles',           'MMS-008',                   'MMS-009',                   MEETING],
  ['exchangeAdministratorRole', 'MMS-012',                   'MMS-013',                   MEETING],
  ['oneDriveTrust',             'MnATrustNoSetupForPartner', 'MnATrustNoSetupForPartner', [Workload.ODSP]],
];

const AT_SOURCE = SETTINGS.map(([setting, code, , workloads]): CheckCase => {
  const expected = code === null ? {} : allOf(workloads, code);
  return {
    wrong: `${setting} is off at the source`,
    checks: `${setting}OfSource`,
    facts: atSource({ [setting]: false }),
    expected,
  };
});

const AT_TARGET = SETTINGS.map(([setting, , code, workloads]): CheckCase => {
  const expected = allOf(workloads, code);
  return {
    wrong: `${setting} is off at the target`,
    checks: `${setting}OfTarget`,
    facts: atTarget({ [setting]: false }),
    expected,
  };
});

const TENANTS: readonly CheckCase[] = [
  {
    wrong: 'the source tenant is unknown',
    checks: 'sourceTenant',
    facts: { ...CLEAN, source: { tenantId: SOURCE_ID, exists: false, settings: null } },
    expected: allOf(WORKLOADS, 'CTTM-014'),
  },
  {
    wrong: 'the organization relationship is missing',
    checks: 'organizationRelationship',
    facts: atSource({ organizationRelationship: false }),
    expected: allOf([Workload.Exchange, Workload.Teams, Workload.Meeting], 'MIGR-001'),
  },
  {
    wrong: 'the endpoint is not registered',
    checks: 'migrationEndpoint',
    facts: { ...CLEAN, endpoint: { name: 'typo', registered: false, leadsToSource: false } },
    expected: { Exchange: 'EXCH-07' },
  },
  {
    wrong: 'the endpoint leads elsewhere',
    checks: 'migrationEndpoint',
    facts: { ...CLEAN, endpoint: { name: 'other', registered: true, leadsToSource: false } },
    expected: { Exchange: 'EXCH-07' },
  },
];

const PEOPLE: readonly CheckCase[] = [
  {
    wrong: 'nobody has the id',
    checks: 'personExists',
    facts: { ...CLEAN, person: null },
    expected: allOf(WORKLOADS, 'CTTM-015'),
  },
  {
    wrong: 'another job holds the person',
    checks: 'onlyActiveJob',
    facts: { ...CLEAN, otherActiveJob: 'wave-01' },
    expected: allOf(WORKLOADS, 'CTM-002'),
  },
  {
    wrong: 'the mapping is missing',
    checks: 'identityMapping',
    facts: person({ identityMapping: 'missing', sourcePersonId: null, sourceMail: null }),
    expected: allOf(WORKLOADS, 'CTM-100'),
  },
  {
    wrong: 'the mapping is pending',
    checks: 'identityMapping',
    facts: person({ identityMapping: 'pending' }),
    expected: allOf(WORKLOADS, 'CTM-101'),
  },
  {
    wrong: 'the scope group lacks the person',
    checks: 'scopeGroup',
    facts: person({ inScopeGroup: false }),
    expected: allOf(WORKLOADS, 'MIGR-002'),
  },
  {
    wrong: 'there is no SIP address',
    checks: 'sipAddress',
    facts: person({ sipAddress: false }),
    expected: { Teams: 'CTTM-018' },
  },
  {
    wrong: 'there is no OneDrive licence',
    checks: 'oneDriveLicence',
    facts: person({ oneDriveLicence: false }),
    expected: { ODSP: 'MnAOdbUsersAreNotLicensed' },
  },
];

const LICENCES: readonly CheckCase[] = (['Source', 'Target'] as const).flatMap((side): CheckCase[] => {
  const there = { source: side !== 'Source', target: side !== 'Target' };
  return [
    {
      wrong: `there is no Teams licence at the ${side.toLowerCase()}`,
      checks: `teamsLicence(ForMeetings)?At${side}`,
      facts: person({ teamsLicence: there }),
      expected: { Teams: 'CTTM-005', Meeting: 'TMS-003' },
    },
    {
      wrong: `there is no Exchange plan at the ${side.toLowerCase()}`,
      checks: `exchangePlan(ForMeetings)?At${side}`,
      facts: person({ exchangePlan: there }),
      expected: { Exchange: 'EXCH-08', Meeting: 'MMS-007' },
    },
  ];
});

/** One case at least for each check, so that every check is seen to speak up, and to be silent otherwise. */
export const CHECK_CASES: readonly CheckCase[] = [...TENANTS, ...AT_SOURCE, ...AT_TARGET, ...PEOPLE, ...LICENCES];
