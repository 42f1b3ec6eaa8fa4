import { Workload } from '@ferry/contracts';
import type { Check, CheckCode } from './check';
import type { PersonFacts } from './check-facts';
import { accountOf, finding, isMapped, personInWords, tenantInWords, type Side } from './finding';

/** A licence that a person needs in both tenants. */
interface RequiredLicence {
  readonly name: string;
  readonly fact: 'teamsLicence' | 'exchangePlan';
  readonly workload: Workload;
  readonly code: CheckCode;
  readonly inWords: string;
  readonly params: (account: string, tenantId: string) => readonly string[];
}

const accountAndTenant = (account: string, tenantId: string): readonly string[] => [account, tenantId];

const LICENCES: readonly RequiredLicence[] = [
  {
    name: 'teamsLicence',
    fact: 'teamsLicence',
    workload: Workload.Teams,
    code: 'CTTM-005',
    inWords: 'Teams licence',
    params: accountAndTenant,
  },
  {
    name: 'teamsLicenceForMeetings',
    fact: 'teamsLicence',
    workload: Workload.Meeting,
    code: 'TMS-003',
    inWords: 'Teams licence',
    params: accountAndTenant,
  },
  {
    name: 'exchangePlanForMeetings',
    fact: 'exchangePlan',
    workload: Workload.Meeting,
    code: 'MMS-007',
    inWords: 'active Exchange Online plan',
    params: accountAndTenant,
  },
  {
    name: 'exchangePlan',
    fact: 'exchangePlan',
    workload: Workload.Exchange,
    // MMS-007 speaks of meetings. The published causes of EXCH-08 name a missing licence, and its text has room for it.
    code: 'EXCH-08',
    inWords: 'active Exchange Online plan',
    params: (account, tenantId) => [
      `User ${account} in tenant ${tenantId} does not have an active Exchange Online Plan.`,
    ],
  },
];

/** Whether it can be said that the person lacks it there: without a mapping nothing is known of the source account. */
function lacks(person: PersonFacts, fact: RequiredLicence['fact'], side: Side, mapped: boolean): boolean {
  return !person[fact][side] && (side === 'target' || mapped);
}

function licenceCheck({ name, fact, workload, code, inWords, params }: RequiredLicence, side: Side): Check {
  return {
    name: `${name}At${side === 'source' ? 'Source' : 'Target'}`,
    level: 'person',
    workloads: [workload],
    codes: [code],
    evaluate(facts) {
      const { person } = facts;
      if (person === null || !lacks(person, fact, side, isMapped(facts, person))) return null;
      const evidence = `${personInWords(person)} has no ${inWords} in ${tenantInWords(facts, side)}.`;
      return finding(code, params(accountOf(facts, person, side), facts[side].tenantId), evidence);
    },
  };
}

/** The licences that a person needs, one check for each tenant, so that both can be assigned at once. */
export const LICENCE_CHECKS: readonly Check[] = LICENCES.flatMap((licence) => [
  licenceCheck(licence, 'source'),
  licenceCheck(licence, 'target'),
]);
