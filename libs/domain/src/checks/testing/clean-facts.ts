import type { CheckFacts, PersonFacts, TenantSettings } from '../check-facts';

export const SOURCE_ID = '11111111-1111-4111-8111-111111111111';
export const TARGET_ID = '22222222-2222-4222-8222-222222222222';
export const PERSON_ID = '22222222-0000-4000-8000-000000000001';
export const SOURCE_PERSON_ID = '11111111-0000-4000-8000-000000000001';

const READY: TenantSettings = {
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

const ANN: PersonFacts = {
  displayName: 'Ann Lee',
  mail: 'ann@fabrikam.example',
  identityMapping: 'completed',
  sourcePersonId: SOURCE_PERSON_ID,
  sourceMail: 'ann@contoso.example',
  inScopeGroup: true,
  scopeGroup: 'Movers',
  exchangePlan: { source: true, target: true },
  teamsLicence: { source: true, target: true },
  oneDriveLicence: true,
  sipAddress: true,
};

/** Facts in which every prerequisite is met. */
export const CLEAN: CheckFacts = {
  jobId: 'job-1',
  personId: PERSON_ID,
  now: new Date('2027-03-01T12:00:00Z'),
  source: { tenantId: SOURCE_ID, exists: true, settings: READY },
  target: { tenantId: TARGET_ID, settings: READY },
  endpoint: { name: 'contoso-endpoint', registered: true, leadsToSource: true },
  person: ANN,
  otherActiveJob: null,
};

/** Clean facts, except for something about the person. */
export const person = (facts: Partial<PersonFacts>): CheckFacts => ({ ...CLEAN, person: { ...ANN, ...facts } });
/** Clean facts, except for a switch of the source tenant. */
export const atSource = (settings: Partial<TenantSettings>): CheckFacts => ({
  ...CLEAN,
  source: { ...CLEAN.source, settings: { ...READY, ...settings } },
});
/** Clean facts, except for a switch of the target tenant. */
export const atTarget = (settings: Partial<TenantSettings>): CheckFacts => ({
  ...CLEAN,
  target: { ...CLEAN.target, settings: { ...READY, ...settings } },
});
