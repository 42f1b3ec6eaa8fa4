import type { IdentityMapping, Person } from '@ferry/contracts';
import type { PersonFacts } from '@ferry/domain';
import type { PersonRecord } from './people.repository';

/** Which password of a person a secret is. */
export const SOURCE_PASSWORD = 'source';
export const TARGET_PASSWORD = 'target';

/** A person as the API shows one: whether passwords are kept, and never these. */
export function toPerson(
  { id, displayName, mail, sourceLogin, targetLogin, facts }: PersonRecord,
  secretDates: ReadonlyMap<string, Date> | undefined,
): Person {
  const known = facts as Partial<PersonFacts>;
  const { sourceMail = null, sourcePersonId = null, identityMapping, inScopeGroup } = known;
  return {
    id,
    displayName,
    mail,
    sourceMail,
    sourceId: sourcePersonId,
    sourceLogin,
    targetLogin,
    hasSourcePassword: secretDates?.has(SOURCE_PASSWORD) ?? false,
    hasTargetPassword: secretDates?.has(TARGET_PASSWORD) ?? false,
    ...(identityMapping === undefined ? {} : { identityMapping: identityMapping as IdentityMapping }),
    ...(inScopeGroup === undefined ? {} : { inScopeGroup }),
    ...licencesOf(known),
  };
}

function licencesOf({ exchangePlan, teamsLicence, oneDriveLicence }: Partial<PersonFacts>): Pick<Person, 'licences'> {
  if (exchangePlan === undefined || teamsLicence === undefined || oneDriveLicence === undefined) return {};
  return {
    licences: {
      exchangePlanAtSource: exchangePlan.source,
      exchangePlanAtTarget: exchangePlan.target,
      teamsLicenceAtSource: teamsLicence.source,
      teamsLicenceAtTarget: teamsLicence.target,
      oneDriveLicence,
    },
  };
}
