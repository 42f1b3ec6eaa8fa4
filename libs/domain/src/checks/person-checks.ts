import { WORKLOADS, Workload } from '@ferry/contracts';
import type { Check, CheckFinding } from './check';
import type { CheckFacts, PersonFacts } from './check-facts';
import { finding, isMapped, personInWords, tenantInWords } from './finding';

const personExists: Check = {
  name: 'personExists',
  level: 'person',
  workloads: WORKLOADS,
  codes: ['CTTM-015'],
  evaluate(facts) {
    if (facts.person !== null) return null;
    const evidence = `Nobody with the object id ${facts.personId} was found in ${tenantInWords(facts, 'target')}.`;
    return finding('CTTM-015', [facts.personId, facts.target.tenantId], evidence);
  },
};

/** A check of somebody who exists: where the id is unknown there is nothing to look at, and CTTM-015 says it all. */
function personCheck(
  check: Omit<Check, 'level' | 'evaluate'>,
  evaluate: (person: PersonFacts, facts: CheckFacts) => CheckFinding | null,
): Check {
  return {
    ...check,
    level: 'person',
    evaluate: (facts) => (facts.person === null ? null : evaluate(facts.person, facts)),
  };
}

const onlyActiveJob = personCheck(
  { name: 'onlyActiveJob', workloads: WORKLOADS, codes: ['CTM-002'] },
  (person, { otherActiveJob }) => {
    if (otherActiveJob === null) return null;
    const evidence = `${personInWords(person)} is also in the active job "${otherActiveJob}".`;
    return finding('CTM-002', [otherActiveJob], evidence);
  },
);

/** For OneDrive too: MnAIdentityMapEntryDoesNotExistsForSourceUPN would only say the same thing twice. */
const identityMapping = personCheck(
  { name: 'identityMapping', workloads: WORKLOADS, codes: ['CTM-100', 'CTM-101'] },
  (person, facts) => {
    if (!facts.source.exists) return null;
    const who = personInWords(person);
    switch (person.identityMapping) {
      case 'completed':
        return null;
      case 'missing':
        return finding('CTM-100', [], `The identity map of ${tenantInWords(facts, 'target')} has no entry for ${who}.`);
      case 'pending':
        return finding('CTM-101', [person.identityMapping], `The identity mapping of ${who} has not been completed.`);
    }
  },
);

const scopeGroup = personCheck({ name: 'scopeGroup', workloads: WORKLOADS, codes: ['MIGR-002'] }, (person, facts) => {
  if (person.inScopeGroup || !isMapped(facts, person)) return null;
  const account = person.sourceMail ?? person.sourcePersonId ?? person.mail;
  const evidence = `${account} is not a member of "${person.scopeGroup}" in ${tenantInWords(facts, 'source')}.`;
  return finding('MIGR-002', [account, person.scopeGroup], evidence);
});

const sipAddress = personCheck(
  { name: 'sipAddress', workloads: [Workload.Teams], codes: ['CTTM-018'] },
  (person, facts) => {
    if (person.sipAddress) return null;
    const evidence = `${personInWords(person)} has no SIP address in ${tenantInWords(facts, 'target')}.`;
    return finding('CTTM-018', [facts.personId, facts.target.tenantId], evidence);
  },
);

const oneDriveLicence = personCheck(
  { name: 'oneDriveLicence', workloads: [Workload.ODSP], codes: ['MnAOdbUsersAreNotLicensed'] },
  (person, facts) => {
    if (person.oneDriveLicence || !isMapped(facts, person)) return null;
    const sourceAccount = person.sourceMail ?? person.sourcePersonId ?? 'unknown';
    const evidence = `Neither ${sourceAccount} nor ${person.mail} has a licence for cross-tenant OneDrive migration.`;
    return finding('MnAOdbUsersAreNotLicensed', [sourceAccount, person.mail], evidence);
  },
);

/** The prerequisites that a person has to meet as such. */
export const PERSON_CHECKS: readonly Check[] = [
  personExists,
  onlyActiveJob,
  identityMapping,
  scopeGroup,
  sipAddress,
  oneDriveLicence,
];
