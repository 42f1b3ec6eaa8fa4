import { IdentityMapping, type ImportedPerson } from '@ferry/contracts';
import type { PersonFacts } from '@ferry/domain';
import type { PersonRecord } from '../people.repository';

/** What holds for somebody new where the import says nothing: licences are a matter of Microsoft 365 alone. */
const MET: Omit<PersonFacts, 'displayName' | 'mail' | 'identityMapping' | 'sourcePersonId' | 'sourceMail'> = {
  inScopeGroup: true,
  scopeGroup: '',
  exchangePlan: { source: true, target: true },
  teamsLicence: { source: true, target: true },
  oneDriveLicence: true,
  sipAddress: true,
};

/** Members that somebody new must have and does not. */
export function missingMembers(row: ImportedPerson, before: PersonRecord | null): ('displayName' | 'mail')[] {
  if (before) return [];
  return (['displayName', 'mail'] as const).filter((member) => row[member] === undefined);
}

/** A person with what a row says; what it leaves out stays as it was. */
export function mergedPerson(tenantId: string, row: ImportedPerson, before: PersonRecord | null): PersonRecord {
  const known = (before?.facts ?? {}) as Partial<PersonFacts>;
  const displayName = row.displayName ?? before?.displayName ?? '';
  const mail = row.mail ?? before?.mail ?? '';
  const sourceMail = row.sourceMail === undefined ? (known.sourceMail ?? null) : row.sourceMail;
  const sourcePersonId = row.sourceId === undefined ? (known.sourcePersonId ?? null) : row.sourceId;
  const { exchangePlan = MET.exchangePlan, teamsLicence = MET.teamsLicence } = known;
  const facts: PersonFacts = {
    displayName,
    mail,
    identityMapping: row.identityMapping ?? mappingOf({ sourceMail, sourcePersonId }, known),
    sourcePersonId,
    sourceMail,
    inScopeGroup: row.inScopeGroup ?? known.inScopeGroup ?? MET.inScopeGroup,
    scopeGroup: row.scopeGroup ?? known.scopeGroup ?? MET.scopeGroup,
    exchangePlan: {
      source: row.exchangePlanAtSource ?? exchangePlan.source,
      target: row.exchangePlanAtTarget ?? exchangePlan.target,
    },
    teamsLicence: {
      source: row.teamsLicenceAtSource ?? teamsLicence.source,
      target: row.teamsLicenceAtTarget ?? teamsLicence.target,
    },
    oneDriveLicence: row.oneDriveLicence ?? known.oneDriveLicence ?? MET.oneDriveLicence,
    sipAddress: row.sipAddress ?? known.sipAddress ?? MET.sipAddress,
  };
  return {
    tenantId,
    id: row.id.toLowerCase(),
    displayName,
    mail,
    sourceLogin: row.sourceLogin === undefined ? (before?.sourceLogin ?? null) : row.sourceLogin,
    targetLogin: row.targetLogin === undefined ? (before?.targetLogin ?? null) : row.targetLogin,
    facts: { ...facts },
  };
}

type Source = Pick<PersonFacts, 'sourceMail' | 'sourcePersonId'>;

/** A mapping that somebody stated stays until the source does not; else it follows from who is known there. */
function mappingOf(source: Source, known: Partial<PersonFacts>): PersonFacts['identityMapping'] {
  const isSame = known.sourceMail === source.sourceMail && known.sourcePersonId === source.sourcePersonId;
  if (known.identityMapping !== undefined && isSame) return known.identityMapping;
  const isKnown = source.sourceMail !== null || source.sourcePersonId !== null;
  return isKnown ? IdentityMapping.Completed : IdentityMapping.Missing;
}
